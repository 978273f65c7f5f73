//! What the experiment computes.

use std::sync::OnceLock;

use popgrad::PopulationNode;

use crate::Error;

/// The inputs of the seed.
pub(super) const SEED: [f64; 7] = [-6.0, -3.0, -0.5, 0.0, 0.5, 3.0, 6.0];
/// The curve runs as far to both sides.
pub(super) const REACH: f64 = 7.5;
/// Points on the curve: one every thirtieth.
const POINTS: usize = 451;

/// Inputs, their tanh, and the gradient of the sum of all tanh for each input.
pub(super) struct Tanh {
    pub(super) inputs: Vec<f64>,
    pub(super) values: Vec<f64>,
    pub(super) gradients: Vec<f64>,
}

/// The seed's population with every input multiplied by `scale`.
pub(super) fn population(scale: f64) -> Result<Tanh, Error> {
    tanh(SEED.map(|input| scale * input).to_vec())
}

/// tanh and its slope along the whole axis. The gradient of the sum is the slope at every input,
/// because each input reaches the sum by its own tanh alone. No parameter moves it: it is computed
/// once.
pub(super) fn curve() -> Result<&'static Tanh, Error> {
    static CURVE: OnceLock<Tanh> = OnceLock::new();
    if let Some(curve) = CURVE.get() {
        return Ok(curve);
    }
    let last = POINTS - 1;
    let input = |index: usize| REACH * (2.0 * index as f64 - last as f64) / last as f64;
    let computed = tanh((0..POINTS).map(input).collect())?;
    Ok(CURVE.get_or_init(|| computed))
}

fn tanh(inputs: Vec<f64>) -> Result<Tanh, Error> {
    let x = PopulationNode::try_new(inputs.clone())?;
    let y = x.try_tanh()?;
    y.try_sum()?.try_backprop()?;
    Ok(Tanh {
        inputs,
        values: y.value(),
        gradients: x.grad(),
    })
}

/// Where the slope of tanh is half of its maximum: `acosh(√2)`, as tanh² is one half there.
pub(super) fn half_slope() -> f64 {
    libm::acosh(libm::sqrt(2.0))
}
