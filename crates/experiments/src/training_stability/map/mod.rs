//! The trainability map: each cell is a whole run with its own two step sizes.

pub(super) mod explain;
pub(super) mod figure;
pub(super) mod net;
pub(super) mod window;
pub(super) mod work;
