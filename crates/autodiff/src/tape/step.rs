//! One step of a tape: an operation with its operands' places in memory.

use std::ops::Range;

use crate::operation::{
    Cotangent, Direction, Geometry, Operands, Operation, Point, Scratch, Side, Target,
};

#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) operation: Operation,
    pub(super) geometry: Geometry,
    /// Both inputs lie before the output.
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
    pub(super) output: Range<usize>,
}

/// Computes these steps one after another.
#[inline(never)]
pub(super) fn forward(steps: &[Step], values: &mut [f64]) {
    for step in steps {
        step.forward(values);
    }
}

impl Step {
    #[inline(always)]
    fn inputs<'a>(&self, before: &'a [f64]) -> Operands<'a> {
        Operands {
            left: &before[self.left.clone()],
            right: &before[self.right.clone()],
        }
    }

    #[inline(always)]
    fn point<'a>(&'a self, values: &'a [f64]) -> Point<'a> {
        let inputs = self.inputs(values);
        Point {
            geometry: &self.geometry,
            inputs,
            output: &values[self.output.clone()],
        }
    }

    #[inline(always)]
    fn forward(&self, values: &mut [f64]) {
        let (before, after) = values.split_at_mut(self.output.start);
        let output = &mut after[..self.output.len()];
        self.operation
            .forward(&self.geometry, self.inputs(before), output);
    }

    /// Pulls the output's cotangent back to the input on one side.
    #[inline(always)]
    pub(super) fn backward(
        &self,
        values: &[f64],
        cotangents: &mut [f64],
        side: Side,
        is_first: bool,
        scratch: &mut Scratch,
    ) {
        let (before, after) = cotangents.split_at_mut(self.output.start);
        let into = Target {
            members: &mut before[self.input(side)],
            is_first,
        };
        let cotangent = &after[..self.output.len()];
        self.operation
            .vjp(&self.point(values), cotangent, side, into, scratch);
    }

    /// Pushes the inputs' tangents forward.
    pub(super) fn push(&self, values: &[f64], tangents: &mut [f64], scratch: &mut Scratch) {
        let (before, after) = tangents.split_at_mut(self.output.start);
        let output = &mut after[..self.output.len()];
        self.operation
            .jvp(&self.point(values), self.inputs(before), output, scratch);
    }

    /// Pulls the tangent of the output's cotangent back to the input on one side.
    pub(super) fn pull_tangent(
        &self,
        values: &[f64],
        tangents: &[f64],
        cotangents: &[f64],
        cotangent_tangents: &mut [f64],
        edge: (Side, bool),
        scratch: &mut Scratch,
    ) {
        let (side, is_first) = edge;
        let (before, after) = cotangent_tangents.split_at_mut(self.output.start);
        let into = Target {
            members: &mut before[self.input(side)],
            is_first,
        };
        let cotangent = Cotangent {
            value: &cotangents[self.output.clone()],
            tangent: &after[..self.output.len()],
        };
        let direction = Direction {
            inputs: self.inputs(tangents),
            output: &tangents[self.output.clone()],
        };
        self.operation.vjp_jvp(
            &self.point(values),
            &direction,
            &cotangent,
            side,
            into,
            scratch,
        );
    }

    #[inline(always)]
    fn input(&self, side: Side) -> Range<usize> {
        match side {
            Side::Left => self.left.clone(),
            Side::Right => self.right.clone(),
        }
    }
}
