//! The figures made from the results.

mod check;
mod graph;
mod ladder;
mod ladder_graph;
mod parts;

pub(super) use check::{ASKED, CHECK, check, gradient_id, slope_id, value_id};
pub(super) use graph::{GRAPH, graph};
pub(super) use ladder::{LADDER, bar_id, ladder, sum_id};
pub(super) use ladder_graph::{FOLD, folded_rungs, rung_id, ways};
pub(super) use parts::{Kind, Part, parts};
