//! A loss recorded on a tape, with the leaves that learn.

use popgrad::{Descent, Eigenvalue, Hessian, PopulationNode, Slot, Tape};

use crate::Error;

/// The eigenvector is found to this part of the eigenvalue, or after so many products.
const TOLERANCE: f64 = 1e-9;
const MOST_PRODUCTS: usize = 3000;

/// A loss recorded on a tape, with the leaves that learn.
pub(super) struct Loss {
    tape: Tape,
    loss: Slot,
    leaves: Vec<Slot>,
}

impl Loss {
    /// Records a loss and the leaves that learn.
    pub(super) fn record(loss: &PopulationNode, leaves: &[&PopulationNode]) -> Result<Self, Error> {
        let tape = Tape::record(loss)?;
        let slots: Result<Vec<_>, _> = leaves.iter().map(|leaf| tape.slot(leaf)).collect();
        Ok(Self {
            loss: tape.slot(loss)?,
            leaves: slots?,
            tape,
        })
    }

    /// Sets a leaf.
    pub(super) fn set(&mut self, leaf: usize, members: &[f64]) -> Result<(), Error> {
        Ok(self.tape.set(self.leaves[leaf], members)?)
    }

    /// The members of a leaf.
    pub(super) fn leaf(&self, leaf: usize) -> Result<&[f64], Error> {
        Ok(self.tape.value(self.leaves[leaf])?)
    }

    /// The members of all leaves, one leaf after the other.
    pub(super) fn all_leaves(&self) -> Result<Vec<f64>, Error> {
        let mut members = Vec::new();
        for slot in &self.leaves {
            members.extend_from_slice(self.tape.value(*slot)?);
        }
        Ok(members)
    }

    /// The loss at the present leaves.
    pub(super) fn value(&mut self) -> Result<f64, Error> {
        self.tape.forward();
        Ok(self.tape.value(self.loss)?[0])
    }

    /// The gradient of a leaf at the present leaves.
    pub(super) fn gradient(&mut self, leaf: usize) -> Result<&[f64], Error> {
        self.tape.forward();
        self.tape.backward(self.loss)?;
        Ok(self.tape.cotangent(self.leaves[leaf])?)
    }

    /// Prepares gradient descent with one step size for all leaves.
    pub(super) fn descent(&self, step_size: f64) -> Result<Descent, Error> {
        let leaves = self.leaves.iter();
        let moving: Vec<_> = leaves.map(|leaf| (*leaf, step_size)).collect();
        Ok(self.tape.descent(self.loss, &moving)?)
    }

    /// Makes so many steps.
    pub(super) fn descend(&mut self, descent: &Descent, steps: usize) -> Result<(), Error> {
        Ok(descent.run(&mut self.tape, steps)?)
    }

    /// Makes a step for each place of `losses` and writes the loss before each.
    pub(super) fn descend_recording(
        &mut self,
        descent: &Descent,
        losses: &mut [f64],
    ) -> Result<(), Error> {
        Ok(descent.run_recording(&mut self.tape, losses)?)
    }

    /// Prepares exact Hessian-vector products for all leaves.
    pub(super) fn hessian(&self) -> Result<Hessian, Error> {
        Ok(self.tape.hessian(self.loss, &self.leaves)?)
    }

    /// Writes the Hessian at the present leaves times a vector.
    pub(super) fn product(
        &mut self,
        hessian: &mut Hessian,
        vector: &[f64],
        product: &mut [f64],
    ) -> Result<(), Error> {
        Ok(hessian.multiply(&mut self.tape, vector, product)?)
    }

    /// The sharpness: the largest eigenvalue of the Hessian at the present leaves, by power iteration.
    pub(super) fn sharpness(&mut self, hessian: &mut Hessian) -> Result<Eigenvalue, Error> {
        Ok(hessian.largest_eigenvalue(&mut self.tape, TOLERANCE, MOST_PRODUCTS)?)
    }
}
