//! Products and transposes of matrices held row by row.

use std::array;

use crate::operation::Target;

/// The left factor of a product: a matrix as it lies, or the transpose of one.
#[derive(Clone, Copy)]
pub(crate) enum Left<'a> {
    /// The matrix itself.
    Rows(&'a [f64]),
    /// The transpose of this matrix.
    Columns(&'a [f64]),
}

/// The extents of a product of a `height`×`inner` and an `inner`×`width` matrix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extents {
    pub(crate) height: usize,
    pub(crate) inner: usize,
    pub(crate) width: usize,
}

/// Members of a tile that stays in registers while the terms of its sums go by.
const TILE: usize = 4;

/// Delivers the product. Every member is a sum from its first term to its last, whatever the tiling.
#[inline(never)]
pub(crate) fn multiply(left: Left, right: &[f64], extents: Extents, mut into: Target) {
    let mut row = 0;
    while row + TILE <= extents.height {
        multiply_rows::<TILE>(left, right, extents, row, &mut into);
        row += TILE;
    }
    if row + TILE / 2 <= extents.height {
        multiply_rows::<{ TILE / 2 }>(left, right, extents, row, &mut into);
        row += TILE / 2;
    }
    if row < extents.height {
        multiply_rows::<1>(left, right, extents, row, &mut into);
    }
}

#[inline(always)]
fn multiply_rows<const ROWS: usize>(
    left: Left,
    right: &[f64],
    extents: Extents,
    row: usize,
    into: &mut Target,
) {
    let mut column = 0;
    while column + TILE <= extents.width {
        let tile = multiply_tile::<ROWS, TILE>(left, right, extents, row, column);
        deliver_tile(tile, extents.width, row, column, into);
        column += TILE;
    }
    while column < extents.width {
        let tile = multiply_tile::<ROWS, 1>(left, right, extents, row, column);
        deliver_tile(tile, extents.width, row, column, into);
        column += 1;
    }
}

#[inline(always)]
fn multiply_tile<const ROWS: usize, const COLUMNS: usize>(
    left: Left,
    right: &[f64],
    extents: Extents,
    row: usize,
    column: usize,
) -> [[f64; COLUMNS]; ROWS] {
    let Extents {
        height,
        inner,
        width,
    } = extents;
    let mut tile = [[0.0; COLUMNS]; ROWS];
    let mut right = &right[column..];
    match left {
        Left::Rows(members) => {
            let rows: [&[f64]; ROWS] = array::from_fn(|i| &members[(row + i) * inner..][..inner]);
            let column = |term: usize| array::from_fn(|i| rows[i][term]);
            for term in 0..inner {
                add_products(&mut tile, &column(term), right);
                right = right.get(width..).unwrap_or_default();
            }
        }
        Left::Columns(members) => {
            let mut left = &members[row..];
            while let Some(column) = left.first_chunk() {
                add_products(&mut tile, column, right);
                left = left.get(height..).unwrap_or_default();
                right = right.get(width..).unwrap_or_default();
            }
        }
    }
    tile
}

#[inline(always)]
fn add_products<const ROWS: usize, const COLUMNS: usize>(
    tile: &mut [[f64; COLUMNS]; ROWS],
    left: &[f64; ROWS],
    right: &[f64],
) {
    if let Some(right) = right.first_chunk::<COLUMNS>() {
        for (sums, left) in tile.iter_mut().zip(left) {
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum += left * right;
            }
        }
    }
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
        match into.members[start..].first_chunk_mut() {
            Some(row) if into.is_first => *row = *sums,
            Some(row) => {
                for (target, sum) in row.iter_mut().zip(sums) {
                    *target += sum;
                }
            }
            None => {}
        }
    }
}

/// Adds a row to every row of a matrix.
#[inline(never)]
pub(crate) fn add_row(matrix: &[f64], row: &[f64], output: &mut [f64]) {
    if let [member] = row {
        for (output, x) in output.iter_mut().zip(matrix) {
            *output = x + member;
        }
        return;
    }
    let mut start = 0;
    while start < output.len() {
        let (matrix, output) = (
            &matrix[start..][..row.len()],
            &mut output[start..][..row.len()],
        );
        for ((output, x), member) in output.iter_mut().zip(matrix).zip(row) {
            *output = x + member;
        }
        start += row.len();
    }
}

/// Writes the transpose of a matrix of so many rows and columns.
pub(crate) fn transpose(members: &[f64], rows: usize, columns: usize, output: &mut [f64]) {
    for (column, output) in output.chunks_exact_mut(rows).enumerate() {
        for (row, target) in output.iter_mut().enumerate() {
            *target = members[row * columns + column];
        }
    }
}
