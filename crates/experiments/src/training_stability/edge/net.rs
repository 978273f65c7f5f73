//! The net of the edge of stability: 1-16-1, tanh and a linear output, on twelve points of a sine.

use popgrad::{PopulationNode, Random};

use super::super::loss::Loss;
use crate::Error;

/// Hidden units.
pub(in super::super) const HIDDEN: usize = 16;
/// Points of the sine.
pub(in super::super) const POINTS: usize = 12;
/// Weights and biases together.
pub(in super::super) const PARAMETERS: usize = 3 * HIDDEN + 1;

/// The points that the net is to meet: `x` evenly from 0 to 1, and `sin(2πx)`.
pub(in super::super) fn points() -> Vec<[f64; 2]> {
    let last = (POINTS - 1) as f64;
    let x = (0..POINTS).map(|point| point as f64 / last);
    x.map(|x| [x, libm::sin(2.0 * std::f64::consts::PI * x)])
        .collect()
}

/// The leaves of a net: weights and biases of the hidden layer, then of the output.
struct Leaves([PopulationNode; 4]);

impl Leaves {
    /// From all members, one leaf after the other.
    fn of(members: &[f64]) -> Result<Self, Error> {
        let part = |from: usize, to: usize| members[from..to].to_vec();
        Ok(Self([
            PopulationNode::try_matrix(1, HIDDEN, part(0, HIDDEN))?,
            PopulationNode::try_matrix(1, HIDDEN, part(HIDDEN, 2 * HIDDEN))?,
            PopulationNode::try_matrix(HIDDEN, 1, part(2 * HIDDEN, 3 * HIDDEN))?,
            PopulationNode::try_new(members[3 * HIDDEN])?,
        ]))
    }

    /// The output at some inputs, one below the other.
    fn output(&self, inputs: &[f64]) -> Result<PopulationNode, Error> {
        let [w1, b1, w2, b2] = &self.0;
        let x = PopulationNode::try_matrix(inputs.len(), 1, inputs.to_vec())?;
        let units = x.try_matmul(w1)?.try_add(b1)?.try_tanh()?;
        Ok(units.try_matmul(w2)?.try_add(b2)?)
    }
}

/// The loss `L = (1/2n)·Σe²` over the points, at the start of a seed: weights from N(0, 1/fan-in),
/// biases 0.
pub(in super::super) fn loss(seed: u64) -> Result<Loss, Error> {
    let leaves = Leaves::of(&start(seed))?;
    let (inputs, targets): (Vec<f64>, Vec<f64>) = points().into_iter().map(|[x, y]| (x, y)).unzip();
    let targets = PopulationNode::try_matrix(POINTS, 1, targets)?;
    let error = leaves.output(&inputs)?.try_sub(&targets)?;
    let half = PopulationNode::try_new(0.5)?;
    let loss = half.try_mul(&error.try_square()?.try_mean()?)?;
    let [w1, b1, w2, b2] = &leaves.0;
    Loss::record(&loss, &[w1, b1, w2, b2])
}

fn start(seed: u64) -> Vec<f64> {
    let mut random = Random::new(seed);
    let mut members = random.normals(HIDDEN);
    members.extend([0.0; HIDDEN]);
    let spread = 1.0 / libm::sqrt(HIDDEN as f64);
    members.extend(random.normals(HIDDEN).iter().map(|normal| spread * normal));
    members.push(0.0);
    members
}

/// The output of a net with these parameters at some inputs.
pub(in super::super) fn output(members: &[f64], inputs: &[f64]) -> Result<Vec<f64>, Error> {
    Ok(Leaves::of(members)?.output(inputs)?.value())
}
