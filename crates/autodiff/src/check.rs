//! A gradient checker: backpropagation against central differences.

use crate::{Error, PopulationNode};

/// Where backpropagation and central differences differ most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradientCheck {
    /// Which input.
    pub input: usize,
    /// Which of its members.
    pub member: usize,
    /// The gradient by backpropagation.
    pub gradient: f64,
    /// The slope by central differences.
    pub slope: f64,
    /// `|gradient - slope| / max(1, |slope|)`; a NaN on one side alone counts as infinite.
    pub error: f64,
}

/// Compares the gradient of a function of leaves with its slope, member by member, and gives the worst. The function is
/// judged by a weighted sum of its result's members, with a weight for each, so that no two errors cancel.
///
/// The slope at `x` is `(f(x + h) - f(x - h)) / 2h` with `h = 6e-6 * max(1, |x|)`, where truncation and rounding are
/// about equal; of a smooth function the error then is about 1e-9. Keep away from kinks: there the slope is neither
/// side's.
///
/// ```
/// use popgrad::{PopulationNode, check_gradient};
/// let x = PopulationNode::new([0.5, -1.0]);
/// let found = check_gradient(&[x.clone()], |inputs| inputs[0].try_tanh())?;
/// assert!(found.error < 1e-8);
///
/// // A wrong derivative: the value of x², but the gradient of one factor alone.
/// let found = check_gradient(&[x], |inputs| inputs[0].try_mul(&inputs[0].try_detach()?))?;
/// assert!(found.error > 0.4);
/// # Ok::<(), popgrad::Error>(())
/// ```
///
/// # Errors
/// Those of the function; [`Error::NotALeaf`] for an input that is not a leaf, [`Error::Empty`] for no inputs.
pub fn check_gradient(
    inputs: &[PopulationNode],
    function: impl Fn(&[PopulationNode]) -> Result<PopulationNode, Error>,
) -> Result<GradientCheck, Error> {
    let gradients = gradients(inputs, &function)?;
    let mut worst: Option<GradientCheck> = None;
    for (input, gradients) in gradients.iter().enumerate() {
        for (member, gradient) in gradients.iter().copied().enumerate() {
            let slope = slope(inputs, input, member, &function)?;
            let error = difference(gradient, slope);
            if worst.is_none_or(|worst| error > worst.error) {
                worst = Some(GradientCheck {
                    input,
                    member,
                    gradient,
                    slope,
                    error,
                });
            }
        }
    }
    worst.ok_or(Error::Empty)
}

/// The gradient of the weighted sum, on leaves of its own, so that the inputs' gradients stay as they are.
fn gradients(
    inputs: &[PopulationNode],
    function: &impl Fn(&[PopulationNode]) -> Result<PopulationNode, Error>,
) -> Result<Vec<Vec<f64>>, Error> {
    let leaves = inputs
        .iter()
        .map(PopulationNode::try_copy_leaf)
        .collect::<Result<Vec<_>, _>>()?;
    let result = function(&leaves)?;
    let weights: Vec<f64> = (0..result.len()).map(weight).collect();
    result.try_backprop_with(&weights)?;
    Ok(leaves.iter().map(PopulationNode::grad).collect())
}

/// The slope of the weighted sum along one member.
fn slope(
    inputs: &[PopulationNode],
    input: usize,
    member: usize,
    function: &impl Fn(&[PopulationNode]) -> Result<PopulationNode, Error>,
) -> Result<f64, Error> {
    let x = inputs[input].values()[member];
    let step = 6e-6 * x.abs().max(1.0);
    let (above, below) = (x + step, x - step);
    let at = |x: f64| {
        let mut leaves = inputs.to_vec();
        let moved = inputs[input].try_copy_leaf()?;
        let mut members = moved.value();
        members[member] = x;
        moved.try_set_value(members)?;
        leaves[input] = moved;
        let result = function(&leaves)?.value();
        Ok::<f64, Error>(
            result
                .iter()
                .enumerate()
                .fold(0.0, |total, (i, y)| total + weight(i) * y),
        )
    };
    Ok((at(above)? - at(below)?) / (above - below))
}

/// Unequal weights between 0.5 and 1.5.
fn weight(member: usize) -> f64 {
    1.0 + libm::sin(member as f64 + 1.0) / 2.0
}

fn difference(gradient: f64, slope: f64) -> f64 {
    if gradient.is_nan() && slope.is_nan() || gradient == slope {
        return 0.0;
    }
    let error = (gradient - slope).abs() / slope.abs().max(1.0);
    if error.is_nan() { f64::INFINITY } else { error }
}
