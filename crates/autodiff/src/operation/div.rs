use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::pairwise::Pairwise;
use crate::PopulationNode;

/// `y = a / b`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Div;

impl Div {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "div",
        formula: "a / b",
        vjp: "a: g / b; b: -g * y / b",
        shapes: "rows and columns equal, or 1 on one side; a population is one row",
        domain: "b other than 0",
        kink: None,
        call: Call::Two(PopulationNode::try_div),
        samples: &[Sample {
            inputs: &[
                SampleInput::Population(&[-1.5, 0.5, 2.0]),
                SampleInput::Population(&[0.75, -2.0, 3.0]),
            ],
            apply: |inputs| inputs[0].try_div(&inputs[1]),
        }],
    };
}

impl Pairwise for Div {
    #[inline(always)]
    fn value(&self, a: f64, b: f64) -> f64 {
        a / b
    }

    #[inline(always)]
    fn left_derivative(&self, _: f64, b: f64, _: f64) -> f64 {
        1.0 / b
    }

    #[inline(always)]
    fn right_derivative(&self, _: f64, b: f64, y: f64) -> f64 {
        -y / b
    }

    #[inline(always)]
    fn second_derivatives(&self, _: f64, b: f64, y: f64) -> [f64; 3] {
        [0.0, -1.0 / (b * b), 2.0 * y / (b * b)]
    }
}

methods! {
    /// The quotient of this node and another, member by member with broadcasting; also `/`.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let (a, b) = (PopulationNode::new([3.0, 4.0]), PopulationNode::new(2.0));
    /// assert_eq!(a.div(&b).value(), [1.5, 2.0]);
    /// ```
    div, try_div(self, other: &PopulationNode) { self.apply_with(other, Div) }
}
