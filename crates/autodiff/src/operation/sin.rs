use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = sin(x), x in radians`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sin;

impl Sin {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "sin",
        formula: "sin(x)",
        vjp: "g * cos(x)",
        shapes: "any shape; the output has the same",
        domain: "every finite number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_sin),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-2.0, 0.0, 1.0])],
            apply: |inputs| inputs[0].try_sin(),
        }],
    };
}

impl Elementwise for Sin {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        libm::sin(x)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        libm::cos(x)
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        -y
    }
}

methods! {
    /// The sine of every member, in radians.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0]).sin().value(), [0.0]);
    /// ```
    sin, try_sin(self) { self.apply(Sin) }
}
