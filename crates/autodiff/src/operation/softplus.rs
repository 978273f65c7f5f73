use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use crate::kernel;

/// `y = ln(1 + e^x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Softplus;

impl Softplus {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "softplus",
        formula: "ln(1 + exp(x))",
        vjp: "g * sigmoid(x)",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_softplus),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-3.0, 0.0, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_softplus(),
        }],
    };
}

impl Elementwise for Softplus {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        let ramp = if x <= 0.0 { 0.0 } else { x };
        ramp + libm::log1p(libm::exp(-x.abs()))
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        kernel::sigmoid(x)
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, _: f64) -> f64 {
        let s = kernel::sigmoid(x);
        s * (1.0 - s)
    }
}

methods! {
    /// A smooth form of [`relu`](Self::relu) of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, 800.0]).softplus().value(), [std::f64::consts::LN_2, 800.0]);
    /// ```
    softplus, try_softplus(self) { self.apply(Softplus) }
}
