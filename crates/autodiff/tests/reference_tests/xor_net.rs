//! The 2-H-1 tanh net on XOR, with mean squared error.

use popgrad::{PopulationNode, Slot, Tape};
use serde::Deserialize;

use crate::tensor::Tensor;

#[derive(Deserialize)]
pub(crate) struct Parameters {
    b1: Tensor,
    b2: Tensor,
    w1: Tensor,
    w2: Tensor,
}

impl Parameters {
    /// In the order of the reference's vectors.
    pub(crate) fn in_order(&self) -> [&Tensor; 4] {
        [&self.b1, &self.b2, &self.w1, &self.w2]
    }

    pub(crate) fn members(&self) -> Vec<f64> {
        self.in_order()
            .into_iter()
            .flat_map(Tensor::members)
            .collect()
    }
}

pub(crate) struct Net {
    pub(crate) tape: Tape,
    pub(crate) loss: Slot,
    pub(crate) parameters: [Slot; 4],
}

impl Net {
    pub(crate) fn new(parameters: &Parameters) -> Net {
        let x = PopulationNode::matrix(4, 2, [-1, -1, -1, 1, 1, -1, 1, 1]);
        let target = PopulationNode::matrix(4, 1, [-1, 1, 1, -1]);
        let leaves = parameters.in_order().map(Tensor::leaf);
        let [b1, b2, w1, w2] = &leaves;
        let hidden = (x.matmul(w1) + b1).tanh();
        let output = (hidden.matmul(w2) + b2).tanh();
        let loss = (output - target).square().mean();
        let tape = Tape::record(&loss).unwrap();
        let parameters = leaves.map(|leaf| tape.slot(&leaf).unwrap());
        Net {
            loss: tape.slot(&loss).unwrap(),
            tape,
            parameters,
        }
    }

    pub(crate) fn loss(&self) -> f64 {
        self.tape.value(self.loss).unwrap()[0]
    }

    pub(crate) fn parameters(&self) -> Vec<f64> {
        self.parameters
            .iter()
            .flat_map(|slot| self.tape.value(*slot).unwrap().to_vec())
            .collect()
    }

    pub(crate) fn gradient(&mut self) -> Vec<f64> {
        self.tape.backward(self.loss).unwrap();
        self.parameters
            .iter()
            .flat_map(|slot| self.tape.cotangent(*slot).unwrap().to_vec())
            .collect()
    }
}
