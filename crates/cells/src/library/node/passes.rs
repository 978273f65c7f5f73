//! The methods that are no operations: the backward pass and what belongs to it.

use std::collections::BTreeSet;

use popgrad::{Number, PopulationNode};

use super::call::{made, refused};
use super::members::{charge, members};
use crate::eval::Interpreter;
use crate::methods::{split, wrong_object};
use crate::raise::Result;
use crate::value::{Arguments, Builtin, Value};

/// The methods that are no operations.
pub(super) const METHODS: &[Builtin] = &[
    Builtin {
        name: "backprop",
        call: backprop,
    },
    Builtin {
        name: "zero_grad",
        call: zero_grad,
    },
    Builtin {
        name: "flatten",
        call: flatten,
    },
];

pub(super) fn this_node(name: &str, arguments: Arguments) -> Result<(PopulationNode, Arguments)> {
    let (this, arguments) = split(name, arguments)?;
    match this {
        Value::Node(node) => Ok((node, arguments)),
        other => Err(wrong_object(name, &other)),
    }
}

pub(super) fn backprop(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (node, arguments) = this_node("backprop", arguments)?;
    let [seed] = arguments.bind(interpreter, "backprop", ["seed"], 0)?;
    charge_graph(interpreter, &node)?;
    let passed = match seed {
        None | Some(Value::None) => node.try_backprop(),
        Some(seed) => {
            let numbers = members(interpreter, &seed)?.numbers;
            let seed: Vec<f64> = numbers.into_iter().map(Number::to_f64).collect();
            node.try_backprop_with(&seed)
        }
    };
    passed.map_err(|error| refused(&error))?;
    interpreter.last_pass = Some(node);
    Ok(Value::None)
}

pub(super) fn zero_grad(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (node, arguments) = this_node("zero_grad", arguments)?;
    let [] = arguments.exactly(interpreter, "zero_grad", [])?;
    charge_graph(interpreter, &node)?;
    node.zero_grad();
    Ok(Value::None)
}

pub(super) fn flatten(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (node, arguments) = this_node("flatten", arguments)?;
    let [] = arguments.exactly(interpreter, "flatten", [])?;
    charge(interpreter, node.len())?;
    made(node.try_flatten())
}

/// Takes the steps of a walk over the graph below a node.
pub(super) fn charge_graph(interpreter: &mut Interpreter, root: &PopulationNode) -> Result<()> {
    graph_size(interpreter, root, usize::MAX).map(|_| ())
}

/// How many nodes the graph below a node has, counted up to one more than `most`, and how many members they have.
pub(crate) fn graph_size(
    interpreter: &mut Interpreter,
    root: &PopulationNode,
    most: usize,
) -> Result<(usize, usize)> {
    let mut members = 0;
    let mut seen = BTreeSet::from([root.id()]);
    let mut open = vec![root.clone()];
    while let Some(node) = open.pop() {
        interpreter.charge(1 + node.len() as u64 / 4)?;
        members += node.len();
        open.extend(
            node.parents()
                .into_iter()
                .filter(|parent| seen.insert(parent.id())),
        );
        if seen.len() > most {
            break;
        }
    }
    Ok((seen.len(), members))
}
