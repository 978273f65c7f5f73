//! Operations that make one number of many, over the whole node or along an axis.

use super::Scratch;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::{Error, Shape};

/// Samples of a reduction: of a population, and of a matrix along each axis.
macro_rules! along_every_axis {
    ($whole:ident, $axis:ident) => {{
        use crate::{Sample, SampleInput};
        const MATRIX: SampleInput = SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25]);
        &[
            Sample {
                inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
                apply: |inputs| inputs[0].$whole(),
            },
            Sample {
                inputs: &[MATRIX],
                apply: |inputs| inputs[0].$axis(0),
            },
            Sample {
                inputs: &[MATRIX],
                apply: |inputs| inputs[0].$axis(1),
            },
        ]
    }};
}
pub(super) use along_every_axis;

/// Which members are reduced together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Along {
    /// All of them.
    Whole,
    /// Those of a column: axis 0.
    Rows,
    /// Those of a row: axis 1.
    Columns,
}

impl Along {
    pub(crate) fn axis(operation: &'static str, axis: usize) -> Result<Along, Error> {
        match axis {
            0 => Ok(Along::Rows),
            1 => Ok(Along::Columns),
            _ => Err(Error::Axis { operation, axis }),
        }
    }
}

/// The members that one output is made of.
#[derive(Clone, Copy)]
pub(crate) struct Lane<'a> {
    members: &'a [f64],
    stride: usize,
    length: usize,
}

impl Lane<'_> {
    #[inline(always)]
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator {
        self.members.iter().step_by(self.stride).copied()
    }

    /// How many members are reduced together.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.length
    }
}

/// A lane and the direction in which it moves.
pub(crate) struct LanePoint<'a> {
    pub(crate) x: Lane<'a>,
    pub(crate) x_tangent: Lane<'a>,
    pub(crate) y: f64,
    pub(crate) y_tangent: f64,
    /// ∂f/∂x
    pub(crate) derivatives: &'a [f64],
    /// Room for one number per member.
    pub(crate) spare: &'a mut [f64],
}

/// A function of a lane of numbers.
pub(crate) trait Reduction {
    /// Which members are reduced together.
    fn along(&self) -> Along;

    /// f(x)
    fn value(&self, x: Lane) -> f64;

    /// ∂f/∂x if it is the same number for every member, whatever the members are.
    fn uniform_derivative(&self, _length: usize) -> Option<f64> {
        None
    }

    /// ∂f/∂x for every member, where y = f(x)
    fn derivatives(&self, x: Lane, _y: f64, derivatives: &mut [f64]) {
        derivatives.fill(self.uniform_derivative(x.len()).unwrap_or(0.0));
    }

    /// How ∂f/∂x changes along the direction; not at all where f is linear or piecewise so.
    fn derivative_tangents(&self, _at: LanePoint, tangents: &mut [f64]) {
        tangents.fill(0.0);
    }
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
    #[inline(always)]
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

    #[inline(always)]
    fn range(&self, index: usize) -> std::ops::Range<usize> {
        let start = index * self.step;
        start..start + (self.length - 1) * self.stride + 1
    }

    #[inline(always)]
    fn lane<'a>(&self, members: &'a [f64], index: usize) -> Lane<'a> {
        Lane {
            members: &members[self.range(index)],
            stride: self.stride,
            length: self.length,
        }
    }
}

pub(super) fn geometry(rule: &dyn Reduction, input: Shape, _: Shape) -> Option<Geometry> {
    let output = match (rule.along(), input) {
        (Along::Whole, _) => Shape::SINGLE,
        (Along::Rows, Shape::Matrix { columns, .. }) => Shape::Population(columns),
        (Along::Columns, Shape::Matrix { rows, .. }) => Shape::Population(rows),
        (_, Shape::Population(_)) => return None,
    };
    Some(Geometry::unary(input, output))
}

#[inline(never)]
pub(super) fn forward(
    rule: &dyn Reduction,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    let lanes = Lanes::of(rule.along(), geometry.left);
    for (index, y) in output.iter_mut().enumerate() {
        *y = rule.value(lanes.lane(inputs.left, index));
    }
}

#[inline(never)]
pub(super) fn vjp(
    rule: &dyn Reduction,
    point: &Point,
    cotangent: &[f64],
    _: Side,
    mut into: Target,
    scratch: &mut Scratch,
) {
    let lanes = Lanes::of(rule.along(), point.geometry.left);
    if let (Along::Whole, Some(derivative)) = (rule.along(), rule.uniform_derivative(lanes.length))
    {
        let contribution = cotangent[0] * derivative;
        return into.deliver(|_| contribution);
    }
    let [derivatives, ..] = scratch.parts([lanes.length, 0, 0]);
    for (index, g) in cotangent.iter().enumerate() {
        let x = lanes.lane(point.inputs.left, index);
        rule.derivatives(x, point.output[index], derivatives);
        deliver_lane(&mut into.part(lanes.range(index)), lanes.stride, |i| {
            g * derivatives[i]
        });
    }
}

/// Writes or adds a contribution to every member of a lane.
#[inline(always)]
fn deliver_lane(into: &mut Target, stride: usize, contribution: impl Fn(usize) -> f64) {
    for (i, target) in into.members.iter_mut().step_by(stride).enumerate() {
        *target = if into.is_first {
            contribution(i)
        } else {
            *target + contribution(i)
        };
    }
}

pub(super) fn jvp(
    rule: &dyn Reduction,
    point: &Point,
    tangents: Operands,
    output: &mut [f64],
    scratch: &mut Scratch,
) {
    let lanes = Lanes::of(rule.along(), point.geometry.left);
    let [derivatives, ..] = scratch.parts([lanes.length, 0, 0]);
    for (index, output) in output.iter_mut().enumerate() {
        rule.derivatives(
            lanes.lane(point.inputs.left, index),
            point.output[index],
            derivatives,
        );
        let tangent = lanes.lane(tangents.left, index);
        *output = derivatives
            .iter()
            .zip(tangent.iter())
            .fold(0.0, |total, (d, t)| total + d * t);
    }
}

pub(super) fn vjp_jvp(
    rule: &dyn Reduction,
    point: &Point,
    direction: &Direction,
    cotangent: &Cotangent,
    mut into: Target,
    scratch: &mut Scratch,
) {
    let lanes = Lanes::of(rule.along(), point.geometry.left);
    let [derivatives, tangents, spare] = scratch.parts([lanes.length; 3]);
    for (index, (g, g_tangent)) in cotangent.value.iter().zip(cotangent.tangent).enumerate() {
        let (x, y) = (lanes.lane(point.inputs.left, index), point.output[index]);
        rule.derivatives(x, y, derivatives);
        let x_tangent = lanes.lane(direction.inputs.left, index);
        let y_tangent = direction.output[index];
        let at = LanePoint {
            x,
            x_tangent,
            y,
            y_tangent,
            derivatives,
            spare,
        };
        rule.derivative_tangents(at, tangents);
        deliver_lane(&mut into.part(lanes.range(index)), lanes.stride, |i| {
            g_tangent * derivatives[i] + g * tangents[i]
        });
    }
}

/// Numbers of scratch that the derivatives need.
pub(super) fn scratch(rule: &dyn Reduction, geometry: &Geometry) -> usize {
    3 * Lanes::of(rule.along(), geometry.left).length
}
