//! Numbers and texts in the forms that format specifications ask for.

mod brackets;
mod float;
mod integer;
mod percent;
mod quoted;
mod round;
mod specification;
mod text;

pub(crate) use brackets::brackets;
pub(crate) use float::format_float;
pub(crate) use integer::{format_integer, in_radix};
pub(crate) use percent::percent;
pub(crate) use quoted::quoted;
pub(crate) use round::{rounded, rounded_integer};
pub(crate) use specification::Specification;
pub(crate) use text::format_text;
