//! What a mark means.

use serde::Serialize;

/// What a curve, point or bar stands for. One meaning has one colour in every figure, and a shape
/// besides: values are round, gradients are bars, theory is dashed, what is wrong is hatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A value that the forward pass computed.
    Value,
    /// A gradient that the backward pass computed.
    Gradient,
    /// What a theory says, drawn beside a measurement.
    Theory,
    /// What the reader predicted.
    Prediction,
    /// What is wrong, or not a number.
    Wrong,
    /// Context that should not draw the eye.
    Quiet,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Value,
        Self::Gradient,
        Self::Theory,
        Self::Prediction,
        Self::Wrong,
        Self::Quiet,
    ];
}
