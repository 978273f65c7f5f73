//! Shapes: how many members a node holds and how they are arranged.

use std::fmt;

use crate::Error;

/// The most members one node may hold (2²⁷, one gibibyte of `f64`).
pub const MAX_MEMBERS: usize = 1 << 27;

/// The shape of a node: a population of members in a row, or a matrix of rows and columns.
///
/// ```
/// use popgrad::{PopulationNode, Shape};
/// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).shape(), Shape::Population(3));
/// assert_eq!(Shape::Matrix { rows: 2, columns: 3 }.to_string(), "(2, 3)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// So many members in a row; a single number is a population of one.
    Population(usize),
    /// Members in row-major order.
    Matrix {
        /// Number of rows.
        rows: usize,
        /// Number of columns: members per row.
        columns: usize,
    },
}

impl Shape {
    /// The shape of a single number.
    pub(crate) const SINGLE: Shape = Shape::Population(1);

    /// The number of members.
    #[must_use]
    #[expect(
        clippy::len_without_is_empty,
        reason = "a node has at least one member"
    )]
    pub fn len(self) -> usize {
        self.rows() * self.columns()
    }

    /// The number of rows; a population is one row.
    #[must_use]
    pub fn rows(self) -> usize {
        match self {
            Shape::Population(_) => 1,
            Shape::Matrix { rows, .. } => rows,
        }
    }

    /// The number of members in a row.
    #[must_use]
    pub fn columns(self) -> usize {
        match self {
            Shape::Population(members) => members,
            Shape::Matrix { columns, .. } => columns,
        }
    }

    /// Whether this is a matrix; otherwise it is a population.
    #[must_use]
    pub fn is_matrix(self) -> bool {
        matches!(self, Shape::Matrix { .. })
    }

    /// A population's shape.
    ///
    /// # Errors
    /// [`Error::Empty`] for no members, [`Error::TooLarge`] for more than [`MAX_MEMBERS`].
    pub fn population(members: usize) -> Result<Shape, Error> {
        check_members(Some(members)).map(|()| Shape::Population(members))
    }

    /// A matrix's shape.
    ///
    /// # Errors
    /// [`Error::Empty`] for no rows or columns, [`Error::TooLarge`] for more than [`MAX_MEMBERS`].
    pub fn matrix(rows: usize, columns: usize) -> Result<Shape, Error> {
        check_members(rows.checked_mul(columns)).map(|()| Shape::Matrix { rows, columns })
    }

    /// The error for a shape that no node can have.
    pub(crate) fn check(self) -> Result<(), Error> {
        check_members(self.rows().checked_mul(self.columns()))
    }

    /// The common shape of two under `NumPy`'s broadcasting, or `None` where they do not fit: rows and columns
    /// must each be equal or one of them 1, and a population counts as one row.
    #[must_use]
    pub fn broadcast(self, other: Shape) -> Option<Shape> {
        if cfg!(feature = "speed") && self == other {
            return Some(self);
        }
        let rows = broadcast_extent(self.rows(), other.rows())?;
        let columns = broadcast_extent(self.columns(), other.columns())?;
        if self.is_matrix() || other.is_matrix() {
            Some(Shape::Matrix { rows, columns })
        } else {
            Some(Shape::Population(columns))
        }
    }
}

fn broadcast_extent(left: usize, right: usize) -> Option<usize> {
    match (left, right) {
        (left, right) if left == right => Some(left),
        (1, right) => Some(right),
        (left, 1) => Some(left),
        _ => None,
    }
}

fn check_members(members: Option<usize>) -> Result<(), Error> {
    match members {
        Some(0) => Err(Error::Empty),
        Some(members) if members <= MAX_MEMBERS => Ok(()),
        _ => Err(Error::TooLarge { members }),
    }
}

/// Prints as Python prints a shape: `(3,)` or `(2, 3)`.
impl fmt::Display for Shape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shape::Population(members) => write!(formatter, "({members},)"),
            Shape::Matrix { rows, columns } => write!(formatter, "({rows}, {columns})"),
        }
    }
}
