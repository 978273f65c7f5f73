use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use crate::kernel;

/// `y = tanh(x), the hyperbolic tangent`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tanh;

impl Tanh {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "tanh",
        formula: "tanh(x)",
        vjp: "g * (1 - y * y)",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_tanh),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-2.5, -0.5, 0.0, 0.25, 1.5])],
            apply: |inputs| inputs[0].try_tanh(),
        }],
    };
}

impl Elementwise for Tanh {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        kernel::tanh(x)
    }

    fn values(&self, x: &[f64], y: &mut [f64]) {
        kernel::tanh_all(x, y);
    }

    #[inline(always)]
    fn derivative(&self, _: f64, y: f64) -> f64 {
        1.0 - y * y
    }

    #[inline(always)]
    fn is_repeated(&self) -> bool {
        true
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        -2.0 * y * (1.0 - y * y)
    }
}

methods! {
    /// The hyperbolic tangent of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, 0.5]).tanh().value(), [0.0, 0.46211715726000974]);
    /// ```
    tanh, try_tanh(self) { self.apply(Tanh) }
}
