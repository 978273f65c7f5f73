//! Operations that act on pairs of members, with broadcasting: `y_i = f(a_i, b_i)`.

use super::Scratch;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// A function of two numbers with its partial derivatives.
pub(crate) trait Pairwise: Copy {
    /// f(a, b)
    fn value(self, a: f64, b: f64) -> f64;

    /// ∂f/∂a, where y = f(a, b)
    fn left_derivative(self, a: f64, b: f64, y: f64) -> f64;

    /// ∂f/∂b, where y = f(a, b)
    fn right_derivative(self, a: f64, b: f64, y: f64) -> f64;

    /// ∂²f/∂a², ∂²f/∂a∂b and ∂²f/∂b², where y = f(a, b)
    fn second_derivatives(self, a: f64, b: f64, y: f64) -> [f64; 3];
}

pub(super) fn geometry<P: Pairwise>(_: P, left: Shape, right: Shape) -> Option<Geometry> {
    let output = left.broadcast(right)?;
    Some(Geometry {
        left,
        right,
        output,
    })
}

/// Whether members pair up one by one, without broadcasting.
#[inline(always)]
fn is_plain(geometry: &Geometry) -> bool {
    let length = geometry.output.len();
    geometry.left.len() == length && geometry.right.len() == length
}

#[inline(always)]
pub(super) fn forward<P: Pairwise>(
    rule: P,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    if is_plain(geometry) {
        for ((y, a), b) in output.iter_mut().zip(inputs.left).zip(inputs.right) {
            *y = rule.value(*a, *b);
        }
        return;
    }
    let columns = geometry.output.columns();
    for row in 0..geometry.output.rows() {
        let y = &mut output[row * columns..][..columns];
        match (
            row_of(geometry.left, inputs.left, row),
            row_of(geometry.right, inputs.right, row),
        ) {
            (Row::Many(a), Row::Many(b)) => {
                let (a, b) = (&a[..columns], &b[..columns]);
                y.iter_mut()
                    .enumerate()
                    .for_each(|(i, y)| *y = rule.value(a[i], b[i]));
            }
            (Row::Many(a), Row::One(b)) => {
                y.iter_mut()
                    .zip(a)
                    .for_each(|(y, a)| *y = rule.value(*a, b));
            }
            (Row::One(a), Row::Many(b)) => {
                y.iter_mut()
                    .zip(b)
                    .for_each(|(y, b)| *y = rule.value(a, *b));
            }
            (Row::One(a), Row::One(b)) => y.fill(rule.value(a, b)),
        }
    }
}

/// The part of an operand that makes one row of the output: its members, or one for the whole row.
enum Row<'a> {
    Many(&'a [f64]),
    One(f64),
}

#[inline(always)]
fn row_of(shape: Shape, members: &[f64], row: usize) -> Row<'_> {
    let columns = shape.columns();
    let start = if shape.rows() == 1 { 0 } else { row * columns };
    if columns == 1 {
        Row::One(members[start])
    } else {
        Row::Many(&members[start..][..columns])
    }
}

#[inline(always)]
pub(super) fn vjp<P: Pairwise>(
    rule: P,
    point: &Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    _: &mut Scratch,
) {
    if is_plain(point.geometry) {
        let length = into.members.len();
        let (a, b) = (&point.inputs.left[..length], &point.inputs.right[..length]);
        let (y, g) = (&point.output[..length], &cotangent[..length]);
        return match side {
            Side::Left => into.deliver(|i| g[i] * rule.left_derivative(a[i], b[i], y[i])),
            Side::Right => into.deliver(|i| g[i] * rule.right_derivative(a[i], b[i], y[i])),
        };
    }
    let (a, b, y) = (point.inputs.left, point.inputs.right, point.output);
    match side {
        Side::Left => pull_back(point.geometry, side, into, |i, j, k| {
            cotangent[k] * rule.left_derivative(a[i], b[j], y[k])
        }),
        Side::Right => pull_back(point.geometry, side, into, |i, j, k| {
            cotangent[k] * rule.right_derivative(a[i], b[j], y[k])
        }),
    }
}

pub(super) fn jvp<P: Pairwise>(
    rule: P,
    point: &Point,
    tangents: Operands,
    output: &mut [f64],
    _: &mut Scratch,
) {
    let (a, b) = (point.inputs.left, point.inputs.right);
    for_each_pair(point.geometry, |i, j, k| {
        let y = point.output[k];
        output[k] = rule.left_derivative(a[i], b[j], y) * tangents.left[i]
            + rule.right_derivative(a[i], b[j], y) * tangents.right[j];
    });
}

pub(super) fn vjp_jvp<P: Pairwise>(
    rule: P,
    point: &Point,
    direction: &Direction,
    cotangent: &Cotangent,
    side: Side,
    into: Target,
    _: &mut Scratch,
) {
    let (a, b, y) = (point.inputs.left, point.inputs.right, point.output);
    let Operands {
        left: a_tangent,
        right: b_tangent,
    } = direction.inputs;
    let pull = |i: usize, j: usize, k: usize| {
        let [aa, ab, bb] = rule.second_derivatives(a[i], b[j], y[k]);
        let (first, second) = match side {
            Side::Left => (
                rule.left_derivative(a[i], b[j], y[k]),
                aa * a_tangent[i] + ab * b_tangent[j],
            ),
            Side::Right => (
                rule.right_derivative(a[i], b[j], y[k]),
                ab * a_tangent[i] + bb * b_tangent[j],
            ),
        };
        cotangent.tangent[k] * first + cotangent.value[k] * second
    };
    pull_back(point.geometry, side, into, pull);
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
fn for_each_pair(geometry: &Geometry, mut visit: impl FnMut(usize, usize, usize)) {
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

/// Delivers `pull(left, right, output)` for every pair to the input on one side. A member that was used several
/// times receives what each use sends, in the output's order.
#[inline(always)]
fn pull_back(
    geometry: &Geometry,
    side: Side,
    into: Target,
    pull: impl Fn(usize, usize, usize) -> f64,
) {
    if is_plain(geometry) {
        return into.deliver(|i| pull(i, i, i));
    }
    pull_back_broadcast(geometry, side, into, pull);
}

#[inline(always)]
fn pull_back_broadcast(
    geometry: &Geometry,
    side: Side,
    into: Target,
    pull: impl Fn(usize, usize, usize) -> f64,
) {
    let (left, right) = (Stride::of(geometry.left), Stride::of(geometry.right));
    let own = if side == Side::Left { left } else { right };
    let columns = geometry.output.columns();
    let members = into.skip();
    for row in 0..geometry.output.rows() {
        let (left_row, right_row, output_row) = (row * left.row, row * right.row, row * columns);
        let at = |column: usize| {
            pull(
                left_row + column * left.column,
                right_row + column * right.column,
                output_row + column,
            )
        };
        let members = &mut members[row * own.row..];
        if own.column == 0 {
            members[0] = (0..columns).fold(members[0], |total, column| total + at(column));
        } else {
            members[..columns]
                .iter_mut()
                .enumerate()
                .for_each(|(column, g)| *g += at(column));
        }
    }
}

pub(super) fn scratch<P: Pairwise>(_: P, _: &Geometry) -> usize {
    0
}
