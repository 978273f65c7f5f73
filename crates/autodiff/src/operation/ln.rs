use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = ln(x), the natural logarithm`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ln;

impl Ln {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "ln",
        formula: "ln(x)",
        vjp: "g / x",
        shapes: "any shape; the output has the same",
        domain: "x > 0; -inf at 0, NaN below",
        kink: None,
        call: Call::One(crate::PopulationNode::try_ln),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[0.25, 1.0, 3.5])],
            apply: |inputs| inputs[0].try_ln(),
        }],
    };
}

impl Elementwise for Ln {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        libm::log(x)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        1.0 / x
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, _: f64) -> f64 {
        -1.0 / (x * x)
    }
}

methods! {
    /// The natural logarithm of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 0.0]).ln().value(), [0.0, f64::NEG_INFINITY]);
    /// ```
    ln, try_ln(self) { self.apply(Ln) }
}
