//! The valley: two curvatures, one step size, momentum.

pub(super) mod compute;
pub(super) mod explain;
pub(super) mod figure;
