//! What a node has besides its methods.

use popgrad::{Number, PopulationNode, Shape};

use super::call::refused;
use super::members::{Members, members};
use crate::eval::Interpreter;
use crate::memory;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::Value;

/// What a node has besides its methods.
pub(crate) const ATTRIBUTES: [&str; 5] = ["value", "grad", "op", "parents", "shape"];

/// An attribute that is no method.
pub(crate) fn attribute(node: &PopulationNode, name: &str) -> Result<Option<Value>> {
    Ok(Some(match name {
        "value" => {
            memory::reserve(node.len() * size_of::<Value>())?;
            listed(
                node.numbers().into_iter().map(Value::from).collect(),
                node.shape(),
            )
        }
        "grad" => {
            memory::reserve(node.len() * size_of::<Value>())?;
            listed(
                node.grad().into_iter().map(Value::Float).collect(),
                node.shape(),
            )
        }
        "op" => Value::text(node.op()),
        "parents" => Value::list(node.parents().into_iter().map(Value::Node).collect()),
        "shape" => match node.shape() {
            Shape::Population(members) => Value::tuple(vec![members.into()]),
            Shape::Matrix { rows, columns } => Value::tuple(vec![rows.into(), columns.into()]),
        },
        _ => return Ok(None),
    }))
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        match number {
            Number::Integer(integer) => Value::Integer(integer),
            Number::Float(float) => Value::Float(float),
        }
    }
}

/// A list, or a list of rows for a matrix.
pub(super) fn listed(members: Vec<Value>, shape: Shape) -> Value {
    match shape {
        Shape::Population(_) => Value::list(members),
        Shape::Matrix { columns, .. } => Value::list(
            members
                .chunks(columns)
                .map(|row| Value::list(row.to_vec()))
                .collect(),
        ),
    }
}

/// `node.value = ...` on a leaf.
pub(crate) fn set_attribute(
    interpreter: &mut Interpreter,
    node: &PopulationNode,
    name: &str,
    value: &Value,
) -> Result<()> {
    if name != "value" {
        let message =
            format!("attribute '{name}' of a node cannot be set: only .value of a leaf can");
        return Err(Raise::new(ErrorKind::AttributeError, message));
    }
    let Members { numbers, columns } = members(interpreter, value)?;
    let is_fit = match (columns, node.shape()) {
        (None, Shape::Population(_)) => true,
        (Some(columns), Shape::Matrix { columns: own, .. }) => columns == own,
        _ => false,
    };
    if !is_fit {
        let message = format!(
            "value: this node has the shape {}. Give it numbers in the same shape.",
            node.shape()
        );
        return Err(Raise::value_error(message));
    }
    interpreter.charge_items(numbers.len())?;
    node.try_set_value(numbers).map_err(|error| refused(&error))
}
