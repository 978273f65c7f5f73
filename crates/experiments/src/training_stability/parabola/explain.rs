//! What each mark of the parabola is.

use super::super::parameters::CURVATURE;
use super::super::strings::parabola as strings;
use super::compute;
use super::figure::{FACTOR, LANDMARKS, MARKED, iterate_id, shown_step};
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let curvature = state.get(CURVATURE)?;
    let step = shown_step(state)?;
    if mark == FACTOR {
        return Ok(Some(factor(curvature, step)?));
    }
    if let Some((_, part)) = LANDMARKS.into_iter().find(|(id, _)| *id == mark) {
        return Ok(Some(strings::explain_landmark(part, curvature)));
    }
    let is_of = |step: &usize| iterate_id(*step) == mark || format!("in-time-{step}") == mark;
    let Some(number) = (0..=MARKED).find(is_of) else {
        return Ok(None);
    };
    let iterates = compute::iterates(curvature, step, MARKED)?;
    let before = number.checked_sub(1).map(|before| iterates[before][0]);
    Ok(Some(strings::explain_iterate(
        number,
        iterates[number][0],
        before,
        [step, curvature],
    )))
}

fn factor(curvature: f64, step: f64) -> Result<Explanation, Error> {
    let factor = compute::factor(curvature, step)?;
    let lost = if factor.abs() > 1.0 {
        compute::lost(curvature, step)?
    } else {
        None
    };
    Ok(strings::explain_factor(factor, lost, [step, curvature]))
}
