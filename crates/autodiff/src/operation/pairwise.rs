//! Operations that act on pairs of members, with broadcasting: `y_i = f(a_i, b_i)`.

use super::point::{Geometry, Operands, Point, Side, Target};
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

/// How far an operand advances from one member to the next and from one row to the next; 0 where it is broadcast.
#[derive(Clone, Copy)]
struct Stride {
    column: usize,
    row: usize,
}

impl Stride {
    fn of(operand: Shape) -> Stride {
        let column = usize::from(operand.columns() > 1);
        let row = if operand.rows() > 1 {
            operand.columns()
        } else {
            0
        };
        Stride { column, row }
    }
}

/// Equal shapes need no broadcasting: their members pair up one by one.
fn is_plain(geometry: &Geometry) -> bool {
    geometry.left.len() == geometry.output.len() && geometry.right.len() == geometry.output.len()
}

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
    for (row, y) in output.chunks_exact_mut(columns).enumerate() {
        let (a, b) = rows(geometry, inputs, row);
        match (a, b) {
            ([a], b) => y
                .iter_mut()
                .zip(b)
                .for_each(|(y, b)| *y = rule.value(*a, *b)),
            (a, [b]) => y
                .iter_mut()
                .zip(a)
                .for_each(|(y, a)| *y = rule.value(*a, *b)),
            (a, b) => {
                for ((y, a), b) in y.iter_mut().zip(a).zip(b) {
                    *y = rule.value(*a, *b);
                }
            }
        }
    }
}

/// The parts of both operands that make one row of the output; a single member stands for a whole row.
#[inline(always)]
fn rows<'a>(geometry: &Geometry, inputs: Operands<'a>, row: usize) -> (&'a [f64], &'a [f64]) {
    (
        row_of(geometry.left, inputs.left, row),
        row_of(geometry.right, inputs.right, row),
    )
}

#[inline(always)]
fn row_of(shape: Shape, members: &[f64], row: usize) -> &[f64] {
    let start = row * Stride::of(shape).row;
    &members[start..start + shape.columns()]
}

pub(super) fn vjp<P: Pairwise>(rule: P, point: Point, cotangent: &[f64], side: Side, into: Target) {
    match side {
        Side::Left => pull(point, cotangent, Side::Left, into, |a, b, y| {
            rule.left_derivative(a, b, y)
        }),
        Side::Right => pull(point, cotangent, Side::Right, into, |a, b, y| {
            rule.right_derivative(a, b, y)
        }),
    }
}

#[inline(always)]
fn pull(
    point: Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    derivative: impl Fn(f64, f64, f64) -> f64,
) {
    let length = cotangent.len();
    let y = &point.output[..length];
    if is_plain(point.geometry) {
        let (a, b) = (&point.inputs.left[..length], &point.inputs.right[..length]);
        let members = &mut into.members[..length];
        let into = Target {
            members,
            is_first: into.is_first,
        };
        return into.deliver(|i| cotangent[i] * derivative(a[i], b[i], y[i]));
    }
    pull_broadcast(point, cotangent, side, into, derivative);
}

/// A member that was used many times receives the sum of what each use sends back, in row-major order.
fn pull_broadcast(
    point: Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    derivative: impl Fn(f64, f64, f64) -> f64,
) {
    let Geometry {
        left,
        right,
        output,
    } = *point.geometry;
    let (left_stride, right_stride) = (Stride::of(left), Stride::of(right));
    let (shape, stride) = match side {
        Side::Left => (left, left_stride),
        Side::Right => (right, right_stride),
    };
    for (target_row, members) in into.members.chunks_exact_mut(shape.columns()).enumerate() {
        let uses = if shape.rows() == output.rows() {
            target_row..target_row + 1
        } else {
            0..output.rows()
        };
        for (target_column, member) in members.iter_mut().enumerate() {
            let columns = if stride.column > 0 || output.columns() == 1 {
                target_column..target_column + 1
            } else {
                0..output.columns()
            };
            let mut total = 0.0;
            for row in uses.clone() {
                for column in columns.clone() {
                    let at = row * output.columns() + column;
                    let a = point.inputs.left[row * left_stride.row + column * left_stride.column];
                    let b =
                        point.inputs.right[row * right_stride.row + column * right_stride.column];
                    total += cotangent[at] * derivative(a, b, point.output[at]);
                }
            }
            *member = if into.is_first {
                total
            } else {
                *member + total
            };
        }
    }
}
