//! The catapult: a step too large for the start finds a flatter place.

pub(super) mod compute;
pub(super) mod explain;
pub(super) mod figure;
