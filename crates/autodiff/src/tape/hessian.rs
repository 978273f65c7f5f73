//! Second derivatives: exact Hessian-vector products, forward over reverse.

use std::ops::Range;

use super::{Plan, Slot, Tape};
use crate::{Error, buffer};

/// The Hessian of a node with respect to leaves, as something to multiply vectors with. Vectors hold the members of
/// the leaves one after another, in the order they were given.
///
/// The product is the derivative, along the vector, of the gradient: tangents are pushed forward through the values,
/// then cotangents and their tangents are pulled back together (Pearlmutter, Fast exact multiplication by the
/// Hessian, 1994). No step size is involved.
///
/// ```
/// use popgrad::{PopulationNode, Tape};
/// let x = PopulationNode::new([1.0, 2.0]);
/// let y = x.prod(); // its Hessian is [[0, 1], [1, 0]]
/// let mut tape = Tape::record(&y)?;
/// let (x, y) = (tape.slot(&x)?, tape.slot(&y)?);
/// let mut hessian = tape.hessian(y, &[x])?;
/// let mut product = [0.0; 2];
/// hessian.multiply(&mut tape, &[3.0, 4.0], &mut product)?;
/// assert_eq!(product, [4.0, 3.0]);
/// # Ok::<(), popgrad::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Hessian {
    tape: u64,
    plan: Plan,
    leaves: Vec<Range<usize>>,
    tangents: Vec<f64>,
    cotangent_tangents: Vec<f64>,
}

/// The largest eigenvalue of a Hessian.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigenvalue {
    /// The eigenvalue: the sharpness, where the Hessian is that of a loss.
    pub value: f64,
    /// Its eigenvector, of length 1.
    pub vector: Vec<f64>,
    /// ‖H v - λ v‖: an eigenvalue lies no further than this from `value`.
    pub residual: f64,
    /// Hessian-vector products that it took.
    pub products: usize,
}

impl Tape {
    /// Prepares the Hessian of a node, or of the sum of its members, with respect to leaves.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape, [`Error::NotALeaf`], [`Error::OutOfMemory`].
    pub fn hessian(&self, of: Slot, leaves: &[Slot]) -> Result<Hessian, Error> {
        self.place(of)?;
        let mut ranges = Vec::new();
        for slot in leaves {
            let place = self.place(*slot)?;
            if !place.is_leaf {
                return Err(Error::NotALeaf {
                    operation: "hessian",
                    op: place.op,
                });
            }
            ranges.push(place.members.clone());
        }
        let wanted: Vec<usize> = leaves.iter().map(|slot| slot.index).collect();
        Ok(Hessian {
            tape: self.number,
            plan: Plan::toward(self, of.index, &wanted),
            leaves: ranges,
            tangents: buffer::filled(self.values.len(), 0.0)?,
            cotangent_tangents: buffer::filled(self.values.len(), 0.0)?,
        })
    }
}

impl Hessian {
    /// The number of rows and columns.
    #[must_use]
    pub fn size(&self) -> usize {
        self.leaves.iter().map(Range::len).sum()
    }

    /// Writes the product with `vector`, at the leaves' present values. The cotangents of the leaves are then their
    /// gradients, those of other nodes unspecified.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for a tape other than the one that prepared this, [`Error::Length`] for a vector or product
    /// of another length than [`size`](Self::size).
    pub fn multiply(
        &mut self,
        tape: &mut Tape,
        vector: &[f64],
        product: &mut [f64],
    ) -> Result<(), Error> {
        tape.check(self.tape)?;
        for length in [vector.len(), product.len()] {
            if length != self.size() {
                let (given, expected) = (length, self.size());
                return Err(Error::Length {
                    operation: "multiply",
                    given,
                    expected,
                });
            }
        }
        tape.refresh();
        self.push_tangents(tape, vector);
        self.pull_tangents(tape);
        let mut rest = product;
        for leaf in &self.leaves {
            let (part, others) = rest.split_at_mut(leaf.len());
            part.copy_from_slice(&self.cotangent_tangents[leaf.clone()]);
            rest = others;
        }
        Ok(())
    }

