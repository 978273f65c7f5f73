//! Operations of the engine as methods: arguments in, refusals out.

use popgrad::{Call, Error, OperationInfo, PopulationNode, operations};

use super::members::{charge, operand};
use crate::builtins::float_of;
use crate::eval::Interpreter;
use crate::methods::{split, wrong_object};
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Value};

pub(super) fn operation(name: &str) -> Result<&'static OperationInfo> {
    let found = operations().iter().find(|info| info.name == name);
    found.ok_or_else(|| {
        Raise::new(
            ErrorKind::AttributeError,
            format!("the engine has no operation '{name}'"),
        )
    })
}

/// What the engine refuses, as an exception.
pub(super) fn refused(error: &Error) -> Raise {
    let kind = match error {
        Error::TooLarge { .. } | Error::OutOfMemory { .. } => ErrorKind::MemoryError,
        _ => ErrorKind::ValueError,
    };
    Raise::new(
        kind,
        error
            .to_string()
            .replace("set_value", "value")
            .replace("backprop_with", "backprop"),
    )
}

pub(super) fn made(result: std::result::Result<PopulationNode, Error>) -> Result<Value> {
    result.map(Value::Node).map_err(|error| refused(&error))
}

/// Calls an operation with a node and other arguments.
pub(crate) fn call(
    interpreter: &mut Interpreter,
    info: &'static OperationInfo,
    arguments: Arguments,
) -> Result<Value> {
    interpreter.step()?;
    if let Call::Many(join) = info.call {
        let parts = parts(interpreter, arguments)?;
        charge(interpreter, parts.iter().map(PopulationNode::len).sum())?;
        return made(join(&parts));
    }
    let (this, arguments) = split(info.name, arguments)?;
    let Value::Node(node) = this else {
        return Err(wrong_object(info.name, &this));
    };
    charge(interpreter, node.len())?;
    match info.call {
        Call::One(apply) => {
            let [] = arguments.exactly(interpreter, info.name, [])?;
            made(apply(&node))
        }
        Call::Two(apply) => {
            let [other] = arguments.exactly(interpreter, info.name, ["other"])?;
            let other = operand(interpreter, &other)?;
            two(interpreter, info, apply, &node, &other)
        }
        Call::Reduction(whole, along) => {
            let [axis] = arguments.bind(interpreter, info.name, ["axis"], 0)?;
            match axis {
                None | Some(Value::None) => made(whole(&node)),
                Some(axis) => made(along(&node, axis_of(info, &axis)?)),
            }
        }
        Call::Number(name, apply) => {
            let [number] = arguments.exactly(interpreter, info.name, [name])?;
            made(apply(&node, float_of(interpreter, &number)?))
        }
        Call::Place(name, apply) => {
            let [place] = arguments.exactly(interpreter, info.name, [name])?;
            made(apply(&node, count_of(info, name, &place)?))
        }
        Call::Places(names, apply) => {
            let [first, second] = arguments.exactly(interpreter, info.name, names)?;
            made(apply(
                &node,
                count_of(info, names[0], &first)?,
                count_of(info, names[1], &second)?,
            ))
        }
        Call::Many(_) => Ok(Value::None),
    }
}

type Two = fn(&PopulationNode, &PopulationNode) -> std::result::Result<PopulationNode, Error>;

pub(super) fn two(
    interpreter: &mut Interpreter,
    info: &OperationInfo,
    apply: Two,
    left: &PopulationNode,
    right: &PopulationNode,
) -> Result<Value> {
    let (a, b) = (left.shape(), right.shape());
    let members = if info.name == "matmul" {
        let products = a
            .rows()
            .saturating_mul(a.columns())
            .saturating_mul(b.columns());
        interpreter.charge(products as u64 / 32)?;
        a.rows().saturating_mul(b.columns())
    } else {
        a.rows()
            .max(b.rows())
            .saturating_mul(a.columns().max(b.columns()))
    };
    charge(interpreter, members)?;
    made(apply(left, right))
}

pub(super) fn parts(
    interpreter: &mut Interpreter,
    arguments: Arguments,
) -> Result<Vec<PopulationNode>> {
    let mut parts = Vec::new();
    for value in arguments.positional {
        let values = match &value {
            Value::List(_) | Value::Tuple(_) => interpreter.collect(&value)?,
            _ => vec![value],
        };
        for value in values {
            match value {
                Value::Node(node) => parts.push(node),
                other => {
                    let message = format!("concatenate() joins nodes, not '{}'", other.type_name());
                    return Err(Raise::type_error(message));
                }
            }
        }
    }
    Ok(parts)
}

pub(super) fn axis_of(info: &OperationInfo, axis: &Value) -> Result<usize> {
    match axis {
        Value::Integer(-1) => Ok(1),
        Value::Integer(-2) => Ok(0),
        axis => count_of(info, "axis", axis),
    }
}

pub(super) fn count_of(info: &OperationInfo, name: &str, value: &Value) -> Result<usize> {
    match value {
        Value::Integer(count) => usize::try_from(*count).map_err(|_| {
            Raise::value_error(format!(
                "{}(): {name} is {count}, but counts from 0",
                info.name
            ))
        }),
        other => Err(Raise::type_error(format!(
            "{}(): {name} is a whole number, not '{}'",
            info.name,
            other.type_name()
        ))),
    }
}
