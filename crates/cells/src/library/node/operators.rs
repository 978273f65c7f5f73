//! Operators and indices of nodes.

use popgrad::{Call, PopulationNode};

use super::call::{call, operation, two};
use super::members::{number, operand};
use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Value};

/// An operation of one node by its name.
pub(crate) fn unary(
    interpreter: &mut Interpreter,
    name: &str,
    node: &PopulationNode,
) -> Result<Value> {
    call(
        interpreter,
        operation(name)?,
        Arguments::of(vec![Value::Node(node.clone())]),
    )
}

/// An operator with a node on one side.
pub(crate) fn binary(
    interpreter: &mut Interpreter,
    operator: BinaryOperator,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    let name = match operator {
        BinaryOperator::Add => "add",
        BinaryOperator::Subtract => "sub",
        BinaryOperator::Multiply => "mul",
        BinaryOperator::Divide => "div",
        BinaryOperator::Matrix => "matmul",
        BinaryOperator::Power if matches!(left, Value::Node(_)) && number(right).is_some() => {
            "powf"
        }
        _ => return Err(no_operator(operator, left, right)),
    };
    let is_operand = |value: &Value| {
        number(value).is_some()
            || matches!(value, Value::Node(_) | Value::List(_) | Value::Tuple(_))
    };
    if !is_operand(left) || !is_operand(right) {
        return Err(no_operator(operator, left, right));
    }
    let info = operation(name)?;
    if let Call::Two(apply) = info.call {
        let (left, right) = (operand(interpreter, left)?, operand(interpreter, right)?);
        return two(interpreter, info, apply, &left, &right);
    }
    call(
        interpreter,
        info,
        Arguments::of(vec![left.clone(), right.clone()]),
    )
}

pub(super) fn no_operator(operator: BinaryOperator, left: &Value, right: &Value) -> Raise {
    Raise::type_error(format!(
        "unsupported operand type(s) for {}: '{}' and '{}'",
        operator.symbol(),
        left.type_name(),
        right.type_name()
    ))
}

/// `node[key]`: a member, a row, or several of them.
pub(crate) fn item(
    interpreter: &mut Interpreter,
    node: &PopulationNode,
    key: &Value,
) -> Result<Value> {
    let length = if node.shape().is_matrix() {
        node.shape().rows()
    } else {
        node.len()
    };
    let of = Value::Node(node.clone());
    match key {
        Value::Slice(slice) => {
            let span = interpreter.span(slice, length)?;
            if span.step != 1 {
                return Err(Raise::value_error(
                    "a node is sliced without a step: x[start:stop]",
                ));
            }
            let bounds = [span.start, span.stop].map(Value::Integer);
            call(
                interpreter,
                operation("slice")?,
                Arguments::of([vec![of], bounds.to_vec()].concat()),
            )
        }
        Value::Integer(place) => {
            let at = if *place < 0 {
                place + length as i64
            } else {
                *place
            };
            if !(0..length as i64).contains(&at) {
                let message = format!("node index out of range: {place}, of {length}");
                return Err(Raise::new(ErrorKind::IndexError, message));
            }
            call(
                interpreter,
                operation("index")?,
                Arguments::of(vec![of, Value::Integer(at)]),
            )
        }
        other => {
            let message = format!(
                "node indices must be integers or slices, not {}",
                other.type_name()
            );
            Err(Raise::type_error(message))
        }
    }
}
