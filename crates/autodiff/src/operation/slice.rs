use std::ops::Range;

use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::span::Span;
use crate::Shape;

/// Consecutive members of a population, or consecutive rows of a matrix
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slice {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Slice {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "slice",
        formula: "x_start, ..., x_(end - 1)",
        vjp: "g in the same places, 0 elsewhere",
        shapes: "start < end, and end not beyond the members of the population or the rows of the matrix",
        domain: "every number",
        kink: None,
        call: Call::Places(["start", "end"], crate::PopulationNode::try_slice),
        samples: &[
            Sample { inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])], apply: |inputs| inputs[0].try_slice(1, 3) },
            Sample { inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25])], apply: |inputs| inputs[0].try_slice(1, 2) },
        ],
    };
}

impl Span for Slice {
    fn output(&self, input: Shape) -> Option<Shape> {
        let count = self.end.checked_sub(self.start).filter(|count| *count > 0)?;
        match input {
            Shape::Population(members) => (self.end <= members).then_some(Shape::Population(count)),
            Shape::Matrix { rows, columns } => {
                (self.end <= rows).then_some(Shape::Matrix { rows: count, columns })
            }
        }
    }

    fn source(&self, input: Shape) -> Range<usize> {
        let length = if input.is_matrix() { input.columns() } else { 1 };
        self.start * length..self.end * length
    }
}

methods! {
    /// The members `start..end` of a population, or the rows `start..end` of a matrix.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).slice(1, 3).value(), [2.0, 3.0]);
    /// ```
    slice, try_slice(self, start: usize, end: usize) { self.apply(Slice { start, end }) }
}
