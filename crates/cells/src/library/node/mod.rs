//! `PopulationNode`: the engine's nodes as values. The methods come from the engine's own list of operations.

mod attributes;
mod call;
mod members;
mod operators;
mod passes;

pub(crate) use attributes::{ATTRIBUTES, attribute, set_attribute};
pub(crate) use call::call;
pub(crate) use members::{floats, rows};
pub(crate) use operators::{binary, item, unary};
pub(crate) use passes::graph_size;

use popgrad::operations;

use self::members::leaf;
use self::passes::METHODS;
use crate::eval::Interpreter;
use crate::raise::Result;
use crate::value::{Arguments, Value};

/// All methods of nodes.
pub(crate) fn methods() -> Vec<(&'static str, Value)> {
    let operations = operations()
        .iter()
        .map(|info| (info.name, Value::Operation(info)));
    operations
        .chain(
            METHODS
                .iter()
                .map(|builtin| (builtin.name, Value::Builtin(builtin))),
        )
        .collect()
}

/// `PopulationNode(values)`
pub(crate) fn make(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "PopulationNode", ["value"])?;
    leaf(interpreter, &values).map(Value::Node)
}
