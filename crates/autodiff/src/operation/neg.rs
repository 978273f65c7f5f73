use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = -x`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Neg;

impl Neg {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "neg",
        formula: "-x",
        vjp: "-g",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_neg),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.0, 2.0])],
            apply: |inputs| inputs[0].try_neg(),
        }],
    };
}

impl Elementwise for Neg {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        -x
    }

    #[inline(always)]
    fn derivative(&self, _: f64, _: f64) -> f64 {
        -1.0
    }

    #[inline(always)]
    fn is_repeated(&self) -> bool {
        true
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, _: f64) -> f64 {
        0.0
    }
}

methods! {
    /// The negative of every member; also unary `-`.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, -2.0]).neg().value(), [-1.0, 2.0]);
    /// ```
    neg, try_neg(self) { self.apply(Neg) }
}
