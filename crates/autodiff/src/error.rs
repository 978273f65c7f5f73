//! The one error of the crate.

use std::fmt;

use crate::shape::MAX_MEMBERS;
use crate::{Number, Shape, python};

/// What can go wrong. Every message names the operation, the values and what was expected.
///
/// ```
/// use popgrad::PopulationNode;
/// let error = PopulationNode::new([1, 2, 3]).try_add(&PopulationNode::new([1, 2])).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "add: the lengths 3 and 2 do not fit: [1, 2, 3] and [1, 2]. Needed: \
///      rows and columns equal, or 1 on one side; a population is one row."
/// );
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A population without members, or a matrix without rows or columns.
    Empty,
    /// More members than a node may hold.
    TooLarge {
        /// How many were asked for; `None` if the number itself is beyond counting.
        members: Option<usize>,
    },
    /// The machine has no room for so many members.
    OutOfMemory {
        /// How many were asked for.
        members: usize,
    },
    /// Two operands whose shapes do not fit the operation.
    Shapes {
        /// The operation's name.
        operation: &'static str,
        /// The first and the second operand.
        operands: Box<[Operand; 2]>,
        /// What the operation needs.
        expected: &'static str,
    },
    /// One operand whose shape does not fit the operation.
    Shape {
        /// The operation's name.
        operation: &'static str,
        /// The operand.
        operand: Operand,
        /// What the operation needs.
        expected: &'static str,
    },
    /// A matrix has the axes 0 and 1.
    Axis {
        /// The operation's name.
        operation: &'static str,
        /// The axis that was asked for.
        axis: usize,
    },
    /// A list whose length is not the one asked for.
    Length {
        /// What the list is for.
        operation: &'static str,
        /// How many numbers were given.
        given: usize,
        /// How many are needed.
        expected: usize,
    },
    /// Only a leaf's value can be set.
    NotALeaf {
        /// What was tried.
        operation: &'static str,
        /// The operation that made the node.
        op: &'static str,
    },
    /// A node has no such parent.
    NoParent {
        /// The operation that made the node.
        op: &'static str,
        /// The index that was asked for.
        parent: usize,
        /// How many parents there are.
        parents: usize,
    },
    /// The recorded nodes do not depend on this one.
    NotOnTape {
        /// The operation that made the node.
        op: &'static str,
    },
    /// A slot, descent or Hessian was used with another tape than the one that made it.
    OtherTape,
    /// The node's values are being read through a borrow that is still alive.
    Borrowed {
        /// What was tried.
        operation: &'static str,
    },
}

/// An operand as an error message shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// Its shape.
    pub shape: Shape,
    /// Its first members as they were written.
    pub values: String,
}

impl Operand {
    /// Members shown before the rest is left out.
    const SHOWN: usize = 6;

    pub(crate) fn new(shape: Shape, numbers: impl Iterator<Item = Number>) -> Operand {
        let shown: Vec<Number> = numbers.take(Self::SHOWN).collect();
        let values = if shape.len() <= Self::SHOWN {
            python::list(&shown, shape)
        } else {
            let start = python::list(&shown, Shape::Population(shown.len()));
            format!("{}, ...]", start.trim_end_matches(']'))
        };
        Operand { shape, values }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Empty => formatter.write_str(
                "A node needs at least one member, but the list is empty: []. Give it one or more numbers.",
            ),
            Error::TooLarge { members } => write_too_large(formatter, *members),
            Error::OutOfMemory { members } => {
                write!(formatter, "There is no memory for {members} members. Use fewer.")
            }
            Error::Shapes { operation, operands, expected } => {
                write_shapes(formatter, operation, operands, expected)
            }
            Error::Shape { operation, operand, expected } => {
                let Operand { shape, values } = operand;
                write!(formatter, "{operation}: the shape {shape} of {values} does not fit. Needed: {expected}.")
            }
            Error::Axis { operation, axis } => {
                write!(formatter, "{operation}: there is no axis {axis}. Use 0 (down the columns) or 1 (along the rows).")
            }
            Error::Length { operation, given, expected } => {
                write!(formatter, "{operation}: {given} numbers were given, but {expected} are needed.")
            }
            Error::NotALeaf { operation, op } => write!(
                formatter,
                "{operation}: only a leaf can be set, but this node is the result of {op}. \
                 Set the leaves that it depends on."
            ),
            Error::NoParent { op, parent, parents } => write!(
                formatter,
                "There is no parent {parent}: this node is made by {op} and has {parents}, counted from 0."
            ),
            Error::NotOnTape { op } => write!(
                formatter,
                "This {op} node is not on the tape: the recorded nodes do not depend on it. Record it too."
            ),
            Error::OtherTape => formatter.write_str(
                "This slot, descent or Hessian belongs to another tape. Use it with the tape that made it.",
            ),
            Error::Borrowed { operation } => write!(
                formatter,
                "{operation}: the node's values are still borrowed. Let the borrow end first."
            ),
        }
    }
}

fn write_too_large(formatter: &mut fmt::Formatter<'_>, members: Option<usize>) -> fmt::Result {
    match members {
        Some(members) => write!(formatter, "{members} members are too many")?,
        None => formatter.write_str("The number of members is too large to count")?,
    }
    write!(
        formatter,
        ": a node holds at most {MAX_MEMBERS}. Use fewer."
    )
}

fn write_shapes(
    formatter: &mut fmt::Formatter<'_>,
    operation: &str,
    [left, right]: &[Operand; 2],
    expected: &str,
) -> fmt::Result {
    let (what, first, second) = match (left.shape, right.shape) {
        (Shape::Population(first), Shape::Population(second)) => {
            ("lengths", first.to_string(), second.to_string())
        }
        (first, second) => ("shapes", first.to_string(), second.to_string()),
    };
    let (left, right) = (&left.values, &right.values);
    write!(
        formatter,
        "{operation}: the {what} {first} and {second} do not fit: {left} and {right}. Needed: {expected}."
    )
}
