//! The XOR net that several experiments train: two inputs, one hidden layer, one output, on a tape.
//!
//! A [`Design`] says what is computed, [`Weights`] with which numbers; [`Training`] moves the weights,
//! [`answer`] computes units and outputs for any inputs.

mod design;
mod graph;
mod training;
mod weights;

#[cfg(test)]
mod tests;

pub(crate) use design::{Design, Loss, POINTS, Targets};
pub(crate) use graph::{answer, recorded};
pub(crate) use training::Training;
pub(crate) use weights::Weights;
