use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = e^x`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Exp;

impl Exp {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "exp",
        formula: "e^x",
        vjp: "g * y",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_exp),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-2.0, 0.0, 1.5])],
            apply: |inputs| inputs[0].try_exp(),
        }],
    };
}

impl Elementwise for Exp {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        libm::exp(x)
    }

    #[inline(always)]
    fn derivative(&self, _: f64, y: f64) -> f64 {
        y
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        y
    }
}

methods! {
    /// e to the power of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, f64::NEG_INFINITY]).exp().value(), [1.0, 0.0]);
    /// ```
    exp, try_exp(self) { self.apply(Exp) }
}
