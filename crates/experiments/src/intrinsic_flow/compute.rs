//! What the experiment computes.

use std::sync::OnceLock;

use popgrad::PopulationNode;

use super::parameters::{MEAN, PROBES, SEED, SPREAD, WEIGHTS};
use crate::activation::Activation;
use crate::{Error, State};

/// The profile runs as far to both sides.
pub(super) const REACH: f64 = 5.0;
/// Points on a profile.
const POINTS: usize = 301;
/// Members of the population that is drawn.
pub(super) const MEMBERS: usize = 60;
/// Places of a standard normal variable at which an expectation is summed: from −6 to 6.
const PLACES: usize = 240;
/// Spreads at which the expectations are computed: thirty to a power of ten, from 0.01 to 10.
const SPREADS: usize = 61;

/// Inputs and the slope of an activation at each. The gradient of the sum of all outputs is the
/// slope at every input.
pub(super) fn slopes(activation: Activation, inputs: &[f64]) -> Result<Vec<f64>, Error> {
    let x = PopulationNode::try_new(inputs.to_vec())?;
    activation.of(&x)?.try_sum()?.try_backprop()?;
    Ok(x.grad())
}

/// The slope of an activation along the whole axis. No parameter moves it: it is computed once.
pub(super) fn profile(activation: Activation) -> Result<&'static [[f64; 2]], Error> {
    static PROFILES: [OnceLock<Vec<[f64; 2]>>; Activation::ALL.len()] =
        [const { OnceLock::new() }; Activation::ALL.len()];
    let profile = &PROFILES[activation as usize];
    if let Some(profile) = profile.get() {
        return Ok(profile);
    }
    let last = POINTS - 1;
    let input = |index: usize| REACH * (2.0 * index as f64 - last as f64) / last as f64;
    let inputs: Vec<_> = (0..POINTS).map(input).collect();
    let slopes = slopes(activation, &inputs)?;
    let computed = inputs
        .into_iter()
        .zip(slopes)
        .map(|(x, slope)| [x, slope])
        .collect();
    Ok(profile.get_or_init(|| computed))
}

/// The probes and the slope at each.
pub(super) fn probes(state: &State) -> Result<Vec<[f64; 2]>, Error> {
    let inputs: Result<Vec<_>, Error> = PROBES.iter().map(|id| state.get(id)).collect();
    let inputs = inputs?;
    let slopes = slopes(Activation::shown(state)?, &inputs)?;
    Ok(inputs
        .into_iter()
        .zip(slopes)
        .map(|(x, slope)| [x, slope])
        .collect())
}

/// Members drawn from N(μ, σ²), with the slope at each.
pub(super) fn drawn(state: &State) -> Result<Vec<[f64; 2]>, Error> {
    let (mean, spread) = (state.get(MEAN)?, state.get(SPREAD)?);
    let mut random = popgrad::Random::new(state.get(SEED)? as u64);
    let inputs: Vec<_> = (0..MEMBERS)
        .map(|_| mean + spread * random.normal())
        .collect();
    let slopes = slopes(Activation::shown(state)?, &inputs)?;
    Ok(inputs
        .into_iter()
        .zip(slopes)
        .map(|(x, slope)| [x, slope])
        .collect())
}

/// The density of N(μ, σ²) at a place.
pub(super) fn density(place: f64, mean: f64, spread: f64) -> f64 {
    let z = (place - mean) / spread;
    libm::exp(-0.5 * z * z) / (spread * libm::sqrt(2.0 * std::f64::consts::PI))
}

/// What a whole population of one spread passes back.
pub(super) struct Passed {
    /// The spread σ.
    pub(super) spread: f64,
    /// The mean of the slope, E[f′(x)].
    pub(super) mean: f64,
    /// The mean of its square, E[f′(x)²].
    pub(super) mean_square: f64,
}

/// What populations N(μ, σ²) pass back, for each of these spreads: the slopes by the engine, all in
/// one population, and their means weighted by the normal density. The trapezoid rule is exact to
/// all digits shown where the slope is smooth; at the jump of relu it is off by a hundredth at most.
pub(super) fn passed(
    activation: Activation,
    mean: f64,
    spreads: &[f64],
) -> Result<Vec<Passed>, Error> {
    let last = PLACES - 1;
    let z = |place: usize| 6.0 * (2.0 * place as f64 - last as f64) / last as f64;
    let weights: Vec<_> = (0..PLACES)
        .map(|place| density(z(place), 0.0, 1.0))
        .collect();
    let total: f64 = weights.iter().sum();
    let inputs = spreads
        .iter()
        .flat_map(|spread| (0..PLACES).map(move |place| mean + spread * z(place)));
    let slopes = slopes(activation, &inputs.collect::<Vec<_>>())?;
    let rows = spreads.iter().zip(slopes.chunks_exact(PLACES));
    Ok(rows
        .map(|(&spread, row)| {
            let sum = |value: fn(f64) -> f64| -> f64 {
                let terms = row.iter().zip(&weights);
                terms.map(|(&slope, weight)| weight * value(slope)).sum()
            };
            Passed {
                spread,
                mean: sum(|slope| slope) / total,
                mean_square: sum(|slope| slope * slope) / total,
            }
        })
        .collect())
}

/// Spreads from 0.01 to 10, evenly on a logarithmic scale.
pub(super) fn spreads() -> Vec<f64> {
    let exponent = |step: usize| -2.0 + 3.0 * step as f64 / (SPREADS - 1) as f64;
    (0..SPREADS)
        .map(|step| libm::exp10(exponent(step)))
        .collect()
}

/// A unit with two inputs over points of the plane.
pub(super) struct Field {
    /// Its output f(w·x).
    pub(super) values: Vec<f64>,
    /// The gradient of its output for both inputs.
    pub(super) gradients: Vec<[f64; 2]>,
}

/// The output of a unit with two inputs, and its gradient, at each of these points of the plane.
pub(super) fn field(state: &State, points: &[[f64; 2]]) -> Result<Field, Error> {
    let weights = [state.get(WEIGHTS[0])?, state.get(WEIGHTS[1])?];
    let x = PopulationNode::try_matrix(points.len(), 2, points.as_flattened().to_vec())?;
    let w = PopulationNode::try_matrix(2, 1, weights.to_vec())?;
    let y = Activation::shown(state)?.of(&x.try_matmul(&w)?)?;
    y.try_sum()?.try_backprop()?;
    let gradients = x.grad();
    let (gradients, _) = gradients.as_chunks::<2>();
    Ok(Field {
        values: y.value(),
        gradients: gradients.to_vec(),
    })
}
