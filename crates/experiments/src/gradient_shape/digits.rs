//! How many digits of a slope survive the ways of computing it.

use popgrad::PopulationNode;

use crate::Error;
use crate::activation::Activation;

use super::compute::response;

/// Where the finite difference is taken.
pub(super) const PLACE: f64 = 0.5;

/// The exact slope of tanh without a subtraction that could lose digits:
/// `sech²(x) = 4 e^(−2|x|) / (1 + e^(−2|x|))²`.
pub(super) fn exact_slope(input: f64) -> f64 {
    let tail = libm::exp(-2.0 * input.abs());
    4.0 * tail / ((1.0 + tail) * (1.0 + tail))
}

/// The relative error of the engine's `1 − y²` against the exact slope, at distances from 0.
pub(super) fn tail_errors() -> Result<Vec<[f64; 2]>, Error> {
    let distances: Vec<f64> = (0..=220).map(|tenth| f64::from(tenth) / 10.0).collect();
    let tanh = response(Activation::Tanh, distances)?;
    let errors = tanh.inputs.iter().zip(&tanh.gradients);
    Ok(errors
        .map(|(&distance, &slope)| {
            let exact = exact_slope(distance);
            [distance, (slope - exact).abs() / exact]
        })
        .collect())
}

/// The relative error of `1 − y²` at one distance from 0.
pub(super) fn tail_error(distance: f64) -> Result<f64, Error> {
    let slope = response(Activation::Tanh, vec![distance])?.gradients[0];
    let exact = exact_slope(distance);
    Ok((slope - exact).abs() / exact)
}

/// The smallest distance from 0, to a hundredth, at which `1 − y²` is exactly 0.
pub(super) fn first_zero() -> Result<f64, Error> {
    let distances: Vec<f64> = (0..=2200).map(|step| f64::from(step) / 100.0).collect();
    let tanh = response(Activation::Tanh, distances)?;
    let zero = tanh.gradients.iter().position(|&slope| slope == 0.0);
    Ok(zero.map_or(f64::NAN, |index| tanh.inputs[index]))
}

/// Steps of a finite difference, twenty to a power of ten, with the error of
/// `(tanh(x + h) − tanh(x − h)) / 2h` against the gradient.
pub(super) fn difference_errors() -> Result<Vec<[f64; 2]>, Error> {
    (-280..=0)
        .map(|twentieth| {
            let step = libm::exp10(f64::from(twentieth) / 20.0);
            Ok([step, difference_error(step)?])
        })
        .collect()
}

/// The error of the finite difference with one step.
pub(super) fn difference_error(step: f64) -> Result<f64, Error> {
    let ends = PopulationNode::try_new(vec![PLACE + step, PLACE - step])?;
    let ends = ends.try_tanh()?.value();
    let difference = (ends[0] - ends[1]) / (2.0 * step);
    Ok((difference - exact_slope(PLACE)).abs())
}

/// What theory says of that error: truncation `h² |tanh‴(x)| / 6`, and rounding: half a unit in the
/// last place of tanh, divided by the step.
pub(super) fn truncation(step: f64) -> f64 {
    step * step * third_derivative().abs() / 6.0
}

/// See [`truncation`].
pub(super) fn rounding(step: f64) -> f64 {
    f64::EPSILON * libm::tanh(PLACE) / (2.0 * step)
}

/// The step at which the two together are smallest.
pub(super) fn best_step() -> f64 {
    libm::cbrt(1.5 * f64::EPSILON * libm::tanh(PLACE) / third_derivative().abs())
}

/// `tanh‴(x) = −2 sech²(x) (1 − 3 tanh²(x))`.
fn third_derivative() -> f64 {
    let tanh = libm::tanh(PLACE);
    -2.0 * exact_slope(PLACE) * (1.0 - 3.0 * tanh * tanh)
}
