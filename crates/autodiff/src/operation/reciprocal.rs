use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = 1 / x`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reciprocal;

impl Reciprocal {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "reciprocal",
        formula: "1 / x",
        vjp: "-g * y * y",
        shapes: "any shape; the output has the same",
        domain: "x other than 0",
        kink: None,
        call: Call::One(crate::PopulationNode::try_reciprocal),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_reciprocal(),
        }],
    };
}

impl Elementwise for Reciprocal {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        1.0 / x
    }

    #[inline(always)]
    fn derivative(&self, _: f64, y: f64) -> f64 {
        -(y * y)
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        2.0 * y * y * y
    }
}

methods! {
    /// One divided by every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([4.0]).reciprocal().value(), [0.25]);
    /// ```
    reciprocal, try_reciprocal(self) { self.apply(Reciprocal) }
}
