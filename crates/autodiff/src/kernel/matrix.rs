//! Products and transposes of matrices held row by row.

use std::array;

use super::narrow::{self, add_products};
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
pub(super) const TILE: usize = 4;

/// Delivers the product. Every member is a sum from its first term to its last, whatever the tiling.
#[inline(never)]
pub(crate) fn multiply(left: Left, right: &[f64], extents: Extents, mut into: Target) {
    if narrow::multiply(left, right, extents, &mut into) {
        return;
    }
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
                if let Some(right) = right.first_chunk() {
                    add_products(&mut tile, &column(term), right);
                }
                right = right.get(width..).unwrap_or_default();
            }
        }
        Left::Columns(members) => {
            let mut left = &members[row..];
            while let (Some(column), Some(row)) = (left.first_chunk(), right.first_chunk()) {
                add_products(&mut tile, column, row);
                left = left.get(height..).unwrap_or_default();
                right = right.get(width..).unwrap_or_default();
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

/// Writes the product, and the product with a row added to each of its rows.
#[inline(never)]
pub(crate) fn multiply_and_add(
    left: &[f64],
    right: &[f64],
    row: &[f64],
    extents: Extents,
    [product, sum]: [&mut [f64]; 2],
) {
    if narrow::multiply_and_add(left, right, row, [&mut *product, &mut *sum]) {
        return;
    }
    let into = Target {
        members: &mut *product,
        is_first: true,
    };
    multiply(Left::Rows(left), right, extents, into);
    add_row(product, row, sum);
}

/// Adds a row to every row of a matrix.
fn add_row(matrix: &[f64], row: &[f64], output: &mut [f64]) {
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

#[cfg(test)]
mod tests {
    use super::{Extents, Left, multiply};
    use crate::operation::Target;
    use crate::random::Random;

    /// One sum after another, from the first term to the last.
    fn plain(
        left: Left,
        right: &[f64],
        extents: Extents,
        start: &[f64],
        is_first: bool,
    ) -> Vec<f64> {
        let Extents {
            height,
            inner,
            width,
        } = extents;
        let term = |row: usize, k: usize| match left {
            Left::Rows(members) => members[row * inner + k],
            Left::Columns(members) => members[k * height + row],
        };
        let member = |index: usize| {
            let (row, column) = (index / width, index % width);
            let sum = (0..inner).fold(0.0, |sum, k| sum + term(row, k) * right[k * width + column]);
            if is_first { sum } else { start[index] + sum }
        };
        (0..height * width).map(member).collect()
    }

    #[test]
    fn products_of_every_small_size_have_the_bits_of_plain_loops() {
        let mut random = Random::new(5);
        for size in 0..9 * 6 * 9 {
            let (height, inner, width) = (size / 54 + 1, size / 9 % 6 + 1, size % 9 + 1);
            let extents = Extents {
                height,
                inner,
                width,
            };
            let (members, right) = (
                random.normals(height * inner),
                random.normals(inner * width),
            );
            let start = random.normals(height * width);
            for left in [Left::Rows(&members), Left::Columns(&members)] {
                for is_first in [true, false] {
                    let mut result = start.clone();
                    let into = Target {
                        members: &mut result,
                        is_first,
                    };
                    multiply(left, &right, extents, into);
                    let expected = plain(left, &right, extents, &start, is_first);
                    assert_eq!(result, expected, "{extents:?}, first: {is_first}");
                }
            }
        }
    }
}
