//! Arithmetic on blocks of numbers.

mod matrix;
mod narrow;
mod sigmoid;
mod tanh;

pub(crate) use matrix::{Extents, Left, multiply, multiply_and_add, transpose};
pub(crate) use narrow::sum_rows;
pub(crate) use sigmoid::sigmoid;
pub(crate) use tanh::{tanh, tanh_all};
