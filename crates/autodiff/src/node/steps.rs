//! The backward pass, edge by edge, for people to watch.

use super::{Error, Members, PopulationNode, buffer};
use crate::operation::{Scratch, Target};

/// One step of a backward pass: a node, whose cotangent is complete, sends along one of its edges.
#[derive(Clone, Debug)]
pub struct BackwardStep {
    /// The node that sends.
    pub sender: PopulationNode,
    /// Which of the sender's parents receives, counted from 0.
    pub parent: usize,
    /// The parent that receives.
    pub receiver: PopulationNode,
    /// What is sent along this edge: one number per member of the receiver.
    pub sent: Vec<f64>,
    /// The receiver's cotangent after this arrival: all that has been sent to it so far, added up.
    pub cotangent: Vec<f64>,
}

impl PopulationNode {
    /// The steps of the backward pass from this node, in their order: one for each edge. Gradients stay as they are; a
    /// node's last `cotangent` has the bits that [`backprop`](Self::backprop) gives to a gradient which was zero.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::new(3.0);
    /// let y = &x * &x + &x;
    /// let steps = y.try_backward_steps()?;
    /// let arrivals = steps.iter().filter(|step| step.receiver.is_same(&x));
    /// let sent: Vec<f64> = arrivals.map(|step| step.sent[0]).collect();
    /// assert_eq!(sent, [1.0, 3.0, 3.0]);
    /// assert_eq!(steps.last().unwrap().cotangent, [7.0]);
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::OutOfMemory`] if there is no room for the steps.
    pub fn try_backward_steps(&self) -> Result<Vec<BackwardStep>, Error> {
        let reached = Self::reached_from(std::slice::from_ref(self));
        // Empty until the first contribution arrives.
        let mut cotangents = vec![Members::default(); reached.len()];
        cotangents[0] = Members::filled(self.len(), 1.0)?;
        let mut steps = Vec::new();
        for (place, sender) in reached.iter().enumerate() {
            let cotangent = std::mem::take(&mut cotangents[place]);
            if cotangent.is_empty() || !sender.operation().is_differentiable() {
                continue;
            }
            for (parent, edge) in sender.edges().enumerate() {
                // Decreasing ids: later nodes stand first.
                let found = reached.binary_search_by(|node| edge.parent.id().cmp(&node.id()));
                let Ok(receiver) = found else { continue };
                let gathered = &mut cotangents[receiver];
                let is_first = gathered.is_empty();
                if is_first {
                    *gathered = Members::filled(edge.parent.len(), 0.0)?;
                }
                let into = Target {
                    members: gathered,
                    is_first,
                };
                edge.pull_back(&cotangent, into, &mut Scratch::default());
                steps.push(BackwardStep {
                    sender: (*sender).clone(),
                    parent,
                    receiver: edge.parent.clone(),
                    sent: sender.try_vjp(parent, &cotangent)?,
                    cotangent: buffer::given_out(&cotangents[receiver]),
                });
            }
        }
        Ok(steps)
    }
}
