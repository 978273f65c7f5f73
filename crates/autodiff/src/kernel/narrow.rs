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

/// The left factor lies row by row.
#[inline(always)]
fn rows<const COLUMNS: usize>(left: &[f64], right: &[f64], into: &mut Target) {
    let right = right.as_chunks::<COLUMNS>().0;
    let (tiles, rest) = into
        .members
        .as_chunks_mut::<COLUMNS>()
        .0
        .as_chunks_mut::<TILE>();
    let inner = right.len();
    let mut left = left;
    for tile in tiles {
        let (own, after) = left.split_at(TILE * inner);
        deliver(sums_of_rows(own, right), tile, into.is_first);
        left = after;
    }
    for row in rest {
        let (own, after) = left.split_at(inner);
        deliver(
            sums_of_rows(own, right),
            array::from_mut(row),
            into.is_first,
        );
        left = after;
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
