//! Operations that act on each member alone: `y_i = f(x_i)`.

use super::Scratch;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// A function of one number with its derivatives.
pub(crate) trait Elementwise: Copy {
    /// f(x)
    fn value(self, x: f64) -> f64;

    /// f'(x), where y = f(x)
    fn derivative(self, x: f64, y: f64) -> f64;

    /// f''(x), where y = f(x)
    fn second_derivative(self, x: f64, y: f64) -> f64;

    /// f of every member.
    #[inline(always)]
    fn values(self, x: &[f64], y: &mut [f64]) {
        for (x, y) in x.iter().zip(y) {
            *y = self.value(*x);
        }
    }
}

pub(super) fn geometry<E: Elementwise>(_: E, left: Shape, _: Shape) -> Option<Geometry> {
    Some(Geometry::unary(left, left))
}

#[inline(never)]
pub(super) fn forward<E: Elementwise>(rule: E, _: &Geometry, inputs: Operands, output: &mut [f64]) {
    rule.values(inputs.left, output);
}

#[inline(never)]
pub(super) fn vjp<E: Elementwise>(
    rule: E,
    point: &Point,
    cotangent: &[f64],
    _: Side,
    into: Target,
    _: &mut Scratch,
) {
    let length = into.members.len();
    let (x, y, g) = (
        &point.inputs.left[..length],
        &point.output[..length],
        &cotangent[..length],
    );
    into.deliver(|member| g[member] * rule.derivative(x[member], y[member]));
}

#[inline(never)]
pub(super) fn jvp<E: Elementwise>(
    rule: E,
    point: &Point,
    tangents: Operands,
    output: &mut [f64],
    _: &mut Scratch,
) {
    let inputs = point
        .inputs
        .left
        .iter()
        .zip(point.output)
        .zip(tangents.left);
    for (output, ((x, y), tangent)) in output.iter_mut().zip(inputs) {
        *output = rule.derivative(*x, *y) * tangent;
    }
}

#[inline(never)]
pub(super) fn vjp_jvp<E: Elementwise>(
    rule: E,
    point: &Point,
    direction: &Direction,
    cotangent: &Cotangent,
    _: Side,
    into: Target,
    _: &mut Scratch,
) {
    let (x, y, tangent) = (point.inputs.left, point.output, direction.inputs.left);
    into.deliver(|i| {
        cotangent.tangent[i] * rule.derivative(x[i], y[i])
            + cotangent.value[i] * rule.second_derivative(x[i], y[i]) * tangent[i]
    });
}

pub(super) fn scratch<E: Elementwise>(_: E, _: &Geometry) -> usize {
    0
}
