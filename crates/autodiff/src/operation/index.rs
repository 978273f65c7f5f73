use std::ops::Range;

use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::span::Span;
use crate::Shape;

/// One member of a population, or one row of a matrix
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Index {
    pub(crate) at: usize,
}

impl Index {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "index",
        formula: "x_k",
        vjp: "g at k, 0 elsewhere",
        shapes: "a population with more than k members, or a matrix with more than k rows",
        domain: "every number",
        kink: None,
        call: Call::Place("at", crate::PopulationNode::try_index),
        samples: &[
            Sample { inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])], apply: |inputs| inputs[0].try_index(1) },
            Sample { inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25])], apply: |inputs| inputs[0].try_index(1) },
        ],
    };
}

impl Span for Index {
    fn output(&self, input: Shape) -> Option<Shape> {
        match input {
            Shape::Population(members) => (self.at < members).then_some(Shape::SINGLE),
            Shape::Matrix { rows, columns } => (self.at < rows).then_some(Shape::Population(columns)),
        }
    }

    fn source(&self, input: Shape) -> Range<usize> {
        let length = if input.is_matrix() { input.columns() } else { 1 };
        self.at * length..(self.at + 1) * length
    }
}

methods! {
    /// The member `at` of a population, or the row `at` of a matrix as a population, counted from 0.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0]).index(1).value(), [2.0]);
    /// assert_eq!(PopulationNode::matrix(2, 2, [1.0, 2.0, 3.0, 4.0]).index(1).value(), [3.0, 4.0]);
    /// ```
    index, try_index(self, at: usize) { self.apply(Index { at }) }
}
