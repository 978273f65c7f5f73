//! What the experiment computes.

use std::sync::OnceLock;

use popgrad::PopulationNode;

use super::parameters::{MEMBERS, SCALE};
use crate::activation::Activation;
use crate::{Error, State};

/// The curves run as far to both sides.
pub(super) const REACH: f64 = 7.5;
/// Points on a curve: one every thirtieth.
const POINTS: usize = 451;

/// Inputs, their activation, and the gradient of the sum of all activations for each input.
pub(super) struct Response {
    pub(super) activation: Activation,
    pub(super) inputs: Vec<f64>,
    pub(super) values: Vec<f64>,
    pub(super) gradients: Vec<f64>,
}

/// The seven members, each multiplied by the scale.
pub(super) fn population(state: &State) -> Result<Response, Error> {
    let scale = state.get(SCALE)?;
    let members: Result<Vec<_>, Error> = MEMBERS.iter().map(|id| state.get(id)).collect();
    // Adding 0 turns a −0 into 0.
    let inputs = members?.iter().map(|input| scale * input + 0.0).collect();
    response(Activation::shown(state)?, inputs)
}

/// An activation and its slope along the whole axis. The gradient of the sum is the slope at every
/// input, because each input reaches the sum by its own activation alone. No parameter moves it: it
/// is computed once.
pub(super) fn curve(activation: Activation) -> Result<&'static Response, Error> {
    static CURVES: [OnceLock<Response>; Activation::ALL.len()] =
        [const { OnceLock::new() }; Activation::ALL.len()];
    let curve = &CURVES[activation as usize];
    if let Some(curve) = curve.get() {
        return Ok(curve);
    }
    let last = POINTS - 1;
    let input = |index: usize| REACH * (2.0 * index as f64 - last as f64) / last as f64;
    let computed = response(activation, (0..POINTS).map(input).collect())?;
    Ok(curve.get_or_init(|| computed))
}

/// The activation of inputs, and the gradient of its sum.
pub(super) fn response(activation: Activation, inputs: Vec<f64>) -> Result<Response, Error> {
    let x = PopulationNode::try_new(inputs.clone())?;
    let y = activation.of(&x)?;
    y.try_sum()?.try_backprop()?;
    Ok(Response {
        activation,
        inputs,
        values: y.value(),
        gradients: x.grad(),
    })
}

/// Where the slope of tanh is half of its maximum: `acosh(√2)`, as `sech²(x) = 1/2` there.
pub(super) fn half_slope() -> f64 {
    libm::acosh(libm::sqrt(2.0))
}

/// Where the slope of tanh is a hundredth of its maximum: `acosh(10)`.
pub(super) fn hundredth_slope() -> f64 {
    libm::acosh(10.0)
}

/// Where the slope of tanh falls most steeply: `artanh(1/√3)`, where its second derivative is 0.
pub(super) fn steepest_fall() -> f64 {
    libm::atanh(1.0 / libm::sqrt(3.0))
}

/// What theory says of the slope of tanh far from 0: `4 e^(−2|x|)`.
pub(super) fn tail(input: f64) -> f64 {
    4.0 * libm::exp(-2.0 * input.abs())
}
