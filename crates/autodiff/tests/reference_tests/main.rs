//! The engine against values that were computed elsewhere, in float64.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod agreement;
mod deep_tanh;
mod files;
mod graphs;
mod operations;
mod sharpness;
mod tensor;
mod xor;
mod xor_net;
