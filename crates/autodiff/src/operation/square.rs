use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = x²`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Square;

impl Square {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "square",
        formula: "x * x",
        vjp: "g * 2 * x",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_square),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.0, 2.0])],
            apply: |inputs| inputs[0].try_square(),
        }],
    };
}

impl Elementwise for Square {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        x * x
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        2.0 * x
    }

    #[inline(always)]
    fn is_repeated(&self) -> bool {
        true
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, _: f64) -> f64 {
        2.0
    }
}

methods! {
    /// The square of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([-3.0]).square().value(), [9.0]);
    /// ```
    square, try_square(self) { self.apply(Square) }
}
