//! What each mark of the catapult is.

use super::super::parameters::CATAPULT_STEP;
use super::super::strings::catapult as strings;
use super::compute;
use super::figure::{ESTIMATE, LIMIT, MARKED, PRESENT, STAYS, place_id};
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let step = state.get(CATAPULT_STEP)?;
    let first = compute::first_sharpness()?;
    match mark {
        PRESENT => {
            let last = compute::last_sharpness(step)?;
            let lost = compute::lost(step)?;
            return Ok(Some(strings::explain_present(step, last, lost)));
        }
        STAYS => return Ok(Some(strings::explain_estimate(2.0, first))),
        ESTIMATE => return Ok(Some(strings::explain_estimate(4.0, first))),
        LIMIT => return Ok(Some(strings::explain_limit(compute::limit()?, first))),
        _ => {}
    }
    let Some(number) = (0..=MARKED).find(|number| place_id(*number) == mark) else {
        return Ok(None);
    };
    let places = compute::run(step)?.places;
    let before = number.checked_sub(1).map(|before| places[before]);
    Ok(Some(strings::explain_place(
        number,
        before,
        places[number],
        step,
    )))
}
