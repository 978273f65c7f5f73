//! Arithmetic on blocks of numbers.

mod tanh;

pub(crate) use tanh::tanh;
