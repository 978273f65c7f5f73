//! What the experiment computes.

use popgrad::PopulationNode;

use crate::Error;

/// An input, its square, and the gradient of the square for the input.
pub(super) struct Square {
    pub(super) input: f64,
    pub(super) value: f64,
    pub(super) gradient: f64,
}

/// The square of `input`, by the engine.
pub(super) fn square(input: f64) -> Result<Square, Error> {
    let x = PopulationNode::try_new(vec![input])?;
    let y = x.try_mul(&x)?;
    y.try_backprop()?;
    Ok(Square {
        input,
        value: y.value().iter().sum(),
        gradient: x.grad().iter().sum(),
    })
}
