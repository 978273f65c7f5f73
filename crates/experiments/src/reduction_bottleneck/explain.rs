//! What each mark is, with its formula.

use popgrad_figures::number::short;

use super::compute::{self, SIZES, Setting};
use super::figures::{MARKED, RUN, chosen_id, id, limit_id};
use super::strings;
use crate::{Error, Explanation, State};

/// Explains a mark of the members or of their credit.
pub(super) fn credit(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = &Setting::of(state)?;
    let members = &setting.members;
    let find = |kind: &str| (0..members.len()).find(|member| id(kind, *member) == mark);
    if let Some(member) = find("member") {
        return Ok(Some(strings::explain_member(member, members[member])));
    }
    if let Some(member) = find("tanh") {
        let value = compute::credit(setting, members)?.reduced_members[member];
        return Ok(Some(strings::explain_tanh(member, members[member], value)));
    }
    let credit = compute::credit(setting, members)?;
    Ok(find("credit").map(|member| strings::explain_credit(setting, &credit, member)))
}

/// Explains a mark of the populations of equal value.
pub(super) fn level(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = &Setting::of(state)?;
    let value = compute::credit(setting, &setting.members)?.value;
    let explain =
        |number: u8, members: &[f64]| strings::explain_population(setting, number, members, value);
    let (kind, number) = mark.split_once('-').unwrap_or((mark, ""));
    let known = |number: &str| (1..=setting.members.len()).any(|one| one.to_string() == number);
    Ok(match kind {
        "here" if number.is_empty() => Some(explain(0, &setting.members)),
        "twin" if number.is_empty() => Some(explain(1, &compute::twin(setting)?)),
        "a" if known(number) => Some(explain(0, &setting.members)),
        "b" if known(number) => Some(explain(1, &compute::twin(setting)?)),
        _ => None,
    })
}

/// Explains a mark of the largest steps or of the runs.
pub(super) fn stability(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = &Setting::of(state)?;
    let curvatures = compute::curvature(setting.size)?;
    if mark == "present" {
        return Ok(Some(strings::explain_present(setting, curvatures)));
    }
    for which in [0, 1] {
        let mut sizes = SIZES.into_iter();
        let found = sizes.find(|size| limit_id(which, *size) == mark);
        let chosen = (chosen_id(which) == mark).then_some(setting.size);
        if let Some(size) = chosen.or(found) {
            let curvature = compute::curvature(size)?[which];
            return Ok(Some(strings::explain_limit(which, size, curvature)));
        }
    }
    for (which, kind) in ["sum", "mean"].into_iter().enumerate() {
        if let Some(step) = MARKED.into_iter().find(|step| id(kind, *step) == mark) {
            let losses = compute::losses(setting.size, setting.step, RUN)?;
            let factor = 1.0 - setting.step * curvatures[which];
            return Ok(Some(strings::explain_loss(
                step,
                losses[which][step],
                &short(factor),
            )));
        }
    }
    Ok(None)
}
