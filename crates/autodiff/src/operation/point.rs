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

/// The members of an operation's inputs. The right one of a single input is empty.
#[derive(Clone, Copy)]
pub(crate) struct Operands<'a> {
    pub(crate) left: &'a [f64],
    pub(crate) right: &'a [f64],
}

impl<'a> Operands<'a> {
    /// The input that is not on this side.
    pub(crate) fn other(self, side: Side) -> &'a [f64] {
        match side {
            Side::Left => self.right,
            Side::Right => self.left,
        }
    }
}

/// An operation's inputs together with the output that they give.
#[derive(Clone, Copy)]
pub(crate) struct Point<'a> {
    pub(crate) geometry: &'a Geometry,
    pub(crate) inputs: Operands<'a>,
    pub(crate) output: &'a [f64],
}

/// The direction in which a point moves: the tangents of its inputs and of its output.
#[derive(Clone, Copy)]
pub(crate) struct Direction<'a> {
    pub(crate) inputs: Operands<'a>,
    pub(crate) output: &'a [f64],
}

/// The cotangent of an operation's output, and how it changes as the point moves.
#[derive(Clone, Copy)]
pub(crate) struct Cotangent<'a> {
    pub(crate) value: &'a [f64],
    pub(crate) tangent: &'a [f64],
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

impl<'a> Target<'a> {
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

    /// The same for the first `length` members.
    #[inline(always)]
    pub(crate) fn deliver_many(self, length: usize, contribution: impl Fn(usize) -> f64) {
        let Target { members, is_first } = self;
        Target {
            members: &mut members[..length],
            is_first,
        }
        .deliver(contribution);
    }

    /// A part of the target.
    #[inline(always)]
    pub(crate) fn part(&mut self, range: std::ops::Range<usize>) -> Target<'_> {
        Target {
            members: &mut self.members[range],
            is_first: self.is_first,
        }
    }

    /// Nothing arrives: a first contribution of zeros.
    pub(crate) fn skip(self) -> &'a mut [f64] {
        if self.is_first {
            self.members.fill(0.0);
        }
        self.members
    }
}
