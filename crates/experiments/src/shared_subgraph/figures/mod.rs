//! The figures made from the results.

mod check;
mod graph;
mod ladder;
mod parts;

pub(super) use check::{ASKED, CHECK, check, gradient_id, slope_id, value_id};
pub(super) use graph::{GRAPH, graph};
pub(super) use ladder::{LADDER, bar_id, ladder, sum_id};
pub(super) use parts::{Kind, Part, parts};
