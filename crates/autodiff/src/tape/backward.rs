//! Backward passes over a tape.

use super::plan::{Plan, Pull};
use super::{Fusion, Slot, Step, Tape};
use crate::Error;
use crate::operation::Scratch;

impl Plan {
    /// Runs the pass; the root's cotangent is in its place.
    #[inline]
    pub(super) fn run(
        &self,
        steps: &[Step],
        fusions: &[Fusion],
        values: &[f64],
        cotangents: &mut [f64],
        scratch: &mut Scratch,
    ) {
        let mut next = 0;
        for fused in &self.fused {
            let before = &self.pulls[next..fused.pulls.start];
            if !before.is_empty() {
                pull_back(before, steps, values, cotangents, scratch);
            }
            fusions[fused.fusion].backward(values, cotangents, fused.arrivals, scratch);
            next = fused.pulls.end;
        }
        let rest = &self.pulls[next..];
        if !rest.is_empty() {
            pull_back(rest, steps, values, cotangents, scratch);
        }
    }
}

/// Takes these edges one after another.
#[inline(never)]
fn pull_back(
    pulls: &[Pull],
    steps: &[Step],
    values: &[f64],
    cotangents: &mut [f64],
    scratch: &mut Scratch,
) {
    for pull in pulls {
        steps[pull.step].backward(values, cotangents, pull.side, pull.is_first, scratch);
    }
}

impl Tape {
    /// Computes the gradient of a node, or of the sum of its members, with respect to all that it depends on. Leaves
    /// that were set since are first brought forward.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape.
    pub fn backward(&mut self, root: Slot) -> Result<(), Error> {
        let members = self.place(root)?.members.clone();
        self.cotangents[members].fill(1.0);
        self.propagate(root.index);
        Ok(())
    }

    /// Computes the gradient of the sum of a node's members, weighted by `seed`.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape, [`Error::Length`] if the seed has not as many members as
    /// the node.
    pub fn backward_with(&mut self, root: Slot, seed: &[f64]) -> Result<(), Error> {
        let members = self.place(root)?.members.clone();
        if seed.len() != members.len() {
            let (given, expected) = (seed.len(), members.len());
            return Err(Error::Length {
                operation: "backward_with",
                given,
                expected,
            });
        }
        self.cotangents[members].copy_from_slice(seed);
        self.propagate(root.index);
        Ok(())
    }

    /// The gradient of one node, or of the sum of its members, with respect to another.
    ///
    /// ```
    /// use popgrad::{PopulationNode, Tape};
    /// let x = PopulationNode::new(0.5);
    /// let h = x.tanh();
    /// let y = &h * &h;
    /// let mut tape = Tape::record(&y)?;
    /// let (x, h, y) = (tape.slot(&x)?, tape.slot(&h)?, tape.slot(&y)?);
    /// assert_eq!(tape.gradient(h, x)?, [0.7864477329659274]);
    /// assert_eq!(tape.gradient(y, h)?, [2.0 * 0.46211715726000974]);
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape.
    pub fn gradient(&mut self, of: Slot, with_respect_to: Slot) -> Result<&[f64], Error> {
        self.place(with_respect_to)?;
        self.backward(of)?;
        self.cotangent(with_respect_to)
    }

    fn propagate(&mut self, root: usize) {
        self.refresh();
        let known = self.plans.iter().position(|plan| plan.root == root);
        let number = known.unwrap_or_else(|| {
            let plan = Plan::whole(self, root);
            self.plans.push(plan);
            self.plans.len() - 1
        });
        let plan = &self.plans[number];
        plan.clear(&mut self.cotangents);
        plan.run(
            &self.steps,
            &self.fusions,
            &self.values,
            &mut self.cotangents,
            &mut self.scratch,
        );
    }
}
