//! A node or an edge in words and as a formula with its numbers.

use crate::{Edge, EdgeState, Node, NodeMoment, Rule, Walk, list, strings};

/// What a mark of the graph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// In words.
    pub words: String,
    /// As a formula with its numbers.
    pub formula: String,
}

/// Explains a node or an edge by its id, after so many steps of the pass; `None` if there is no such id.
///
/// ```
/// use popgrad::PopulationNode;
/// use popgrad_graph::{Walk, explain};
/// let x = PopulationNode::new([1.0, 2.0, 3.0]);
/// let p = &x * &x;
/// let walk = Walk::new(&p, &[("x", &x), ("p", &p)])?;
/// let edge = explain(&walk, 1, "node-1-node-2").unwrap();
/// assert_eq!(edge.words, "p sends x part 1 of 2 of its gradient.");
/// assert!(edge.formula.ends_with("= [1, 1, 1] × [1, 2, 3] = [1, 2, 3]"));
/// # Ok::<(), popgrad::Error>(())
/// ```
#[must_use]
pub fn explain(walk: &Walk, step: usize, id: &str) -> Option<Explanation> {
    let moment = walk.at(step);
    let nodes = walk.nodes.iter().zip(&moment.nodes).enumerate();
    for (place, (node, now)) in nodes {
        if node.id == id {
            return Some(explain_node(walk, node, now, place == walk.root()));
        }
    }
    let mut edges = walk.edges.iter().zip(&moment.edges);
    let (edge, state) = edges.find(|(edge, _)| edge.id == id)?;
    Some(explain_edge(walk, edge, *state))
}

pub(crate) fn explain_node(
    walk: &Walk,
    node: &Node,
    now: &NodeMoment,
    is_root: bool,
) -> Explanation {
    let mut names = walk.names_of_parents(node);
    if names.len() == 2 && names[0] == names[1] {
        names[1] = "itself";
    }
    let made = node.formula().map_or_else(
        || strings::LEAF.to_owned(),
        |formula| strings::made(node.operation, formula, &names.join(" and ")),
    );
    let gradient = now.gradient.as_deref().map(list);
    let received = match (&gradient, now.arrived) {
        (Some(_), _) if is_root => strings::STARTS.to_owned(),
        (Some(held), 0) => strings::holds(held),
        (Some(_), _) if walk.rule() == Rule::Replace => strings::REPLACED.to_owned(),
        (Some(sum), _) if now.is_complete => strings::complete(node.parts, sum),
        (Some(sum), arrived) => strings::waits(arrived, node.parts, sum),
        (None, _) => strings::WAITS.to_owned(),
    };
    let value = list(&node.value);
    let mut formula = [node.name.as_str(), " = ", &value].concat();
    if let Some(gradient) = gradient {
        formula.push_str(", gradient = ");
        formula.push_str(&sum_of_parts(walk, node, now, &gradient));
    }
    Explanation {
        words: [made, received].join(" "),
        formula,
    }
}

/// The parts that have arrived and their sum: `[1, 1] + [1, 2] = [2, 3]`.
fn sum_of_parts(walk: &Walk, node: &Node, now: &NodeMoment, gradient: &str) -> String {
    if walk.rule() == Rule::Replace && now.arrived > 1 {
        return strings::last_part(gradient);
    }
    let place = walk.nodes.iter().position(|known| known.id == node.id);
    let received = walk
        .edges
        .iter()
        .filter(|edge| Some(edge.receiver) == place);
    let held = node.held.iter().map(|held| list(held));
    let sent = received.take(now.arrived).map(|edge| list(&edge.sent));
    let parts: Vec<_> = held.chain(sent).collect();
    match parts.len() {
        0 | 1 => gradient.to_owned(),
        _ => [&parts.join(" + "), " = ", gradient].concat(),
    }
}

pub(crate) fn explain_edge(walk: &Walk, edge: &Edge, state: EdgeState) -> Explanation {
    let (sender, receiver) = (&walk.nodes[edge.sender], &walk.nodes[edge.receiver]);
    let words = if state == EdgeState::Idle {
        strings::not_yet(&sender.name, &receiver.name)
    } else {
        strings::sends(&sender.name, &receiver.name, edge.part, receiver.parts)
    };
    let (gradient, sent) = (list(&edge.gradient), list(&edge.sent));
    let formula = match (&edge.factor, state) {
        (Some(factor), EdgeState::Idle) => ["local derivative = ", &list(factor)].concat(),
        (None, EdgeState::Idle) => ["sent = ", edge.rule(sender)].concat(),
        (Some(factor), _) => {
            let what = strings::factor(&receiver.name, &sender.name);
            [&what, " = ", &gradient, " × ", &list(factor), " = ", &sent].concat()
        }
        (None, _) => {
            let rule = edge.rule(sender);
            [rule, ", g = ", &gradient, ": ", &sent].concat()
        }
    };
    Explanation { words, formula }
}
