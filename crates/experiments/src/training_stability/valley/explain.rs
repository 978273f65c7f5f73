//! What each mark of the valley is.

use super::super::strings::valley as strings;
use super::compute;
use super::figure::{BEST, KINDS, MARKED, PERIOD, PRESENT, STEPS, place_id, runs, setting};
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = setting(state)?;
    match mark {
        BEST => return Ok(Some(strings::explain_best(&setting))),
        PRESENT => return Ok(Some(strings::explain_present(&setting))),
        PERIOD => {
            let periods = compute::periods(&setting, 0)?;
            return Ok(periods.map(|periods| strings::explain_period(&setting, periods)));
        }
        _ => {}
    }
    let runs = runs(&setting)?;
    for run in [0, 1] {
        if mark == format!("{}-loss", KINDS[run]) {
            let loss = compute::height(setting.curvatures, runs[run][STEPS]);
            return Ok(Some(strings::explain_loss(run, STEPS, loss)));
        }
        if let Some(step) = MARKED.into_iter().find(|step| place_id(run, *step) == mark) {
            let places = [step.saturating_sub(2), step - 1, step].map(|step| runs[run][step][1]);
            return Ok(Some(strings::explain_place(&setting, run, step, places)));
        }
    }
    Ok(None)
}
