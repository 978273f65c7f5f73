use super::elementwise::Elementwise;
use super::info::{OperationInfo, Sample, SampleInput};

/// y = -x
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Neg;

impl Neg {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "neg",
        formula: "-x",
        vjp: "-g",
        domain: "every number",
        kink: None,
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.0, 2.0])],
            apply: |inputs| inputs[0].try_neg(),
        }],
    };
}

impl Elementwise for Neg {
    #[inline(always)]
    fn value(self, x: f64) -> f64 {
        -x
    }

    #[inline(always)]
    fn derivative(self, _: f64, _: f64) -> f64 {
        -1.0
    }

    #[inline(always)]
    fn second_derivative(self, _: f64, _: f64) -> f64 {
        0.0
    }
}
