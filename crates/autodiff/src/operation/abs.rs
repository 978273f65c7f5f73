use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = |x|`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Abs;

impl Abs {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "abs",
        formula: "|x|",
        vjp: "g * sign(x)",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: Some("at 0 the derivative is 0"),
        call: Call::One(crate::PopulationNode::try_abs),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_abs(),
        }],
    };
}

impl Elementwise for Abs {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        x.abs()
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        if x > 0.0 {
            1.0
        } else if x < 0.0 {
            -1.0
        } else if x == 0.0 {
            0.0
        } else {
            f64::NAN
        }
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, _: f64) -> f64 {
        0.0
    }
}

methods! {
    /// The absolute value of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([-3.0, 2.0]).abs().value(), [3.0, 2.0]);
    /// ```
    abs, try_abs(self) { self.apply(Abs) }
}
