use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = x^p` for a fixed exponent p
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Powf {
    pub(crate) exponent: f64,
}

impl Powf {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "powf",
        formula: "x^p",
        vjp: "g * p * x^(p - 1)",
        shapes: "any shape; the output has the same",
        domain: "x > 0; below 0 only whole p, at 0 only p >= 0",
        kink: Some("at 0 the derivative is inf for p between 0 and 1; for p = 0 it is 0 everywhere"),
        call: Call::Number("exponent", crate::PopulationNode::try_powf),
        samples: &[
            Sample {
                inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
                apply: |inputs| inputs[0].try_powf(3.0),
            },
            Sample {
                inputs: &[SampleInput::Population(&[0.25, 1.0, 3.5])],
                apply: |inputs| inputs[0].try_powf(-1.5),
            },
        ],
    };
}

impl Elementwise for Powf {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        libm::pow(x, self.exponent)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        scaled_power(self.exponent, x, self.exponent - 1.0)
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, _: f64) -> f64 {
        let factor = self.exponent * (self.exponent - 1.0);
        scaled_power(factor, x, self.exponent - 2.0)
    }
}

/// `factor * x^exponent`, and 0 for a factor of 0 even where the power is infinite.
#[inline(always)]
fn scaled_power(factor: f64, x: f64, exponent: f64) -> f64 {
    if factor == 0.0 { 0.0 } else { factor * libm::pow(x, exponent) }
}

methods! {
    /// Every member to the power of `exponent`.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([3.0]).powf(2.0).value(), [9.0]);
    /// ```
    powf, try_powf(self, exponent: f64) { self.apply(Powf { exponent }) }
}
