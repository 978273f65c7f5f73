//! A moment of a walk as a layer of a figure.

use popgrad_figures::number::short;
use popgrad_figures::{self as figures, Graph, Progress};

use crate::{Edge, EdgeState, Moment, Node, NodeMoment, Walk, list, strings};

/// The graph of a walk after so many steps of the pass: whole populations, or the numbers of one member (counted from
/// 0) in the nodes that have several.
///
/// ```
/// use popgrad::PopulationNode;
/// use popgrad_graph::{Walk, graph};
/// let x = PopulationNode::new([1.0, 3.0]);
/// let y = &x * &x;
/// let walk = Walk::new(&y, &[("x", &x), ("y", &y)])?;
/// let graph = graph("the square", &walk, 1, Some(1));
/// assert_eq!(graph.nodes[0].note.as_deref(), Some("1 of 2 arrived"));
/// assert_eq!(graph.nodes[1].label, "y = x · x");
/// assert_eq!(graph.edges[0].flow.as_deref(), Some("1·3 = 3"));
/// # Ok::<(), popgrad::Error>(())
/// ```
#[must_use]
pub fn graph(name: &str, walk: &Walk, step: usize, member: Option<usize>) -> Graph {
    let moment = walk.at(step);
    let mut graph = Graph::new(name);
    for (place, (node, now)) in walk.nodes.iter().zip(&moment.nodes).enumerate() {
        let progress = progress(walk, &moment, place);
        graph = graph.with_node(drawn_node(walk, node, now, member).in_progress(progress));
    }
    for (edge, state) in walk.edges.iter().zip(&moment.edges) {
        graph = graph.with_edge(drawn_edge(walk, edge, *state, member));
    }
    graph
}

/// At work is the node that the last step reached; finished is one that has all of its parts.
fn progress(walk: &Walk, moment: &Moment, place: usize) -> Progress {
    let active = moment
        .edges
        .iter()
        .position(|state| *state == EdgeState::Active);
    let reached = active.map_or(walk.root(), |edge| walk.edges[edge].receiver);
    let now = &moment.nodes[place];
    if place == reached {
        Progress::Active
    } else if now.is_complete && now.gradient.is_some() {
        Progress::Done
    } else {
        Progress::Idle
    }
}

fn drawn_node(walk: &Walk, node: &Node, now: &NodeMoment, member: Option<usize>) -> figures::Node {
    let value = node.value.as_slice();
    let mut drawn = figures::Node::new(&node.id, walk.label(node), of(value, member))
        .printed(printed(value, member));
    if let Some(gradient) = &now.gradient {
        drawn = drawn
            .with_gradient(of(gradient, member))
            .gradient_printed(printed(gradient, member));
    }
    if node.parts > 1 {
        drawn = drawn.with_note(strings::arrived(now.arrived, node.parts));
    }
    drawn
}

fn drawn_edge(walk: &Walk, edge: &Edge, state: EdgeState, member: Option<usize>) -> figures::Edge {
    let ids = [edge.receiver, edge.sender].map(|place| walk.nodes[place].id.as_str());
    let factor = edge.factor.as_deref().map(|factor| printed(factor, member));
    let label = factor.as_ref().map(|factor| ["×", factor].concat());
    let drawn = figures::Edge::new(ids[0], ids[1], label.unwrap_or_default());
    let sent = printed(&edge.sent, member);
    let flow = match factor {
        Some(factor) => {
            let gradient = printed(&edge.gradient, member);
            [&gradient, "·", &factor, " = ", &sent].concat()
        }
        None => sent,
    };
    match state {
        EdgeState::Idle => drawn,
        EdgeState::Active => drawn.with_flow(flow).in_progress(Progress::Active),
        EdgeState::Done => drawn.with_flow(flow).in_progress(Progress::Done),
    }
}

/// The member that is shown, or the first one.
pub(crate) fn of(members: &[f64], member: Option<usize>) -> f64 {
    let shown = member.and_then(|member| members.get(member));
    shown.or(members.first()).copied().unwrap_or(f64::NAN)
}

fn printed(members: &[f64], member: Option<usize>) -> String {
    match member.and_then(|member| members.get(member)) {
        Some(member) => short(*member),
        None => list(members),
    }
}

impl Walk {
    /// What a node is, as a short equation: `y = x · x`, `z = sum(y)`, or its name alone for a leaf.
    pub(crate) fn label(&self, node: &Node) -> String {
        let names = self.names_of_parents(node);
        let symbol = match node.operation {
            "add" => " + ",
            "sub" => " − ",
            "mul" => " · ",
            "div" => " / ",
            _ => "",
        };
        let made = match (names.as_slice(), symbol) {
            ([], _) => return node.name.clone(),
            (names, "") => [node.operation, "(", &names.join(", "), ")"].concat(),
            (names, symbol) => names.join(symbol),
        };
        if node.name == node.operation {
            made
        } else {
            [&node.name, " = ", &made].concat()
        }
    }
}
