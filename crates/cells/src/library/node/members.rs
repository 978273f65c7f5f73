//! Numbers of lists and texts of numbers as members of a node.

use popgrad::{Number, PopulationNode};

use super::call::refused;
use crate::eval::Interpreter;
use crate::memory;
use crate::raise::{Raise, Result};
use crate::value::Value;

/// Numbers, and how many there are in a row if they came in rows.
pub(super) struct Members {
    pub(super) numbers: Vec<Number>,
    pub(super) columns: Option<usize>,
}

pub(super) fn members(interpreter: &mut Interpreter, values: &Value) -> Result<Members> {
    if let Some(number) = number(values) {
        return Ok(Members {
            numbers: vec![number],
            columns: None,
        });
    }
    if !matches!(values, Value::List(_) | Value::Tuple(_) | Value::Range(_)) {
        let message = format!(
            "a node holds a number or a list of numbers, not '{}'",
            values.type_name()
        );
        return Err(Raise::type_error(message));
    }
    let items = interpreter.collect(values)?;
    memory::reserve_members(items.len())?;
    let is_rows = matches!(items.first(), Some(Value::List(_) | Value::Tuple(_)));
    if !is_rows {
        let numbers = items.iter().map(member).collect::<Result<_>>()?;
        return Ok(Members {
            numbers,
            columns: None,
        });
    }
    let mut numbers = Vec::new();
    let mut columns = None;
    for row in &items {
        let row = match row {
            Value::List(_) | Value::Tuple(_) => interpreter.collect(row)?,
            other => {
                let message = format!(
                    "a matrix is a list of rows, but one of them is '{}'",
                    other.type_name()
                );
                return Err(Raise::type_error(message));
            }
        };
        let length = *columns.get_or_insert(row.len());
        if length != row.len() {
            let message = format!(
                "the rows of a matrix are equally long, but here one has {length} and one {}",
                row.len()
            );
            return Err(Raise::value_error(message));
        }
        for item in &row {
            numbers.push(member(item)?);
        }
        memory::reserve_members(numbers.len())?;
    }
    Ok(Members { numbers, columns })
}

pub(super) fn number(value: &Value) -> Option<Number> {
    Some(match value {
        Value::Integer(integer) => Number::Integer(*integer),
        Value::Bool(truth) => Number::Integer(i64::from(*truth)),
        Value::Float(float) => Number::Float(*float),
        _ => return None,
    })
}

pub(super) fn member(value: &Value) -> Result<Number> {
    number(value).ok_or_else(|| {
        Raise::type_error(format!(
            "the members of a node are numbers, not '{}'",
            value.type_name()
        ))
    })
}

pub(super) fn leaf(interpreter: &mut Interpreter, values: &Value) -> Result<PopulationNode> {
    let Members { numbers, columns } = members(interpreter, values)?;
    let node = match columns {
        None => PopulationNode::try_new(numbers),
        Some(columns) => {
            let rows = numbers.len().checked_div(columns).unwrap_or(0);
            PopulationNode::try_matrix(rows, columns, numbers)
        }
    };
    node.map_err(|error| refused(&error))
}

/// A node: itself, or a leaf of numbers.
pub(super) fn operand(interpreter: &mut Interpreter, value: &Value) -> Result<PopulationNode> {
    match value {
        Value::Node(node) => Ok(node.clone()),
        value => leaf(interpreter, value),
    }
}

/// Takes the steps and makes the room that a result of so many members needs.
pub(super) fn charge(interpreter: &mut Interpreter, members: usize) -> Result<()> {
    memory::reserve_members(members)?;
    interpreter.charge(members as u64 / 4)
}

/// The numbers of a node or of a list, for figures.
pub(crate) fn floats(interpreter: &mut Interpreter, values: &Value) -> Result<Vec<f64>> {
    match values {
        Value::Node(node) => Ok(node.value()),
        Value::Iterator(_) | Value::View(_) => {
            let values = Value::list(interpreter.collect(values)?);
            floats(interpreter, &values)
        }
        values => Ok(members(interpreter, values)?
            .numbers
            .into_iter()
            .map(Number::to_f64)
            .collect()),
    }
}

/// The rows of a matrix or of a list of lists.
pub(crate) fn rows(interpreter: &mut Interpreter, values: &Value) -> Result<(Vec<f64>, usize)> {
    match values {
        Value::Node(node) => Ok((node.value(), node.shape().columns())),
        values => {
            let members = members(interpreter, values)?;
            let columns = members.columns.unwrap_or(members.numbers.len());
            Ok((
                members.numbers.into_iter().map(Number::to_f64).collect(),
                columns,
            ))
        }
    }
}
