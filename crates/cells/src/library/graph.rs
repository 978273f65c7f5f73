//! `graph(node)`: the graph below a node, forward and backward, step by step.

use popgrad::PopulationNode;
use popgrad_graph::GraphView;

use super::{figures, node};
use crate::eval::Interpreter;
use crate::event::Event;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(crate) const FUNCTIONS: &[Builtin] = &[Builtin {
    name: "graph",
    call: graph,
}];

/// Most nodes of a graph, and most numbers in them: a view keeps several numbers for each of them.
const MOST_NODES: usize = 20_000;
const MOST_MEMBERS: usize = 200_000;
/// What a view keeps for each member of each edge, in bytes, and what it costs besides.
const BYTES_PER_MEMBER: usize = 100;
const BYTES_PER_NODE: usize = 1000;
const STEPS_PER_NODE: u64 = 40;

/// `graph(node, title=...)`
fn graph(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, title] = arguments.bind(interpreter, "graph", ["node", "title"], 1)?;
    let Some(Value::Node(root)) = value else {
        let given = value
            .as_ref()
            .map_or_else(|| "nothing".to_owned(), Value::type_name);
        return Err(Raise::type_error(format!(
            "graph() draws a PopulationNode, not '{given}'"
        )));
    };
    let title = match title {
        None | Some(Value::None) => None,
        Some(title) => Some(interpreter.str(&title)?.to_string()),
    };
    let id = figures::next_id(interpreter, "graph")?;
    let mut view = view(interpreter, id, &root)?;
    if let Some(title) = title {
        view = view.titled(title);
    }
    interpreter.events.push(Event::Graph(Box::new(view)));
    Ok(Value::None)
}

/// The view of the graph below a node; nodes are called by the names that the cells gave them.
pub(crate) fn view(
    interpreter: &mut Interpreter,
    id: String,
    root: &PopulationNode,
) -> Result<GraphView> {
    check_size(interpreter, root)?;
    let names = &interpreter.names;
    let given = interpreter.globals.given();
    let named: Vec<(String, PopulationNode)> = given
        .filter_map(|(name, value)| match value {
            Value::Node(node) => Some((names.text(name).to_string(), node.clone())),
            _ => None,
        })
        .collect();
    let named: Vec<_> = named
        .iter()
        .map(|(name, node)| (name.as_str(), node))
        .collect();
    GraphView::new(id, root, &named).map_err(|error| Raise::value_error(error.to_string()))
}

/// Charges for a view of the graph and refuses one that would be too large.
fn check_size(interpreter: &mut Interpreter, root: &PopulationNode) -> Result<()> {
    let (nodes, members) = node::graph_size(interpreter, root, MOST_NODES)?;
    if nodes > MOST_NODES || members > MOST_MEMBERS {
        return Err(Raise::value_error(format!(
            "graph(): there are more than {MOST_NODES} nodes, or {MOST_MEMBERS} numbers in them. Draw an earlier node."
        )));
    }
    interpreter.charge(nodes as u64 * STEPS_PER_NODE + members as u64)?;
    crate::memory::reserve(nodes * BYTES_PER_NODE + members * BYTES_PER_MEMBER)
}
