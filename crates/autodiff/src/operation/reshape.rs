use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::span::Span;
use crate::Shape;

/// The same members in another shape, row by row
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reshape {
    pub(crate) shape: Shape,
}

impl Reshape {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "reshape",
        formula: "x, row by row",
        vjp: "g, row by row",
        shapes: "as many members in the new shape as in the old",
        domain: "every number",
        kink: None,
        call: Call::Places(["rows", "columns"], crate::PopulationNode::try_reshape),
        samples: &[
            Sample {
                inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25])],
                apply: |inputs| inputs[0].try_reshape(3, 2),
            },
            Sample { inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25])], apply: |inputs| inputs[0].try_flatten() },
        ],
    };
}

impl Span for Reshape {
    fn output(&self, input: Shape) -> Option<Shape> {
        (self.shape.len() == input.len()).then_some(self.shape)
    }
}

methods! {
    /// A matrix of the same members, row by row.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let x = PopulationNode::new([1.0, 2.0, 3.0, 4.0]).reshape(2, 2);
    /// assert_eq!(x.shape().to_string(), "(2, 2)");
    /// ```
    reshape, try_reshape(self, rows: usize, columns: usize) {
        self.apply(Reshape { shape: Shape::matrix(rows, columns)? })
    }
}

methods! {
    /// A population of the same members, row by row.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let x = PopulationNode::matrix(2, 1, [1.0, 2.0]).flatten();
    /// assert_eq!(x.shape().to_string(), "(2,)");
    /// ```
    flatten, try_flatten(self) {
        self.apply(Reshape { shape: Shape::population(self.len())? })
    }
}
