//! What a node does with a part of its gradient that arrives.

use popgrad::{BackwardStep, PopulationNode};

use crate::Error;

/// What a node does with a part of its gradient that arrives: the right thing, or one of two classic bugs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Rule {
    /// It adds the part to what is there.
    Add,
    /// It keeps the part and forgets what was there: `=` in place of `+=`.
    Replace,
    /// It adds, also to what an earlier pass left: gradients were not set to zero.
    Stale,
}

/// The gradient that a backward pass from `root` leaves in a leaf.
pub(super) fn gradient(
    root: &PopulationNode,
    leaf: &PopulationNode,
    rule: Rule,
) -> Result<Vec<f64>, Error> {
    leaf.zero_grad();
    match rule {
        Rule::Add => root.try_backprop()?,
        Rule::Stale => {
            root.try_backprop()?;
            root.try_backprop()?;
        }
        Rule::Replace => return replaced(root, leaf),
    }
    Ok(leaf.grad())
}

/// The steps of a backward pass in which every part that arrives replaces what was there.
pub(super) fn replacing_steps(root: &PopulationNode) -> Result<Vec<BackwardStep>, Error> {
    let mut steps: Vec<BackwardStep> = Vec::new();
    for mut step in root.try_backward_steps()? {
        let arrived = steps.iter().rev();
        let mut arrived = arrived.filter(|before| before.receiver.is_same(&step.sender));
        let ones = || vec![1.0; step.sender.len()];
        let kept = arrived
            .next()
            .map_or_else(ones, |before| before.sent.clone());
        step.sent = step.sender.try_vjp(step.parent, &kept)?;
        step.cotangent.clone_from(&step.sent);
        steps.push(step);
    }
    Ok(steps)
}

fn replaced(root: &PopulationNode, leaf: &PopulationNode) -> Result<Vec<f64>, Error> {
    let steps = replacing_steps(root)?;
    let arrived = steps.into_iter().rev();
    let mut arrived = arrived.filter(|step| step.receiver.is_same(leaf));
    Ok(arrived.next().map_or_else(Vec::new, |step| step.sent))
}
