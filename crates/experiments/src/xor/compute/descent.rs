//! Gradient descent of a model that is linear in its features.

use popgrad::{PopulationNode, Tape};

use crate::Error;
use crate::net::{Design, Loss, POINTS, Targets};

/// The inputs of a linear model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::xor) enum Features {
    /// x₁ and x₂.
    Inputs,
    /// x₁, x₂ and x₁·x₂.
    WithProduct,
}

/// The model at one step: its weights, the bias last, its loss, and the gradient.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::xor) struct Stop {
    pub(in crate::xor) weights: Vec<f64>,
    pub(in crate::xor) loss: f64,
    pub(in crate::xor) gradient: Vec<f64>,
}

/// The model at the start and after each of `steps` steps of this size.
pub(in crate::xor) fn descend(
    design: Design,
    features: Features,
    start: &[f64],
    step_size: f64,
    steps: usize,
) -> Result<Vec<Stop>, Error> {
    let weights = PopulationNode::try_matrix(1, start.len(), start.to_vec())?;
    let loss = losses_of(design, features, &weights)?.try_sum()?;
    let mut tape = Tape::record(&loss)?;
    let (weights, loss) = (tape.slot(&weights)?, tape.slot(&loss)?);
    let descent = tape.descent(loss, &[(weights, step_size)])?;
    let mut stops = Vec::with_capacity(steps + 1);
    for step in 0..=steps {
        if step > 0 {
            descent.run(&mut tape, 1)?;
        }
        tape.backward(loss)?;
        stops.push(Stop {
            weights: tape.value(weights)?.to_vec(),
            loss: tape.value(loss)?[0],
            gradient: tape.cotangent(weights)?.to_vec(),
        });
    }
    Ok(stops)
}

/// The loss at each of several places: pairs w₁, w₂, all with this bias.
pub(in crate::xor) fn losses(
    design: Design,
    places: &[[f64; 2]],
    bias: f64,
) -> Result<Vec<f64>, Error> {
    let rows: Vec<f64> = places.iter().flat_map(|&[x, y]| [x, y, bias]).collect();
    let weights = PopulationNode::try_matrix(places.len(), 3, rows)?;
    Ok(losses_of(design, Features::Inputs, &weights)?.value())
}

/// The loss of each row of weights.
fn losses_of(
    design: Design,
    features: Features,
    weights: &PopulationNode,
) -> Result<PopulationNode, Error> {
    let outputs = weights.try_matmul(&columns(features)?)?;
    let loss = match design.loss {
        Loss::Squared => {
            let targets = PopulationNode::try_new(design.targets.values())?;
            outputs.try_sub(&targets)?.try_square()?
        }
        Loss::Logistic => {
            let signs = Targets::Signed.values().map(|sign| -sign);
            outputs
                .try_mul(&PopulationNode::try_new(signs)?)?
                .try_softplus()?
        }
    };
    Ok(loss.try_mean_axis(1)?)
}

/// The features of the four points, one column each; the last row are ones, for the bias.
fn columns(features: Features) -> Result<PopulationNode, Error> {
    let points = POINTS.as_chunks::<2>().0;
    let row = |feature: fn(&[f64; 2]) -> f64| points.iter().map(feature);
    let mut rows: Vec<f64> = row(|[x, _]| *x).chain(row(|[_, y]| *y)).collect();
    if features == Features::WithProduct {
        rows.extend(row(|[x, y]| x * y));
    }
    rows.extend([1.0; 4]);
    Ok(PopulationNode::try_matrix(rows.len() / 4, 4, rows)?)
}
