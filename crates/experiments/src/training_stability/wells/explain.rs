//! What each mark of the two wells is.

use super::super::parameters::WELLS_STEP;
use super::super::strings::wells as strings;
use super::compute;
use super::figure::{CHAOS, LANDMARKS, MARKED, PRESENT, place_id};
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let step = state.get(WELLS_STEP)?;
    if mark == PRESENT {
        return Ok(Some(strings::explain_present(step, compute::fate(step)?)));
    }
    if mark == CHAOS {
        return Ok(Some(strings::explain_chaos(compute::chaos()?)));
    }
    if let Some(which) = LANDMARKS.iter().position(|id| *id == mark) {
        return Ok(Some(strings::explain_landmark(
            which,
            compute::landmarks()[which],
        )));
    }
    let Some(number) = (1..=MARKED).find(|number| place_id(*number) == mark) else {
        return Ok(None);
    };
    let orbit = compute::orbit(step, number)?;
    Ok(Some(strings::explain_place(
        number,
        orbit[number - 1],
        orbit[number],
        step,
    )))
}
