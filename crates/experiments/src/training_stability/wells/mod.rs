//! Two wells: what a step size does where the curvature changes.

pub(super) mod compute;
pub(super) mod explain;
pub(super) mod figure;
