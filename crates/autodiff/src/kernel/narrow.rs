//! Products of matrices whose result is at most one tile wide: nets with few units have them at every step, and more of
//! their time would go into finding the members than into multiplying them.

use std::array;

use super::matrix::{Extents, Left, TILE};
use crate::operation::Target;

/// Delivers the product if it is narrow, and says whether it did. Every member is a sum from its first term to its last.
#[inline(always)]
pub(super) fn multiply(left: Left, right: &[f64], extents: Extents, into: &mut Target) -> bool {
    match (left, extents.height, extents.width) {
        (Left::Rows(left), _, 1) => rows::<1>(left, right, into),
        (Left::Rows(left), _, 2) => rows::<2>(left, right, into),
        (Left::Rows(left), _, 4) => rows::<4>(left, right, into),
        (Left::Columns(left), 1, 1) => columns::<1, 1>(left, right, into),
        (Left::Columns(left), 1, 2) => columns::<1, 2>(left, right, into),
        (Left::Columns(left), 1, 4) => columns::<1, 4>(left, right, into),
        (Left::Columns(left), 2, 1) => columns::<2, 1>(left, right, into),
        (Left::Columns(left), 2, 2) => columns::<2, 2>(left, right, into),
        (Left::Columns(left), 2, 4) => columns::<2, 4>(left, right, into),
        (Left::Columns(left), 4, 1) => columns::<4, 1>(left, right, into),
        (Left::Columns(left), 4, 2) => columns::<4, 2>(left, right, into),
        (Left::Columns(left), 4, 4) => columns::<4, 4>(left, right, into),
        _ => return false,
    }
    true
}

/// The product with a row added to each of its rows, if it is narrow: writes both, and says whether it did.
#[inline(always)]
pub(super) fn multiply_and_add(
    left: &[f64],
    right: &[f64],
    row: &[f64],
    [product, sum]: [&mut [f64]; 2],
) -> bool {
    match *row {
        [a] => rows_and_sums([a], left, right, product, sum),
        [a, b] => rows_and_sums([a, b], left, right, product, sum),
        [a, b, c, d] => rows_and_sums([a, b, c, d], left, right, product, sum),
        _ => return false,
    }
    true
}

#[inline(always)]
fn rows_and_sums<const COLUMNS: usize>(
    row: [f64; COLUMNS],
    left: &[f64],
    right: &[f64],
    product: &mut [f64],
    sum: &mut [f64],
) {
    let products = product.as_chunks_mut::<COLUMNS>().0.iter_mut();
    let mut into = products.zip(sum.as_chunks_mut::<COLUMNS>().0);
    each_row(left, right, |members| {
        if let Some((product, sum)) = into.next() {
            *product = members;
            *sum = array::from_fn(|i| members[i] + row[i]);
        }
    });
}

/// The left factor lies row by row.
#[inline(always)]
fn rows<const COLUMNS: usize>(left: &[f64], right: &[f64], into: &mut Target) {
    let mut targets = into.members.as_chunks_mut::<COLUMNS>().0.iter_mut();
    each_row(left, right, |members| {
        if let Some(target) = targets.next() {
            deliver([members], array::from_mut(target), into.is_first);
        }
    });
}

/// Gives the rows of a product one after another.
#[inline(always)]
fn each_row<const COLUMNS: usize>(left: &[f64], right: &[f64], give: impl FnMut([f64; COLUMNS])) {
    let right = right.as_chunks::<COLUMNS>().0;
    // The compiler writes out the terms of a sum if it knows how many they are.
    match *right {
        [a] => each_row_of(left, &[a], give),
        [a, b] => each_row_of(left, &[a, b], give),
        [a, b, c, d] => each_row_of(left, &[a, b, c, d], give),
        _ => each_row_of_any_length(left, right, give),
    }
}

#[inline(always)]
fn each_row_of<const INNER: usize, const COLUMNS: usize>(
    left: &[f64],
    right: &[[f64; COLUMNS]; INNER],
    mut give: impl FnMut([f64; COLUMNS]),
) {
    for left in left.as_chunks::<INNER>().0 {
        let mut sums = [[0.0; COLUMNS]];
        for (left, right) in left.iter().zip(right) {
            add_products(&mut sums, &[*left], right);
        }
        give(sums[0]);
    }
}

