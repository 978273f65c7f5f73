//! Operations that make one number of many, over the whole node or along an axis.

use super::point::{Geometry, Operands, Point, Side, Target};
use crate::Shape;

/// Which members are reduced together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Along {
    /// All of them.
    Whole,
    /// Each column of a matrix: axis 0.
    Rows,
    /// Each row of a matrix: axis 1.
    Columns,
}

/// The members that one output is made of: every `stride`-th from `start` on.
#[derive(Clone, Copy)]
pub(crate) struct Lane<'a> {
    members: &'a [f64],
    stride: usize,
}

impl Lane<'_> {
    #[inline(always)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = f64> {
        self.members.iter().step_by(self.stride).copied()
    }
}

/// A function of a lane of numbers.
pub(crate) trait Reduction: Copy {
    /// Which members are reduced together.
    fn along(self) -> Along;

    /// f(x)
    fn value(self, lane: Lane) -> f64;

    /// `∂f/∂x_i` for the member x, where y = f(x) and `length` members are reduced.
    fn derivative(self, x: f64, y: f64, length: usize) -> f64;
}

/// How the lanes of a reduction lie in memory.
#[derive(Clone, Copy)]
struct Lanes {
    length: usize,
    stride: usize,
    /// From the start of one lane to the start of the next.
    step: usize,
}

impl Lanes {
    fn of(along: Along, input: Shape) -> Lanes {
        match along {
            Along::Whole => Lanes {
                length: input.len(),
                stride: 1,
                step: 0,
            },
            Along::Rows => Lanes {
                length: input.rows(),
                stride: input.columns(),
                step: 1,
            },
            Along::Columns => Lanes {
                length: input.columns(),
                stride: 1,
                step: input.columns(),
            },
        }
    }

    fn lane<'a>(&self, members: &'a [f64], index: usize) -> Lane<'a> {
        let start = index * self.step;
        let last = start + (self.length - 1) * self.stride;
        Lane {
            members: &members[start..=last],
            stride: self.stride,
        }
    }
}

pub(super) fn geometry<R: Reduction>(rule: R, input: Shape, _: Shape) -> Option<Geometry> {
    let output = match (rule.along(), input) {
        (Along::Whole, _) => Shape::SINGLE,
        (Along::Rows, Shape::Matrix { columns, .. }) => Shape::Population(columns),
        (Along::Columns, Shape::Matrix { rows, .. }) => Shape::Population(rows),
        (_, Shape::Population(_)) => return None,
    };
    Some(Geometry::unary(input, output))
}

pub(super) fn forward<R: Reduction>(
    rule: R,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    let lanes = Lanes::of(rule.along(), geometry.left);
    for (index, y) in output.iter_mut().enumerate() {
        *y = rule.value(lanes.lane(inputs.left, index));
    }
}

pub(super) fn vjp<R: Reduction>(rule: R, point: Point, cotangent: &[f64], _: Side, into: Target) {
    let lanes = Lanes::of(rule.along(), point.geometry.left);
    let members = into.members;
    for (index, (g, y)) in cotangent.iter().zip(point.output).enumerate() {
        let start = index * lanes.step;
        let targets = members[start..].iter_mut().step_by(lanes.stride);
        let inputs = point.inputs.left[start..].iter().step_by(lanes.stride);
        for (target, x) in targets.zip(inputs).take(lanes.length) {
            let contribution = g * rule.derivative(*x, *y, lanes.length);
            *target = if into.is_first {
                contribution
            } else {
                *target + contribution
            };
        }
    }
}
