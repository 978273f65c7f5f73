//! The backward pass.

use std::cell::Cell;
use std::mem;

use super::create::check_length;
use super::{Error, Members, Node, Operation, PopulationNode, buffer};
use crate::operation::{Scratch, Target};

thread_local! {
    static LAST_VISIT: Cell<u64> = const { Cell::new(0) };
}

impl PopulationNode {
    /// Computes the gradient of this node with respect to everything it depends on: of its value, or of the sum of
    /// its members if there are several. Gradients of leaves add up over calls until
    /// [`zero_grad`](Self::zero_grad); all other nodes show the last call alone.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::new(3.0);
    /// let y = &x * &x;
    /// y.backprop();
    /// y.backprop();
    /// assert_eq!((x.grad(), y.grad()), (vec![12.0], vec![1.0]));
    /// ```
    ///
    /// # Panics
    /// Where [`try_backprop`](Self::try_backprop) returns an error, with its message.
    pub fn backprop(&self) {
        self.try_backprop()
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// Computes the gradient of this node with respect to everything it depends on.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`] if there is no room for the gradients.
    pub fn try_backprop(&self) -> Result<(), Error> {
        self.propagate(Members::filled(self.len(), 1.0)?)
    }

    /// Computes the gradient of the members' sum weighted by `seed`: the cotangent that this node starts with.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::new([1.0, 2.0]);
    /// (&x * &x).backprop_with(&[1.0, 10.0]);
    /// assert_eq!(x.grad(), [2.0, 40.0]);
    /// ```
    ///
    /// # Panics
    /// Where [`try_backprop_with`](Self::try_backprop_with) returns an error, with its message.
    pub fn backprop_with(&self, seed: &[f64]) {
        self.try_backprop_with(seed)
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// Computes the gradient of the members' sum weighted by `seed`.
    ///
    /// # Errors
    /// [`Error::Length`] if the seed has not as many members as the node, [`Error::OutOfMemory`] if there is no
    /// room for the gradients.
    pub fn try_backprop_with(&self, seed: &[f64]) -> Result<(), Error> {
        check_length("backprop_with", seed.len(), self.len())?;
        self.propagate(Members::copied(seed)?)
    }

    /// Sets the gradients of this node and of everything it depends on to zero.
    pub fn zero_grad(&self) {
        for node in self.reached() {
            node.gradient.take();
        }
    }

    /// What one parent receives when this node's cotangent is `cotangent`: the vector-Jacobian product along one
    /// edge of the graph. Gradients stay as they are.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::new([2.0]);
    /// let y = &x * &x;
    /// assert_eq!(y.try_vjp(0, &[1.0])?, [2.0]);
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NoParent`] if there is no such parent, [`Error::Length`] if the cotangent has not as many members
    /// as the node, [`Error::OutOfMemory`] if there is no room for the result.
    pub fn try_vjp(&self, parent: usize, cotangent: &[f64]) -> Result<Vec<f64>, Error> {
        check_length("vjp", cotangent.len(), self.len())?;
        let parents = self.0.parents.as_slice().len();
        let missing = Error::NoParent {
            op: self.op(),
            parent,
            parents,
        };
        let edge = self.0.edges().nth(parent).ok_or(missing)?;
        let members = edge.pulled_back(cotangent, &mut Scratch::default())?;
        Ok(buffer::given_out(&members))
    }

    fn propagate(&self, seed: Members) -> Result<(), Error> {
        let reached = self.reached();
        let earlier = set_aside(&reached);
        *self.0.gradient.borrow_mut() = seed;
        let mut scratch = Scratch::default();
        for node in &reached {
            node.send_back(&mut scratch)?;
        }
        for (leaf, gradient) in &earlier {
            add_to(&mut leaf.gradient.borrow_mut(), gradient);
        }
        Ok(())
    }

    /// This node and all that it depends on, each before the nodes it was made from.
    fn reached(&self) -> Vec<&Node> {
        Self::reached_from(std::slice::from_ref(self))
            .into_iter()
            .map(|node| &*node.0)
            .collect()
    }

    /// These nodes and all that they depend on, each before the nodes it was made from.
    pub(crate) fn reached_from(roots: &[PopulationNode]) -> Vec<&PopulationNode> {
        let visit = LAST_VISIT.get() + 1;
        LAST_VISIT.set(visit);
        // Most graphs that people type fit without growing.
        let mut reached: Vec<&PopulationNode> = Vec::with_capacity(16);
        let (mut found, mut next) = (roots, 0);
        loop {
            for node in found {
                if node.0.visit.replace(visit) != visit {
                    reached.push(node);
                }
            }
            let Some(node) = reached.get(next) else { break };
            found = node.0.parents.as_slice();
            next += 1;
        }
        sort_latest_first(&mut reached);
        reached
    }
}

/// Shell's sort: a fraction of the code of the library's, and nodes are nearly in order as they are found.
fn sort_latest_first(nodes: &mut [&PopulationNode]) {
    let mut gap = nodes.len();
    while gap > 1 {
        // Odd gaps keep the two halves from being sorted apart.
        gap = (gap / 2) | 1;
        for place in gap..nodes.len() {
            let mut to = place;
            while to >= gap && nodes[to - gap].id() < nodes[to].id() {
                nodes.swap(to - gap, to);
                to -= gap;
            }
        }
    }
}

/// Empties all gradients and returns what leaves held before.
fn set_aside<'a>(reached: &[&'a Node]) -> Vec<(&'a Node, Members)> {
    let mut earlier = Vec::new();
    for node in reached {
        let mut gradient = node.gradient.borrow_mut();
        if gradient.is_empty() {
            continue;
        }
        let gradient = mem::take(&mut *gradient);
        if node.operation == Operation::Leaf {
            earlier.push((*node, gradient));
        }
    }
    earlier
}

fn add_to(gradient: &mut [f64], earlier: &[f64]) {
    for (member, earlier) in gradient.iter_mut().zip(earlier) {
        *member += earlier;
    }
}

impl Node {
    /// Gives every parent its part of this node's gradient, which is complete by now.
    fn send_back(&self, scratch: &mut Scratch) -> Result<(), Error> {
        let cotangent = self.gradient.borrow();
        if cotangent.is_empty() || !self.operation.is_differentiable() {
            return Ok(());
        }
        for edge in self.edges() {
            let receiver = &edge.parent.0;
            let mut gradient = receiver.gradient.borrow_mut();
            if gradient.is_empty() {
                *gradient = edge.pulled_back(&cotangent, scratch)?;
                continue;
            }
            let into = Target {
                members: &mut gradient,
                is_first: false,
            };
            edge.pull_back(&cotangent, into, scratch);
        }
        Ok(())
    }
}