#[inline(always)]
fn each_row_of_any_length<const COLUMNS: usize>(
    left: &[f64],
    right: &[[f64; COLUMNS]],
    mut give: impl FnMut([f64; COLUMNS]),
) {
    let mut tiles = left.chunks_exact(TILE * right.len());
    for tile in &mut tiles {
        for sums in sums_of_rows::<TILE, COLUMNS>(tile, right) {
            give(sums);
        }
    }
    for row in tiles.remainder().chunks_exact(right.len()) {
        let [sums] = sums_of_rows(row, right);
        give(sums);
    }
}

#[inline(always)]
fn sums_of_rows<const ROWS: usize, const COLUMNS: usize>(
    left: &[f64],
    right: &[[f64; COLUMNS]],
) -> [[f64; COLUMNS]; ROWS] {
    let inner = right.len();
    let rows: [&[f64]; ROWS] = array::from_fn(|i| &left[i * inner..][..inner]);
    let mut sums = [[0.0; COLUMNS]; ROWS];
    for (term, right) in right.iter().enumerate() {
        add_products(&mut sums, &array::from_fn(|i| rows[i][term]), right);
    }
    sums
}

/// The left factor lies column by column, and the result has no more rows than a tile.
#[inline(always)]
fn columns<const ROWS: usize, const COLUMNS: usize>(
    left: &[f64],
    right: &[f64],
    into: &mut Target,
) {
    let mut sums = [[0.0; COLUMNS]; ROWS];
    let terms = left.as_chunks().0.iter().zip(right.as_chunks().0);
    for (left, right) in terms {
        add_products(&mut sums, left, right);
    }
    if let Some(tile) = into.members.as_chunks_mut().0.first_chunk_mut() {
        deliver(sums, tile, into.is_first);
    }
}

/// Delivers the sum of a matrix's rows, times a factor, if they are narrow, and says whether it did.
#[inline(always)]
pub(crate) fn sum_rows(matrix: &[f64], factor: f64, into: &mut Target) -> bool {
    match into.members {
        [a, b] => sum_rows_of([a, b], matrix, factor, into.is_first),
        [a, b, c, d] => sum_rows_of([a, b, c, d], matrix, factor, into.is_first),
        _ => return false,
    }
    true
}

#[inline(always)]
fn sum_rows_of<const COLUMNS: usize>(
    into: [&mut f64; COLUMNS],
    matrix: &[f64],
    factor: f64,
    is_first: bool,
) {
    let mut rows = matrix.as_chunks::<COLUMNS>().0.iter();
    let scaled = |row: &[f64; COLUMNS]| row.map(|member| member * factor);
    let mut sums = match rows.next() {
        Some(row) if is_first => scaled(row),
        Some(row) => {
            let row = scaled(row);
            array::from_fn(|i| *into[i] + row[i])
        }
        None => return,
    };
    for row in rows {
        for (sum, member) in sums.iter_mut().zip(scaled(row)) {
            *sum += member;
        }
    }
    for (into, sum) in into.into_iter().zip(sums) {
        *into = sum;
    }
}

/// Adds the product of a column and a row.
#[inline(always)]
pub(super) fn add_products<const ROWS: usize, const COLUMNS: usize>(
    sums: &mut [[f64; COLUMNS]; ROWS],
    left: &[f64; ROWS],
    right: &[f64; COLUMNS],
) {
    for (sums, left) in sums.iter_mut().zip(left) {
        for (sum, right) in sums.iter_mut().zip(right) {
            *sum += left * right;
        }
    }
}

#[inline(always)]
fn deliver<const ROWS: usize, const COLUMNS: usize>(
    sums: [[f64; COLUMNS]; ROWS],
    tile: &mut [[f64; COLUMNS]; ROWS],
    is_first: bool,
) {
    if is_first {
        *tile = sums;
        return;
    }
    for (targets, sums) in tile.iter_mut().zip(&sums) {
        for (target, sum) in targets.iter_mut().zip(sums) {
            *target += sum;
        }
    }
}
