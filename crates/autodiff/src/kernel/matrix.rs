//! Products and transposes of matrices held row by row.

use std::array;

use crate::operation::Target;

/// The left factor of a product: a matrix as it lies, or the transpose of one.
#[derive(Clone, Copy)]
pub(crate) enum Product<'a> {
    /// The matrix itself, with so many columns.
    Rows { members: &'a [f64], columns: usize },
    /// The transpose of a matrix with so many columns.
    Columns { members: &'a [f64], columns: usize },
}

impl<'a> Product<'a> {
    pub(crate) fn rows(members: &'a [f64], columns: usize) -> Product<'a> {
        Product::Rows { members, columns }
    }

    pub(crate) fn columns(members: &'a [f64], columns: usize) -> Product<'a> {
        Product::Columns { members, columns }
    }

    /// The rows of the product.
    fn height(&self) -> usize {
        match self {
            Product::Rows { members, columns } => members.len() / columns,
            Product::Columns { columns, .. } => *columns,
        }
    }
}

/// Members of a tile that stays in registers while the terms of its sums go by.
const TILE: usize = 4;

/// Delivers the product with a matrix of `width` columns. Every member is a sum from its first term to its last,
/// whatever the tiling.
#[inline]
pub(crate) fn multiply(left: Product, right: &[f64], width: usize, mut into: Target) {
    let height = left.height();
    let mut row = 0;
    while row + TILE <= height {
        multiply_rows::<TILE>(left, right, width, row, &mut into);
        row += TILE;
    }
    while row < height {
        multiply_rows::<1>(left, right, width, row, &mut into);
        row += 1;
    }
}

#[inline(always)]
fn multiply_rows<const ROWS: usize>(
    left: Product,
    right: &[f64],
    width: usize,
    row: usize,
    into: &mut Target,
) {
    let mut column = 0;
    while column + TILE <= width {
        let tile = multiply_tile::<ROWS, TILE>(left, right, width, row, column);
        deliver_tile(tile, width, row, column, into);
        column += TILE;
    }
    while column < width {
        let tile = multiply_tile::<ROWS, 1>(left, right, width, row, column);
        deliver_tile(tile, width, row, column, into);
        column += 1;
    }
}

#[inline(always)]
fn multiply_tile<const ROWS: usize, const COLUMNS: usize>(
    left: Product,
    right: &[f64],
    width: usize,
    row: usize,
    column: usize,
) -> [[f64; COLUMNS]; ROWS] {
    let right = right
        .chunks_exact(width)
        .map(|right| &right[column..column + COLUMNS]);
    match left {
        Product::Rows { members, columns } => {
            let rows: [&[f64]; ROWS] =
                array::from_fn(|i| &members[(row + i) * columns..(row + i + 1) * columns]);
            let left = (0..columns).map(|term| array::from_fn(|i| rows[i][term]));
            sum_terms(left.zip(right))
        }
        Product::Columns { members, columns } => {
            let left = members.chunks_exact(columns).map(|left| {
                let left = &left[row..row + ROWS];
                array::from_fn(|i| left[i])
            });
            sum_terms(left.zip(right))
        }
    }
}

#[inline(always)]
fn sum_terms<'a, const ROWS: usize, const COLUMNS: usize>(
    terms: impl Iterator<Item = ([f64; ROWS], &'a [f64])>,
) -> [[f64; COLUMNS]; ROWS] {
    let mut tile = [[0.0; COLUMNS]; ROWS];
    for (left, right) in terms {
        for i in 0..ROWS {
            for j in 0..COLUMNS {
                tile[i][j] += left[i] * right[j];
            }
        }
    }
    tile
}

#[inline(always)]
fn deliver_tile<const ROWS: usize, const COLUMNS: usize>(
    tile: [[f64; COLUMNS]; ROWS],
    width: usize,
    row: usize,
    column: usize,
    into: &mut Target,
) {
    for (i, sums) in tile.iter().enumerate() {
        let start = (row + i) * width + column;
        into.part(start..start + COLUMNS).deliver(|j| sums[j]);
    }
}

/// Writes the transpose of a matrix with so many columns.
pub(crate) fn transpose(members: &[f64], columns: usize, output: &mut [f64]) {
    let rows = members.len() / columns;
    for (row, members) in members.chunks_exact(columns).enumerate() {
        for (target, member) in output[row..].iter_mut().step_by(rows).zip(members) {
            *target = *member;
        }
    }
}
