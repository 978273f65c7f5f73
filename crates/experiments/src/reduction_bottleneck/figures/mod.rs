//! The figures made from the results: one file each.

mod credit;
mod level;
mod stability;

pub(super) use stability::{MARKED, RUN, chosen_id, limit_id};

use popgrad_figures::Figure;

use super::compute::{self, Setting};
use crate::{Error, State};

/// Ids of the figures.
pub(super) const CREDIT: &str = "reduction-bottleneck-credit";
pub(super) const LEVEL: &str = "reduction-bottleneck-level";
pub(super) const STABILITY: &str = "reduction-bottleneck-stability";

/// The members, and the credit that each gets.
pub(super) fn credit(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let credit = compute::credit(&setting, &setting.members)?;
    let ones = compute::credit(&setting, &vec![1.0; setting.members.len()])?;
    Ok(credit::credit(&setting, &credit, &ones, state.guess()))
}

/// Populations that become the same number.
pub(super) fn level(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let credit = compute::credit(&setting, &setting.members)?;
    let (grid, twin) = (compute::grid(&setting)?, compute::twin(&setting)?);
    Ok(level::level(&setting, &credit, grid, &twin))
}

/// The largest stable steps of sum and mean, and two runs.
pub(super) fn stability(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let limits = compute::curvature(setting.size)?.map(|curvature| 2.0 / curvature);
    let losses = compute::losses(setting.size, setting.step, RUN)?;
    let measured = compute::curvatures()?;
    Ok(stability::stability(&setting, measured, limits, &losses))
}

/// Id of a mark of a member, counted from 0.
pub(super) fn id(kind: &str, member: usize) -> String {
    format!("{kind}-{}", member + 1)
}

/// A member's point, its tanh and its bars light up together.
fn group(member: usize) -> String {
    id("member", member)
}

/// Where the second of two labels stands so that it is at least so far from the first.
fn apart(first: f64, second: f64, least: f64) -> f64 {
    if (second - first).abs() >= least {
        second
    } else if second >= first {
        first + least
    } else {
        first - least
    }
}
