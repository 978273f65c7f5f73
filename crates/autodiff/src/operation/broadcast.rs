//! Broadcasting: which members of two inputs meet in a member of the output.

use super::point::Geometry;
use crate::Shape;

/// An input with its shape.
#[derive(Clone, Copy)]
pub(super) struct Operand<'a> {
    pub(super) shape: Shape,
    pub(super) members: &'a [f64],
}

/// The part of an operand that makes one row of the output: its members, or one for the whole row.
pub(super) enum Row<'a> {
    Many(&'a [f64]),
    One(f64),
}

impl<'a> Operand<'a> {
    #[inline(always)]
    pub(super) fn row(&self, row: usize) -> Row<'a> {
        let columns = self.shape.columns();
        let start = if self.shape.rows() == 1 {
            0
        } else {
            row * columns
        };
        match columns {
            1 => Row::One(self.members[start]),
            columns => Row::Many(&self.members[start..][..columns]),
        }
    }
}

impl Row<'_> {
    #[inline(always)]
    pub(super) fn member(&self, index: usize) -> f64 {
        match self {
            Row::Many(members) => members[index],
            Row::One(member) => *member,
        }
    }
}

/// How far an operand advances from one member to the next and from one row to the next; 0 where it is broadcast.
#[derive(Clone, Copy)]
struct Stride {
    column: usize,
    row: usize,
}

impl Stride {
    #[inline(always)]
    fn of(operand: Shape) -> Stride {
        let column = usize::from(operand.columns() > 1);
        let row = if operand.rows() > 1 {
            operand.columns()
        } else {
            0
        };
        Stride { column, row }
    }

    #[inline(always)]
    fn index(self, row: usize, column: usize) -> usize {
        row * self.row + column * self.column
    }
}

/// Visits the indices of each pair in the left operand, the right operand and the output, in the output's order.
#[inline(always)]
pub(super) fn for_each_pair(geometry: &Geometry, mut visit: impl FnMut(usize, usize, usize)) {
    let (left, right) = (Stride::of(geometry.left), Stride::of(geometry.right));
    let columns = geometry.output.columns();
    for row in 0..geometry.output.rows() {
        for column in 0..columns {
            visit(
                left.index(row, column),
                right.index(row, column),
                row * columns + column,
            );
        }
    }
}
