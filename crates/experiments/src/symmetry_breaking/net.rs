//! The XOR net whose hidden units start almost equal.

use popgrad::{Descent, PopulationNode, Random, Slot, Tape};

use crate::Error;

/// The step size of gradient descent.
pub(super) const STEP_SIZE: f64 = 0.1;
/// Every weight starts here, plus noise; biases start at 0.
const BASE: f64 = 0.5;
/// The four points of XOR, and their targets.
const POINTS: [f64; 8] = [-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0];
const TARGETS: [f64; 4] = [-1.0, 1.0, 1.0, -1.0];

/// What decides a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Hidden units.
    pub(super) hidden: usize,
    /// Whether the output has a tanh too.
    pub(super) tanh_output: bool,
    /// The standard deviation of the noise on every weight; 0 for exactly equal units.
    pub(super) noise: f64,
    /// The seed of the noise.
    pub(super) seed: u64,
    /// Which of many runs of this seed.
    pub(super) stream: u64,
}

/// A net that is being trained.
pub(super) struct Net {
    tape: Tape,
    descent: Descent,
    loss: Slot,
    parameters: [Slot; 4],
    hidden: usize,
}

impl Net {
    /// The net at its start.
    pub(super) fn new(start: Start) -> Result<Self, Error> {
        let hidden = start.hidden;
        let mut random = Random::with_stream(start.seed, start.stream);
        let mut weights = |count: usize| -> Vec<f64> {
            let normals = random.normals(count).into_iter();
            normals.map(|normal| BASE + start.noise * normal).collect()
        };
        let inputs = PopulationNode::try_matrix(4, 2, POINTS.to_vec())?;
        let targets = PopulationNode::try_matrix(4, 1, TARGETS.to_vec())?;
        let leaves = [
            PopulationNode::try_matrix(2, hidden, weights(2 * hidden))?,
            PopulationNode::try_matrix(1, hidden, vec![0.0; hidden])?,
            PopulationNode::try_matrix(hidden, 1, weights(hidden))?,
            PopulationNode::try_new(0.0)?,
        ];
        let [w1, b1, w2, b2] = &leaves;
        let units = inputs.try_matmul(w1)?.try_add(b1)?.try_tanh()?;
        let sum = units.try_matmul(w2)?.try_add(b2)?;
        let output = if start.tanh_output {
            sum.try_tanh()?
        } else {
            sum
        };
        let loss = output.try_sub(&targets)?.try_square()?.try_mean()?;
        Self::record(&loss, &leaves, hidden)
    }

    fn record(
        loss: &PopulationNode,
        leaves: &[PopulationNode; 4],
        hidden: usize,
    ) -> Result<Self, Error> {
        let tape = Tape::record(loss)?;
        let slot = |leaf: &PopulationNode| tape.slot(leaf);
        let [w1, b1, w2, b2] = leaves;
        let parameters = [slot(w1)?, slot(b1)?, slot(w2)?, slot(b2)?];
        let loss = tape.slot(loss)?;
        let descent = tape.descent(loss, &parameters.map(|slot| (slot, STEP_SIZE)))?;
        Ok(Self {
            tape,
            descent,
            loss,
            parameters,
            hidden,
        })
    }

    /// Makes so many steps of gradient descent.
    pub(super) fn train(&mut self, steps: usize) -> Result<(), Error> {
        Ok(self.descent.run(&mut self.tape, steps)?)
    }

    /// Makes a step for each place of `losses` and writes the loss before each.
    pub(super) fn train_recording(&mut self, losses: &mut [f64]) -> Result<(), Error> {
        Ok(self.descent.run_recording(&mut self.tape, losses)?)
    }

    /// The loss of the present weights.
    pub(super) fn loss(&mut self) -> Result<f64, Error> {
        self.tape.forward();
        Ok(self.tape.value(self.loss)?[0])
    }

    /// The largest distance between two hidden units, each taken as its weights and its bias.
    pub(super) fn distance(&self) -> Result<f64, Error> {
        let [w1, b1, w2, _] = self.parameters;
        let (w1, b1, w2) = (
            self.tape.value(w1)?,
            self.tape.value(b1)?,
            self.tape.value(w2)?,
        );
        let unit = |unit: usize| [w1[unit], w1[self.hidden + unit], b1[unit], w2[unit]];
        let mut largest = 0.0_f64;
        for one in 0..self.hidden {
            for other in 0..one {
                let parts = unit(one).into_iter().zip(unit(other));
                let squares = parts.map(|(a, b)| (a - b) * (a - b));
                largest = largest.max(libm::sqrt(squares.sum()));
            }
        }
        Ok(largest)
    }
}
