//! The net while it is trained.

use popgrad::{Descent, PopulationNode, Slot, Tape};

use super::graph::{layers, leaves, loss};
use super::{Design, POINTS, Weights};
use crate::Error;

/// The net on a tape, with gradient descent over its four points.
pub(crate) struct Training {
    tape: Tape,
    descent: Descent,
    loss: Slot,
    /// w1, b1, w2, b2.
    parameters: [Slot; 4],
}

impl Training {
    /// The net at the start, with the step sizes of its hidden and of its output layer.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    pub(crate) fn new(
        design: Design,
        start: &Weights,
        [hidden, output]: [f64; 2],
    ) -> Result<Self, Error> {
        let inputs = PopulationNode::try_matrix(4, 2, POINTS.to_vec())?;
        let leaves = leaves(start)?;
        let loss = loss(design, &layers(design, &inputs, &leaves)?.output)?;
        let tape = Tape::record(&loss)?;
        let [w1, b1, w2, b2] = &leaves;
        let parameters = [
            tape.slot(w1)?,
            tape.slot(b1)?,
            tape.slot(w2)?,
            tape.slot(b2)?,
        ];
        let loss = tape.slot(&loss)?;
        let [w1, b1, w2, b2] = parameters;
        let moving = [(w1, hidden), (b1, hidden), (w2, output), (b2, output)];
        let descent = tape.descent(loss, &moving)?;
        Ok(Self {
            tape,
            descent,
            loss,
            parameters,
        })
    }

    /// Makes so many steps of gradient descent.
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn run(&mut self, steps: usize) -> Result<(), Error> {
        Ok(self.descent.run(&mut self.tape, steps)?)
    }

    /// Makes a step for each place of `losses` and writes the loss before each.
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn run_recording(&mut self, losses: &mut [f64]) -> Result<(), Error> {
        Ok(self.descent.run_recording(&mut self.tape, losses)?)
    }

    /// The loss of the present weights.
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn loss(&mut self) -> Result<f64, Error> {
        self.tape.forward();
        Ok(self.tape.value(self.loss)?[0])
    }

    /// Appends the present weights to a row of numbers, in the order of [`Weights`].
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn append_weights(&self, row: &mut Vec<f64>) -> Result<(), Error> {
        for slot in self.parameters {
            row.extend_from_slice(self.tape.value(slot)?);
        }
        Ok(())
    }

    /// The present weights.
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn weights(&self) -> Result<Weights, Error> {
        let mut row = Vec::new();
        self.append_weights(&mut row)?;
        Ok(Weights::from_row(&row))
    }

    /// The gradient of the loss at the present weights.
    ///
    /// # Errors
    /// Never on its own tape.
    pub(crate) fn gradient(&mut self) -> Result<Weights, Error> {
        self.tape.forward();
        self.tape.backward(self.loss)?;
        let mut row = Vec::new();
        for slot in self.parameters {
            row.extend_from_slice(self.tape.cotangent(slot)?);
        }
        Ok(Weights::from_row(&row))
    }
}
