//! What each mark is, with its formula.

use super::compute::{self, Leak, Method, Model, Run, STEPS, Saxe, Setting, iterates};
use super::figures::{
    GAP, HALF, LOST, MODIFIED_GAP, START, factor_id, first_id, flow_id, kept_id, modified_id,
    step_id,
};
use super::strings;
use crate::{Error, Explanation, State};

/// Explains a mark of the first figure.
pub(super) fn descent(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = Setting::of(state)?;
    if mark == START {
        return Ok(Some(strings::explain_start(&setting)));
    }
    let run = Run::of(&setting)?;
    let (time, gaps) = (run.time(setting.step), run.gaps(setting.step));
    match mark {
        GAP => return Ok(Some(strings::explain_gap(false, time, gaps.flow))),
        MODIFIED_GAP => return Ok(Some(strings::explain_gap(true, time, gaps.modified))),
        LOST => {
            let lost = run.descent.lost;
            return Ok(lost.map(|lost| strings::explain_lost(run.eta, lost)));
        }
        _ => {}
    }
    let places = &run.descent.places;
    let Some(step) = (1..places.len()).find(|step| step_id(*step) == mark) else {
        return Ok(None);
    };
    let from = &places[step - 1];
    let mut gradient = vec![0.0; from.len()];
    Model::new(setting.loss)?.gradient(from, &mut gradient)?;
    let explained = strings::explain_step(run.eta, step, from, &gradient, &places[step]);
    Ok(Some(explained))
}

/// Explains a distance after some halvings.
pub(super) fn halving(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = Setting::of(state)?;
    let steps = setting.step.max(1);
    let runs = compute::halvings(state, &setting)?;
    for (id, is_modified) in [(flow_id as fn(usize) -> String, false), (modified_id, true)] {
        let Some(halving) = (0..runs.len()).find(|halving| id(*halving) == mark) else {
            continue;
        };
        let gap = |halving: usize| {
            let gaps = &runs[halving].1;
            if is_modified {
                gaps.modified
            } else {
                gaps.flow
            }
        };
        let before = halving.checked_sub(1).map(gap);
        return Ok(Some(strings::explain_halved(
            is_modified,
            steps << halving,
            runs[halving].0,
            gap(halving),
            before.filter(|before| before.is_finite()),
        )));
    }
    Ok(None)
}

/// Explains what a step leaves, or the place at which half is learned.
pub(super) fn product(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = Setting::of(state)?;
    if mark == HALF {
        let saxe = Saxe::of(&setting)?;
        let half = saxe.half_learned();
        return Ok(half.map(|[time, _]| strings::explain_half(&saxe, time)));
    }
    let Some(step) = (1..=STEPS).find(|step| kept_id(*step) == mark) else {
        return Ok(None);
    };
    let leak = Leak::of(&setting)?;
    let pair = leak.steps.get(step - 1).zip(leak.steps.get(step));
    Ok(pair.map(|(before, after)| {
        strings::explain_kept(leak.eta, before.error, before.descent, after.descent)
    }))
}

/// Explains what one step of a method leaves.
pub(super) fn methods(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let z = Setting::of(state)?.z;
    let mut all = Method::ALL.into_iter();
    let found = all.find(|method| factor_id(*method) == mark || first_id(*method) == mark);
    let Some(method) = found else {
        return Ok(None);
    };
    let measured = iterates(method, z, 1)?[1];
    Ok(Some(strings::explain_factor(method, z, measured)))
}
