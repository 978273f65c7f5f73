//! Operations that act on each member alone: `y_i = f(x_i)`.

use super::Scratch;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// A function of one number with its derivatives.
pub(crate) trait Elementwise {
    /// f(x)
    fn value(&self, x: f64) -> f64;

    /// f'(x), where y = f(x)
    fn derivative(&self, x: f64, y: f64) -> f64;

    /// f''(x), where y = f(x)
    fn second_derivative(&self, x: f64, y: f64) -> f64;

    /// Whether f costs so little, and is repeated so often, that a call for every member would show. Then it has
    /// loops of its own; all others share one, which keeps the download small.
    #[inline(always)]
    fn is_repeated(&self) -> bool {
        false
    }

    /// f of every member, if it is repeated.
    #[inline(always)]
    fn values(&self, x: &[f64], y: &mut [f64])
    where
        Self: Sized,
    {
        for (x, y) in x.iter().zip(y) {
            *y = self.value(*x);
        }
    }
}

#[inline(always)]
pub(super) fn geometry(_: &dyn Elementwise, left: Shape, _: Shape) -> Option<Geometry> {
    Some(Geometry::unary(left, left))
}

#[inline(always)]
pub(super) fn forward<E: Elementwise>(
    rule: &E,
    _: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    if rule.is_repeated() {
        forward_repeated(rule, inputs, output);
    } else {
        forward_shared(rule, inputs, output);
    }
}

#[inline(never)]
fn forward_repeated<E: Elementwise>(rule: &E, inputs: Operands, output: &mut [f64]) {
    rule.values(inputs.left, output);
}

#[inline(never)]
fn forward_shared(rule: &dyn Elementwise, inputs: Operands, output: &mut [f64]) {
    for (x, y) in inputs.left.iter().zip(output) {
        *y = rule.value(*x);
    }
}

#[inline(always)]
pub(super) fn vjp<E: Elementwise>(
    rule: &E,
    point: &Point,
    cotangent: &[f64],
    _: Side,
    into: Target,
    _: &mut Scratch,
) {
    if rule.is_repeated() {
        vjp_repeated(rule, point, cotangent, into);
    } else {
        vjp_shared(rule, point, cotangent, into);
    }
}

#[inline(never)]
fn vjp_repeated<E: Elementwise>(rule: &E, point: &Point, cotangent: &[f64], into: Target) {
    let length = into.members.len();
    let (x, y, g) = (
        &point.inputs.left[..length],
        &point.output[..length],
        &cotangent[..length],
    );
    into.deliver(|member| g[member] * rule.derivative(x[member], y[member]));
}

#[inline(never)]
fn vjp_shared(rule: &dyn Elementwise, point: &Point, cotangent: &[f64], into: Target) {
    let (x, y) = (point.inputs.left, point.output);
    into.deliver(|member| cotangent[member] * rule.derivative(x[member], y[member]));
}

pub(super) fn jvp(rule: &dyn Elementwise, point: &Point, tangents: Operands, output: &mut [f64]) {
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

pub(super) fn vjp_jvp(
    rule: &dyn Elementwise,
    point: &Point,
    direction: &Direction,
    cotangent: &Cotangent,
    into: Target,
) {
    let (x, y, tangent) = (point.inputs.left, point.output, direction.inputs.left);
    into.deliver(|i| {
        cotangent.tangent[i] * rule.derivative(x[i], y[i])
            + cotangent.value[i] * rule.second_derivative(x[i], y[i]) * tangent[i]
    });
}
