//! An operation's own part together with its kind, whose loops it takes.

use super::direct::Direct;
use super::elementwise::{self, Elementwise};
use super::pairwise::{self, Pairwise};
use super::reduction::{self, Reduction};
use super::span::{self, Span};
use super::{Cotangent, Direction, Geometry, Operands, Point, Scratch, Side, Target};

/// The rule of an operation, for all that needs no loops of its own.
pub(super) enum Rule<'a> {
    Elementwise(&'a dyn Elementwise),
    Pairwise(&'a dyn Pairwise),
    Reduction(&'a dyn Reduction),
    Direct(&'a dyn Direct),
    Span(&'a dyn Span),
}

impl Rule<'_> {
    /// Pushes the inputs' tangents forward to the output.
    pub(super) fn jvp(
        self,
        point: &Point,
        tangents: Operands,
        output: &mut [f64],
        scratch: &mut Scratch,
    ) {
        match self {
            Rule::Elementwise(rule) => elementwise::jvp(rule, point, tangents, output),
            Rule::Pairwise(rule) => pairwise::jvp(rule, point, tangents, output),
            Rule::Reduction(rule) => reduction::jvp(rule, point, tangents, output, scratch),
            Rule::Direct(rule) => rule.jvp(point, tangents, output),
            Rule::Span(rule) => span::jvp(rule, point, tangents, output),
        }
    }

    /// How the pulled-back cotangent changes as the point moves in a direction: the vjp's own jvp.
    pub(super) fn vjp_jvp(
        self,
        point: &Point,
        direction: &Direction,
        cotangent: &Cotangent,
        side: Side,
        into: Target,
        scratch: &mut Scratch,
    ) {
        match self {
            Rule::Elementwise(rule) => {
                elementwise::vjp_jvp(rule, point, direction, cotangent, into);
            }
            Rule::Pairwise(rule) => {
                pairwise::vjp_jvp(rule, point, direction, cotangent, side, into);
            }
            Rule::Reduction(rule) => {
                reduction::vjp_jvp(rule, point, direction, cotangent, into, scratch);
            }
            Rule::Direct(rule) => {
                rule.vjp_jvp(point, direction, cotangent, side, into, scratch);
            }
            Rule::Span(rule) => span::vjp(rule, point, cotangent.tangent, side, into, scratch),
        }
    }

    /// Numbers of scratch that the derivatives need.
    pub(super) fn scratch(self, geometry: &Geometry) -> usize {
        match self {
            Rule::Reduction(rule) => reduction::scratch(rule, geometry),
            Rule::Direct(rule) => rule.scratch(geometry),
            Rule::Elementwise(_) | Rule::Pairwise(_) | Rule::Span(_) => 0,
        }
    }
}
