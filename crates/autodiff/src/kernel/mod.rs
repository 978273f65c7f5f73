//! Arithmetic on blocks of numbers.

mod matrix;
mod narrow;
mod sigmoid;
mod tanh;

pub(crate) use matrix::{Extents, Left, add_row, multiply, transpose};
pub(crate) use sigmoid::sigmoid;
pub(crate) use tanh::{tanh, tanh_all};
