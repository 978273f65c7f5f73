//! What the experiment computes.

mod ladder;
mod rule;
mod seed;

pub(super) use ladder::{Ladder, Rung, rungs_of};
pub(super) use seed::{Credit, STEP_SIZE, STEPS, gradient_at};
