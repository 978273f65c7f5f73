//! The edge of stability: a net whose sharpness rises to 2/η and stays there.

pub(super) mod explain;
pub(super) mod figure;
pub(super) mod net;
pub(super) mod run;
