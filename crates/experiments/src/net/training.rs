//! The net while it is trained.

use popgrad::{Descent, Eigenvalue, Slot, Tape};

use super::graph::recorded;
use super::{Design, Weights};
use crate::Error;

/// The largest eigenvalue is found to this part of itself, or after so many products.
const TOLERANCE: f64 = 1e-10;
const MOST_PRODUCTS: usize = 10_000;

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
        let (loss, leaves) = recorded(design, start)?;
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

    /// Goes back to a start, with other step sizes of the hidden and of the output layer.
    ///
    /// # Errors
    /// When the start has another number of units.
    pub(crate) fn restart(
        &mut self,
        start: &Weights,
        [hidden, output]: [f64; 2],
    ) -> Result<(), Error> {
        let [w1, b1, w2, b2] = self.parameters;
        self.tape.set(w1, &start.w1)?;
        self.tape.set(b1, &start.b1)?;
        self.tape.set(w2, &start.w2)?;
        self.tape.set(b2, &[start.b2])?;
        for (parameter, size) in [hidden, hidden, output, output].into_iter().enumerate() {
            self.descent.set_step_size(parameter, size)?;
        }
        Ok(())
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

    /// The Hessian of the loss at the present weights, times a vector in the order of [`Weights`].
    ///
    /// # Errors
    /// When the vector is not as long as the weights are many.
    #[cfg(test)]
    pub(crate) fn hessian_times(&mut self, vector: &[f64]) -> Result<Vec<f64>, Error> {
        let mut hessian = self.tape.hessian(self.loss, &self.parameters)?;
        let mut product = vec![0.0; hessian.size()];
        hessian.multiply(&mut self.tape, vector, &mut product)?;
        Ok(product)
    }

    /// The sharpness at the present weights: the largest eigenvalue of the Hessian of the loss, by
    /// power iteration on exact products.
    ///
    /// # Errors
    /// When there is no room.
    pub(crate) fn sharpness(&mut self) -> Result<Eigenvalue, Error> {
        let mut hessian = self.tape.hessian(self.loss, &self.parameters)?;
        Ok(hessian.largest_eigenvalue(&mut self.tape, TOLERANCE, MOST_PRODUCTS)?)
    }
}
