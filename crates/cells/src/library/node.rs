//! `PopulationNode`: the engine's nodes as values. The methods come from the engine's own list of operations.

use std::collections::BTreeSet;

use popgrad::{Call, Error, Number, OperationInfo, PopulationNode, Shape, operations};

use crate::builtins::float_of;
use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::memory;
use crate::methods::{split, wrong_object};
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Value};

/// What a node has besides its methods.
pub(crate) const ATTRIBUTES: [&str; 5] = ["value", "grad", "op", "parents", "shape"];

/// The methods that are no operations.
const METHODS: &[Builtin] = &[
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

fn operation(name: &str) -> Result<&'static OperationInfo> {
    let found = operations().iter().find(|info| info.name == name);
    found.ok_or_else(|| {
        Raise::new(
            ErrorKind::AttributeError,
            format!("the engine has no operation '{name}'"),
        )
    })
}

/// What the engine refuses, as an exception.
fn refused(error: &Error) -> Raise {
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

fn made(result: std::result::Result<PopulationNode, Error>) -> Result<Value> {
    result.map(Value::Node).map_err(|error| refused(&error))
}

/// `PopulationNode(values)`
pub(crate) fn make(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "PopulationNode", ["value"])?;
    leaf(interpreter, &values).map(Value::Node)
}

/// Numbers, and how many there are in a row if they came in rows.
struct Members {
    numbers: Vec<Number>,
    columns: Option<usize>,
}

fn members(interpreter: &mut Interpreter, values: &Value) -> Result<Members> {
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

fn number(value: &Value) -> Option<Number> {
    Some(match value {
        Value::Integer(integer) => Number::Integer(*integer),
        Value::Bool(truth) => Number::Integer(i64::from(*truth)),
        Value::Float(float) => Number::Float(*float),
        _ => return None,
    })
}

fn member(value: &Value) -> Result<Number> {
    number(value).ok_or_else(|| {
        Raise::type_error(format!(
            "the members of a node are numbers, not '{}'",
            value.type_name()
        ))
    })
}

fn leaf(interpreter: &mut Interpreter, values: &Value) -> Result<PopulationNode> {
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
fn operand(interpreter: &mut Interpreter, value: &Value) -> Result<PopulationNode> {
    match value {
        Value::Node(node) => Ok(node.clone()),
        value => leaf(interpreter, value),
    }
}

/// Takes the steps and makes the room that a result of so many members needs.
fn charge(interpreter: &mut Interpreter, members: usize) -> Result<()> {
    memory::reserve_members(members)?;
    interpreter.charge(members as u64 / 4)
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

fn two(
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

fn parts(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Vec<PopulationNode>> {
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

fn axis_of(info: &OperationInfo, axis: &Value) -> Result<usize> {
    match axis {
        Value::Integer(-1) => Ok(1),
        Value::Integer(-2) => Ok(0),
        axis => count_of(info, "axis", axis),
    }
}

fn count_of(info: &OperationInfo, name: &str, value: &Value) -> Result<usize> {
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

fn no_operator(operator: BinaryOperator, left: &Value, right: &Value) -> Raise {
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
fn listed(members: Vec<Value>, shape: Shape) -> Value {
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

fn this_node(name: &str, arguments: Arguments) -> Result<(PopulationNode, Arguments)> {
    let (this, arguments) = split(name, arguments)?;
    match this {
        Value::Node(node) => Ok((node, arguments)),
        other => Err(wrong_object(name, &other)),
    }
}

fn backprop(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
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

fn zero_grad(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (node, arguments) = this_node("zero_grad", arguments)?;
    let [] = arguments.exactly(interpreter, "zero_grad", [])?;
    charge_graph(interpreter, &node)?;
    node.zero_grad();
    Ok(Value::None)
}

fn flatten(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (node, arguments) = this_node("flatten", arguments)?;
    let [] = arguments.exactly(interpreter, "flatten", [])?;
    charge(interpreter, node.len())?;
    made(node.try_flatten())
}

/// Takes the steps of a walk over the graph below a node.
fn charge_graph(interpreter: &mut Interpreter, root: &PopulationNode) -> Result<()> {
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
