//! What each mark is, with its formula.

use popgrad_figures::number::short;

use super::compute::{self, SIZES, Setting};
use super::figures::{CREDIT, LEVEL, MARKED, RUN, STABILITY, id, limit_id};
use super::strings;
use crate::{Error, Explanation};

/// Explains a mark of a figure.
pub(super) fn mark(setting: &Setting, figure: &str, mark: &str) -> Result<Explanation, Error> {
    let found = match figure {
        CREDIT => of_credit(setting, mark)?,
        LEVEL => of_level(setting, mark)?,
        STABILITY => of_stability(setting, mark)?,
        _ => None,
    };
    found.ok_or_else(|| Error::UnknownMark {
        figure: figure.to_owned(),
        mark: mark.to_owned(),
    })
}

fn of_credit(setting: &Setting, mark: &str) -> Result<Option<Explanation>, Error> {
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

fn of_level(setting: &Setting, mark: &str) -> Result<Option<Explanation>, Error> {
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

fn of_stability(setting: &Setting, mark: &str) -> Result<Option<Explanation>, Error> {
    let curvatures = compute::curvature(setting.size)?;
    if mark == "present" {
        return Ok(Some(strings::explain_present(setting, curvatures)));
    }
    for size in SIZES.into_iter().chain([setting.size]) {
        if let Some(which) = [0, 1]
            .into_iter()
            .find(|which| limit_id(*which, size) == mark)
        {
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