    fn push_tangents(&mut self, tape: &mut Tape, vector: &[f64]) {
        let mut rest = vector;
        for leaf in &self.leaves {
            let (part, others) = rest.split_at(leaf.len());
            self.tangents[leaf.clone()].copy_from_slice(part);
            rest = others;
        }
        for step in &tape.steps {
            step.push(&tape.values, &mut self.tangents, &mut tape.scratch);
        }
    }

    fn pull_tangents(&mut self, tape: &mut Tape) {
        let Tape {
            steps,
            values,
            cotangents,
            scratch,
            ..
        } = tape;
        for leaf in &self.leaves {
            cotangents[leaf.clone()].fill(0.0);
            self.cotangent_tangents[leaf.clone()].fill(0.0);
        }
        cotangents[self.plan.seed.clone()].fill(1.0);
        self.cotangent_tangents[self.plan.seed.clone()].fill(0.0);
        for pull in &self.plan.pulls {
            let (step, edge) = (&steps[pull.step], (pull.side, pull.is_first));
            step.pull_tangent(
                values,
                &self.tangents,
                cotangents,
                &mut self.cotangent_tangents,
                edge,
                scratch,
            );
            step.backward(values, cotangents, pull.side, pull.is_first, scratch);
        }
    }

    /// The largest eigenvalue, by power iteration from the vector that `start` gives in a deterministic way; it ends
    /// when the residual is below `tolerance` times the eigenvalue's size, or after so many products.
    ///
    /// Power iteration finds the eigenvalue of largest size. If that is negative, it goes on with the Hessian moved up
    /// by its size, where the largest eigenvalue is also the one of largest size.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for a tape other than the one that prepared this, [`Error::OutOfMemory`].
    pub fn largest_eigenvalue(
        &mut self,
        tape: &mut Tape,
        tolerance: f64,
        max_products: usize,
    ) -> Result<Eigenvalue, Error> {
        let found = self.power_iteration(tape, 0.0, tolerance, max_products)?;
        if found.value >= 0.0 || found.products >= max_products {
            return Ok(found);
        }
        let left = max_products - found.products;
        let mut shifted = self.power_iteration(tape, -found.value, tolerance, left)?;
        shifted.products += found.products;
        Ok(shifted)
    }

    /// The eigenvalue of largest size of H + shift, less the shift.
    fn power_iteration(
        &mut self,
        tape: &mut Tape,
        shift: f64,
        tolerance: f64,
        max_products: usize,
    ) -> Result<Eigenvalue, Error> {
        let mut vector = buffer::filled(self.size(), 0.0)?;
        let mut product = buffer::filled(self.size(), 0.0)?;
        // No direction is special: every leaf member has a share, none equal to another.
        for (i, member) in vector.iter_mut().enumerate() {
            *member = 1.0 + libm::sin(i as f64 + 1.0) / 2.0;
        }
        scale(&mut vector);
        let mut products = 0;
        loop {
            self.multiply(tape, &vector, &mut product)?;
            products += 1;
            let value = dot(&vector, &product);
            let residual = residual(&vector, &product, value);
            let is_found = residual <= tolerance * value.abs();
            if is_found || products >= max_products || !residual.is_finite() {
                return Ok(Eigenvalue {
                    value,
                    vector,
                    residual,
                    products,
                });
            }
            for (member, product) in vector.iter_mut().zip(&product) {
                *member = product + shift * *member;
            }
            scale(&mut vector);
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |total, (a, b)| total + a * b)
}

fn residual(vector: &[f64], product: &[f64], value: f64) -> f64 {
    let square = |(v, p): (&f64, &f64)| (p - value * v) * (p - value * v);
    vector
        .iter()
        .zip(product)
        .map(square)
        .fold(0.0, |total, square| total + square)
        .sqrt()
}

/// Scales to length 1; a vector of zeros stays.
fn scale(vector: &mut [f64]) {
    let length = dot(vector, vector).sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|member| *member /= length);
    }
}
