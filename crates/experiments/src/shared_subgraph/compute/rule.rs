//! The gradient that a backward pass leaves, by what nodes do with parts that arrive.

use popgrad::PopulationNode;
use popgrad_graph::Rule;

use crate::Error;

/// The gradient that a backward pass from `root` leaves in a node.
pub(super) fn gradient(
    root: &PopulationNode,
    node: &PopulationNode,
    rule: Rule,
) -> Result<Vec<f64>, Error> {
    node.zero_grad();
    match rule {
        Rule::Add => root.try_backprop()?,
        Rule::Stale => {
            root.try_backprop()?;
            root.try_backprop()?;
        }
        Rule::Replace => return replaced(root, node),
    }
    Ok(node.grad())
}

fn replaced(root: &PopulationNode, node: &PopulationNode) -> Result<Vec<f64>, Error> {
    let steps = Rule::Replace.steps(root)?;
    let arrived = steps.into_iter().rev();
    let mut arrived = arrived.filter(|step| step.receiver.is_same(node));
    Ok(arrived.next().map_or_else(Vec::new, |step| step.sent))
}
