//! Two nearly equal units and their gradients.

use popgrad::PopulationNode;

use crate::Error;

/// The input of the first unit.
pub(super) const INPUT: f64 = 0.5;

/// The gradients of `INPUT` and `INPUT + ε`.
pub(super) fn gradients(epsilon: f64) -> Result<[f64; 2], Error> {
    let x = PopulationNode::try_new(vec![INPUT, INPUT + epsilon])?;
    x.try_tanh()?.try_sum()?.try_backprop()?;
    let gradients = x.grad();
    Ok([gradients[0], gradients[1]])
}

/// How far the two gradients differ.
pub(super) fn difference(epsilon: f64) -> Result<f64, Error> {
    let [first, second] = gradients(epsilon)?;
    Ok((first - second).abs())
}

/// The difference against ε, eight to a power of ten, all units in one population.
pub(super) fn differences() -> Result<Vec<[f64; 2]>, Error> {
    let epsilons: Vec<f64> = (-136..=0)
        .map(|step| libm::exp10(f64::from(step) / 8.0))
        .collect();
    let mut inputs = vec![INPUT];
    inputs.extend(epsilons.iter().map(|epsilon| INPUT + epsilon));
    let x = PopulationNode::try_new(inputs)?;
    x.try_tanh()?.try_sum()?.try_backprop()?;
    let gradients = x.grad();
    let differences = gradients[1..]
        .iter()
        .map(|other| (gradients[0] - other).abs());
    Ok(epsilons
        .into_iter()
        .zip(differences)
        .map(|(epsilon, by)| [epsilon, by])
        .collect())
}

/// What theory says for a small ε: `|f″(x)| ε = 2 y (1 − y²) ε` with `y = tanh(x)`.
pub(super) fn theory(epsilon: f64) -> f64 {
    let y = libm::tanh(INPUT);
    2.0 * y * (1.0 - y * y) * epsilon
}
