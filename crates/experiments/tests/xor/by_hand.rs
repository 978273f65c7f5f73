//! The net written without the experiment.

use popgrad::{PopulationNode, Random, Slot, Tape};

const POINTS: [f64; 8] = [-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0];

/// A net of two units and its tape, written without the experiment: leaves w1, b1, w2, b2 and the loss.
pub(crate) struct Net {
    pub(crate) tape: Tape,
    pub(crate) leaves: [Slot; 4],
    pub(crate) loss: Slot,
}

impl Net {
    pub(crate) fn new(gain: f64, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let scale = gain / libm::sqrt(2.0);
        let mut draw = |count| -> Vec<f64> {
            let normals = random.normals(count).into_iter();
            normals.map(|normal| scale * normal).collect()
        };
        let leaves = [
            PopulationNode::matrix(2, 2, draw(4)),
            PopulationNode::matrix(1, 2, vec![0.0; 2]),
            PopulationNode::matrix(2, 1, draw(2)),
            PopulationNode::new(0.0),
        ];
        let inputs = PopulationNode::matrix(4, 2, POINTS.to_vec());
        let targets = PopulationNode::matrix(4, 1, vec![-1.0, 1.0, 1.0, -1.0]);
        let units = (&inputs.matmul(&leaves[0]) + &leaves[1]).tanh();
        let output = &units.matmul(&leaves[2]) + &leaves[3];
        let loss = (&output - &targets).square().mean();
        let tape = Tape::record(&loss).expect("a tape");
        Self {
            leaves: leaves
                .each_ref()
                .map(|leaf| tape.slot(leaf).expect("a leaf")),
            loss: tape.slot(&loss).expect("the loss"),
            tape,
        }
    }

    pub(crate) fn step(&mut self) {
        self.tape.backward(self.loss).expect("a pass");
        for slot in self.leaves {
            let gradient = self.tape.cotangent(slot).expect("a gradient").to_vec();
            let weights = self.tape.value_mut(slot).expect("a leaf");
            for (weight, gradient) in weights.iter_mut().zip(gradient) {
                *weight -= 0.1 * gradient;
            }
        }
        self.tape.forward();
    }

    pub(crate) fn row(&self) -> Vec<f64> {
        let slots = self.leaves.into_iter().chain([self.loss]);
        slots
            .flat_map(|slot| self.tape.value(slot).expect("a value").to_vec())
            .collect()
    }
}
