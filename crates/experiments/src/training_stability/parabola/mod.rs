//! The parabola: one curvature, one step size.

pub(super) mod compute;
pub(super) mod explain;
pub(super) mod figure;
