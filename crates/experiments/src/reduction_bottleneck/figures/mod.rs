//! The figures made from the results: one file each.

mod credit;
mod level;
mod stability;

pub(super) use credit::credit;
pub(super) use level::level;
pub(super) use stability::{MARKED, RUN, limit_id, stability};

/// Ids of the figures.
pub(super) const CREDIT: &str = "reduction-bottleneck-credit";
pub(super) const LEVEL: &str = "reduction-bottleneck-level";
pub(super) const STABILITY: &str = "reduction-bottleneck-stability";

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
