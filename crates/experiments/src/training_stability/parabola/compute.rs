//! The parabola `L = ½·λ·x²`: gradient descent from `x = 1`.

use popgrad::PopulationNode;

use super::super::loss::Loss;
use crate::Error;

/// Where every run begins.
pub(in super::super) const START: f64 = 1.0;
/// Divergence is followed for so many steps.
const LONGEST: usize = 20_000;

/// The loss for one curvature.
fn loss(curvature: f64) -> Result<Loss, Error> {
    let x = PopulationNode::try_new(START)?;
    let half = PopulationNode::try_new(0.5 * curvature)?;
    let loss = half.try_mul(&x.try_square()?)?.try_sum()?;
    Loss::record(&loss, &[&x])
}

/// `x` and the loss before each of so many steps, and after the last.
pub(in super::super) fn iterates(
    curvature: f64,
    step: f64,
    steps: usize,
) -> Result<Vec<[f64; 2]>, Error> {
    let mut loss = loss(curvature)?;
    let descent = loss.descent(step)?;
    let mut iterates = Vec::with_capacity(steps + 1);
    for _ in 0..=steps {
        iterates.push([loss.leaf(0)?[0], loss.value()?]);
        loss.descend(&descent, 1)?;
    }
    Ok(iterates)
}

/// What one step multiplies `x` by, measured.
pub(in super::super) fn factor(curvature: f64, step: f64) -> Result<f64, Error> {
    Ok(iterates(curvature, step, 1)?[1][0] / START)
}

/// Steps until the distance to the minimum is below a part of the start's; `None` if it is not
/// within `most` steps.
pub(in super::super) fn steps_to(
    curvature: f64,
    step: f64,
    part: f64,
    most: usize,
) -> Result<Option<usize>, Error> {
    let iterates = iterates(curvature, step, most)?;
    let is_there = |[x, _]: &[f64; 2]| x.abs() <= part * START;
    Ok(iterates.iter().position(is_there))
}

/// The first step after which `x` is not finite, and the last finite `x`; `None` if there is none
/// within [`LONGEST`] steps.
pub(in super::super) fn lost(curvature: f64, step: f64) -> Result<Option<(usize, f64)>, Error> {
    let iterates = iterates(curvature, step, LONGEST)?;
    let lost = iterates.iter().position(|[x, _]| !x.is_finite());
    let lost = lost.filter(|lost| *lost > 0);
    Ok(lost.map(|lost| (lost, iterates[lost - 1][0])))
}
