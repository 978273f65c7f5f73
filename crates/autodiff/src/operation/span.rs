//! Operations that carry a run of members over unchanged, in the same order.

use std::ops::Range;

use super::Scratch;
use super::point::{Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// Which members go where.
pub(crate) trait Span {
    /// The output's shape, or `None` if the input's shape does not fit.
    fn output(&self, input: Shape) -> Option<Shape>;

    /// The members of the input that are carried over.
    fn source(&self, input: Shape) -> Range<usize> {
        0..input.len()
    }

    /// Where in the output they go, from this member on.
    fn destination(&self) -> usize {
        0
    }

    /// Whether cotangents come back the same way.
    fn is_differentiable(&self) -> bool {
        true
    }
}

pub(super) fn geometry(rule: &dyn Span, input: Shape, _: Shape) -> Option<Geometry> {
    Some(Geometry::unary(input, rule.output(input)?))
}

/// The run of members in the input and in the output.
fn runs(rule: &dyn Span, geometry: &Geometry) -> (Range<usize>, Range<usize>) {
    let source = rule.source(geometry.left);
    let start = rule.destination();
    let end = start + source.len();
    (source, start..end)
}

#[inline(never)]
pub(super) fn forward(rule: &dyn Span, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
    let (source, destination) = runs(rule, geometry);
    output[destination].copy_from_slice(&inputs.left[source]);
}

#[inline(never)]
pub(super) fn vjp(
    rule: &dyn Span,
    point: &Point,
    cotangent: &[f64],
    _: Side,
    into: Target,
    _: &mut Scratch,
) {
    let (source, destination) = runs(rule, point.geometry);
    if !rule.is_differentiable() {
        into.skip();
    } else if source.len() == into.members.len() {
        let cotangent = &cotangent[destination];
        into.deliver(|i| cotangent[i]);
    } else {
        let members = &mut into.skip()[source];
        for (target, g) in members.iter_mut().zip(&cotangent[destination]) {
            *target += g;
        }
    }
}

pub(super) fn jvp(rule: &dyn Span, point: &Point, tangents: Operands, output: &mut [f64]) {
    let (_, destination) = runs(rule, point.geometry);
    if rule.is_differentiable() {
        forward(rule, point.geometry, tangents, output);
    } else {
        output[destination].fill(0.0);
    }
}
