//! `Tape`: a graph laid flat, to be run again and again.

mod backward;
mod descent;
mod fusion;
mod hessian;
mod plan;
mod record;
mod step;

use std::ops::Range;

pub use descent::Descent;
use fusion::Fusion;
pub use hessian::{Eigenvalue, Hessian};
use plan::Plan;
use step::Step;

use crate::operation::Scratch;
use crate::{Error, PopulationNode, Shape};

/// A graph recorded for replay: set leaves, run it forward and backward, read any node's value and cotangent. After
/// recording nothing is allocated, apart from the first pass backward from a node other than the last.
///
/// A tape is a copy: the nodes that it was recorded from keep their values and gradients.
///
/// ```
/// use popgrad::{PopulationNode, Tape};
/// let x = PopulationNode::new([1.0, 2.0, 3.0]);
/// let z = (&x * &x + &x).sum();
///
/// let mut tape = Tape::record(&z)?;
/// let (x, z) = (tape.slot(&x)?, tape.slot(&z)?);
/// tape.set(x, &[4.0, 5.0, 6.0])?;
/// tape.forward();
/// tape.backward(z)?;
/// assert_eq!(tape.value(z)?, [92.0]);
/// assert_eq!(tape.cotangent(x)?, [9.0, 11.0, 13.0]);
/// # Ok::<(), popgrad::Error>(())
/// ```
#[derive(Debug)]
pub struct Tape {
    number: u64,
    /// In order of creation: each after all that it depends on, in memory too.
    places: Vec<Place>,
    steps: Vec<Step>,
    /// Which neighbours among the steps are done at once.
    fusions: Vec<Fusion>,
    values: Vec<f64>,
    cotangents: Vec<f64>,
    /// Leaves have changed since the last pass forward.
    is_stale: bool,
    plans: Vec<Plan>,
    scratch: Scratch,
}

/// A node's place on the tape.
#[derive(Debug)]
struct Place {
    id: u64,
    op: &'static str,
    shape: Shape,
    is_leaf: bool,
    members: Range<usize>,
    /// The steps that compute it: one, but for a concatenation as many as it has parts.
    steps: Range<usize>,
}

/// Names a node on the tape that gave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    tape: u64,
    index: usize,
}

impl Tape {
    /// The slot of a node.
    ///
    /// # Errors
    /// [`Error::NotOnTape`] if the recorded nodes do not depend on it.
    pub fn slot(&self, node: &PopulationNode) -> Result<Slot, Error> {
        let found = self
            .places
            .binary_search_by_key(&node.id(), |place| place.id);
        let index = found.map_err(|_| Error::NotOnTape { op: node.op() })?;
        Ok(Slot {
            tape: self.number,
            index,
        })
    }

    /// The shape of a node.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape.
    pub fn shape(&self, slot: Slot) -> Result<Shape, Error> {
        self.place(slot).map(|place| place.shape)
    }

    /// A node's value: that of the last pass forward, or what a leaf was set to. A NaN in it may have any sign and
    /// payload.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape.
    pub fn value(&self, slot: Slot) -> Result<&[f64], Error> {
        Ok(&self.values[self.place(slot)?.members.clone()])
    }

    /// A node's cotangent: the gradient, with respect to it, of the node that the last pass backward began at. Zeros
    /// where that pass did not come.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape.
    pub fn cotangent(&self, slot: Slot) -> Result<&[f64], Error> {
        Ok(&self.cotangents[self.place(slot)?.members.clone()])
    }

    /// A leaf's value, to be written in place.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape, [`Error::NotALeaf`].
    pub fn value_mut(&mut self, leaf: Slot) -> Result<&mut [f64], Error> {
        let place = self.place(leaf)?;
        if !place.is_leaf {
            return Err(Error::NotALeaf {
                operation: "value_mut",
                op: place.op,
            });
        }
        let members = place.members.clone();
        self.is_stale = true;
        Ok(&mut self.values[members])
    }

    /// Sets a leaf's value.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape, [`Error::NotALeaf`], [`Error::Length`] for another number
    /// of members.
    pub fn set(&mut self, leaf: Slot, members: &[f64]) -> Result<(), Error> {
        let value = self.value_mut(leaf)?;
        if value.len() != members.len() {
            let (given, expected) = (members.len(), value.len());
            return Err(Error::Length {
                operation: "set",
                given,
                expected,
            });
        }
        value.copy_from_slice(members);
        Ok(())
    }

    /// Computes every node from the leaves.
    pub fn forward(&mut self) {
        let mut next = 0;
        for fusion in &self.fusions {
            let before = &self.steps[next..fusion.steps.start];
            if !before.is_empty() {
                step::forward(before, &mut self.values);
            }
            fusion.forward(&mut self.values);
            next = fusion.steps.end;
        }
        let rest = &self.steps[next..];
        if !rest.is_empty() {
            step::forward(rest, &mut self.values);
        }
        self.is_stale = false;
    }

    fn refresh(&mut self) {
        if self.is_stale {
            self.forward();
        }
    }

    fn place(&self, slot: Slot) -> Result<&Place, Error> {
        self.check(slot.tape)?;
        self.places.get(slot.index).ok_or(Error::OtherTape)
    }

    fn check(&self, tape: u64) -> Result<(), Error> {
        if tape == self.number {
            Ok(())
        } else {
            Err(Error::OtherTape)
        }
    }
}
