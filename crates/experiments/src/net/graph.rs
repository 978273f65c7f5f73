//! The net as a graph of nodes.

use popgrad::PopulationNode;

use super::{Design, Loss, Weights};
use crate::Error;

/// What the net makes of some inputs.
pub(crate) struct Answer {
    /// The units, row by row: one row of H for each input.
    pub(crate) units: Vec<f64>,
    /// The outputs, one for each input.
    pub(crate) outputs: Vec<f64>,
}

/// Units and outputs for inputs that are given as pairs, one after the other.
///
/// # Errors
/// When the engine refuses an operation.
pub(crate) fn answer(design: Design, weights: &Weights, inputs: &[f64]) -> Result<Answer, Error> {
    let inputs = PopulationNode::try_matrix(inputs.len() / 2, 2, inputs.to_vec())?;
    let Layers { units, output } = layers(design, &inputs, &leaves(weights)?)?;
    Ok(Answer {
        units: units.value(),
        outputs: output.value(),
    })
}

/// The two layers of the net.
pub(super) struct Layers {
    pub(super) units: PopulationNode,
    pub(super) output: PopulationNode,
}

/// The weights as leaves: w1, b1, w2, b2.
pub(super) fn leaves(weights: &Weights) -> Result<[PopulationNode; 4], Error> {
    let hidden = weights.hidden();
    Ok([
        PopulationNode::try_matrix(2, hidden, weights.w1.clone())?,
        PopulationNode::try_matrix(1, hidden, weights.b1.clone())?,
        PopulationNode::try_matrix(hidden, 1, weights.w2.clone())?,
        PopulationNode::try_new(weights.b2)?,
    ])
}

/// The layers over these inputs.
pub(super) fn layers(
    design: Design,
    inputs: &PopulationNode,
    [w1, b1, w2, b2]: &[PopulationNode; 4],
) -> Result<Layers, Error> {
    let sums = inputs.try_matmul(w1)?.try_add(b1)?;
    let units = if design.tanh_hidden {
        sums.try_tanh()?
    } else {
        sums
    };
    let sum = units.try_matmul(w2)?.try_add(b2)?;
    let output = if design.tanh_output {
        sum.try_tanh()?
    } else {
        sum
    };
    Ok(Layers { units, output })
}

/// The loss of the output over the four points.
pub(super) fn loss(design: Design, output: &PopulationNode) -> Result<PopulationNode, Error> {
    let loss = match design.loss {
        Loss::Squared => {
            let targets = PopulationNode::try_matrix(4, 1, design.targets.values().to_vec())?;
            output.try_sub(&targets)?.try_square()?
        }
        Loss::Logistic => {
            let signs = super::Targets::Signed.values().map(|sign| -sign);
            let signs = PopulationNode::try_matrix(4, 1, signs.to_vec())?;
            output.try_mul(&signs)?.try_softplus()?
        }
    };
    Ok(loss.try_mean()?)
}

/// The loss at some weights as a node, with the weights as leaves: w1, b1, w2, b2.
///
/// # Errors
/// When the engine refuses an operation.
pub(crate) fn recorded(
    design: Design,
    weights: &Weights,
) -> Result<(PopulationNode, [PopulationNode; 4]), Error> {
    let inputs = PopulationNode::try_matrix(4, 2, super::POINTS.to_vec())?;
    let leaves = leaves(weights)?;
    let loss = loss(design, &layers(design, &inputs, &leaves)?.output)?;
    Ok((loss, leaves))
}
