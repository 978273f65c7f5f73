use super::info::{OperationInfo, Sample, SampleInput};
use super::pairwise::Pairwise;

/// y = a * b
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mul;

impl Mul {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "mul",
        formula: "a * b",
        vjp: "a: g * b; b: g * a",
        domain: "every number",
        kink: None,
        samples: &[Sample {
            inputs: &[
                SampleInput::Population(&[-1.5, 0.5, 2.0]),
                SampleInput::Population(&[0.75, -2.0, 3.0]),
            ],
            apply: |inputs| inputs[0].try_mul(&inputs[1]),
        }],
    };
}

impl Pairwise for Mul {
    #[inline(always)]
    fn value(self, a: f64, b: f64) -> f64 {
        a * b
    }

    #[inline(always)]
    fn left_derivative(self, _: f64, b: f64, _: f64) -> f64 {
        b
    }

    #[inline(always)]
    fn right_derivative(self, a: f64, _: f64, _: f64) -> f64 {
        a
    }

    #[inline(always)]
    fn second_derivatives(self, _: f64, _: f64, _: f64) -> [f64; 3] {
        [0.0, 1.0, 0.0]
    }
}
