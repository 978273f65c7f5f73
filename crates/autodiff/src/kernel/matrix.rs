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
#[derive(Clone, Copy)]
pub(crate) struct Extents {
    pub(crate) height: usize,
    pub(crate) inner: usize,
    pub(crate) width: usize,
}

/// Members of a tile that stays in registers while the terms of its sums go by.
const TILE: usize = 4;

/// Delivers the product. Every member is a sum from its first term to its last, whatever the tiling.
#[inline]
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
    let right = |term: usize| &right[term * width + column..][..COLUMNS];
    match left {
        Left::Rows(members) => {
            let rows: [&[f64]; ROWS] = array::from_fn(|i| &members[(row + i) * inner..][..inner]);
            sum_terms(inner, |term| array::from_fn(|i| rows[i][term]), right)
        }
        Left::Columns(members) => {
            let column = |term: usize| {
                let members = &members[term * height + row..][..ROWS];
                array::from_fn(|i| members[i])
            };
            sum_terms(inner, column, right)
        }
    }
}

#[inline(always)]
fn sum_terms<'a, const ROWS: usize, const COLUMNS: usize>(
    terms: usize,
    left: impl Fn(usize) -> [f64; ROWS],
    right: impl Fn(usize) -> &'a [f64],
) -> [[f64; COLUMNS]; ROWS] {
    let mut tile = [[0.0; COLUMNS]; ROWS];
    for term in 0..terms {
        let (left, right) = (left(term), right(term));
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

/// Writes the transpose of a matrix of so many rows and columns.
pub(crate) fn transpose(members: &[f64], rows: usize, columns: usize, output: &mut [f64]) {
    for (column, output) in output.chunks_exact_mut(rows).enumerate() {
        for (row, target) in output.iter_mut().enumerate() {
            *target = members[row * columns + column];
        }
    }
}
