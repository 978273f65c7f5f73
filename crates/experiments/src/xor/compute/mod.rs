//! What the experiment computes, apart from how it is shown.

pub(super) mod descent;
pub(super) mod fold;
pub(super) mod line;
pub(super) mod outcome;
pub(super) mod record;
pub(super) mod run;
pub(super) mod success;
