use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use crate::kernel;

/// `y = 1 / (1 + e^-x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sigmoid;

impl Sigmoid {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "sigmoid",
        formula: "1 / (1 + exp(-x))",
        vjp: "g * y * (1 - y)",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_sigmoid),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-3.0, 0.0, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_sigmoid(),
        }],
    };
}

impl Elementwise for Sigmoid {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        kernel::sigmoid(x)
    }

    #[inline(always)]
    fn derivative(&self, _: f64, y: f64) -> f64 {
        y * (1.0 - y)
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        y * (1.0 - y) * (1.0 - 2.0 * y)
    }
}

methods! {
    /// The logistic function of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, f64::INFINITY]).sigmoid().value(), [0.5, 1.0]);
    /// ```
    sigmoid, try_sigmoid(self) { self.apply(Sigmoid) }
}
