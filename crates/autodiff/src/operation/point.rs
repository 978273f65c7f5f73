//! Where an operation is evaluated: its operands, their shapes, and how results are written.

use crate::Shape;

/// The shapes of an operation's inputs and output. An operation with one input has it in both places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Geometry {
    pub(crate) left: Shape,
    pub(crate) right: Shape,
    pub(crate) output: Shape,
}

impl Geometry {
    pub(crate) fn unary(input: Shape, output: Shape) -> Geometry {
        Geometry {
            left: input,
            right: input,
            output,
        }
    }
}

/// The members of an operation's inputs, or of their tangents. The right one of a single input is empty.
#[derive(Clone, Copy)]
pub(crate) struct Operands<'a> {
    pub(crate) left: &'a [f64],
    pub(crate) right: &'a [f64],
}

/// An operation's inputs together with the output that they give.
#[derive(Clone, Copy)]
pub(crate) struct Point<'a> {
    pub(crate) geometry: &'a Geometry,
    pub(crate) inputs: Operands<'a>,
    pub(crate) output: &'a [f64],
}

/// Which input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// A cotangent on its way: where it goes and what happens to the old content. The first contribution to arrive is
/// written, so that nothing needs to be set to zero before; later ones are added in order of arrival.
pub(crate) struct Target<'a> {
    pub(crate) members: &'a mut [f64],
    pub(crate) is_first: bool,
}

impl Target<'_> {
    /// Writes or adds `contribution(member)` to every member.
    #[inline(always)]
    pub(crate) fn deliver(self, contribution: impl Fn(usize) -> f64) {
        if self.is_first {
            for (member, target) in self.members.iter_mut().enumerate() {
                *target = contribution(member);
            }
        } else {
            for (member, target) in self.members.iter_mut().enumerate() {
                *target += contribution(member);
            }
        }
    }
}
