use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use crate::kernel;

/// `y = x / (1 + e^-x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Silu;

impl Silu {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "silu",
        formula: "x * s, s = sigmoid(x)",
        vjp: "g * s * (1 + x * (1 - s))",
        shapes: "any shape; the output has the same",
        domain: "every finite number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_silu),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-3.0, -0.5, 0.0, 2.0])],
            apply: |inputs| inputs[0].try_silu(),
        }],
    };
}

impl Elementwise for Silu {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        x * kernel::sigmoid(x)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        let s = kernel::sigmoid(x);
        s * (1.0 + x * (1.0 - s))
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, _: f64) -> f64 {
        let s = kernel::sigmoid(x);
        s * (1.0 - s) * (2.0 + x * (1.0 - 2.0 * s))
    }
}

methods! {
    /// The sigmoid linear unit (swish) of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, 40.0]).silu().value(), [0.0, 40.0]);
    /// ```
    silu, try_silu(self) { self.apply(Silu) }
}
