//! Operations that bring loops of their own.

use super::Scratch;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// A whole operation.
pub(crate) trait Direct {
    /// The shapes, or `None` where the inputs' shapes do not fit.
    fn geometry(&self, left: Shape, right: Shape) -> Option<Geometry>;

    /// Writes the output for these inputs.
    fn forward(&self, geometry: &Geometry, inputs: Operands, output: &mut [f64]);

    /// Pulls the output's cotangent back to the input on one side.
    fn vjp(
        &self,
        point: &Point,
        cotangent: &[f64],
        side: Side,
        into: Target,
        scratch: &mut Scratch,
    );

    /// Pushes the inputs' tangents forward to the output.
    fn jvp(&self, point: &Point, tangents: Operands, output: &mut [f64]);

    /// How the pulled-back cotangent changes along a direction.
    fn vjp_jvp(
        &self,
        point: &Point,
        direction: &Direction,
        cotangent: &Cotangent,
        side: Side,
        into: Target,
        scratch: &mut Scratch,
    );

    /// Numbers of scratch that the derivatives need.
    fn scratch(&self, geometry: &Geometry) -> usize;
}

#[inline(always)]
pub(super) fn geometry(rule: &dyn Direct, left: Shape, right: Shape) -> Option<Geometry> {
    rule.geometry(left, right)
}

#[inline(always)]
pub(super) fn forward(
    rule: &dyn Direct,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    rule.forward(geometry, inputs, output);
}

#[inline(always)]
pub(super) fn vjp(
    rule: &dyn Direct,
    point: &Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    scratch: &mut Scratch,
) {
    rule.vjp(point, cotangent, side, into, scratch);
}
