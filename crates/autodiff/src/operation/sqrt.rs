use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = √x`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sqrt;

impl Sqrt {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "sqrt",
        formula: "sqrt(x)",
        vjp: "g / (2 * y)",
        shapes: "any shape; the output has the same",
        domain: "x >= 0; NaN below",
        kink: Some("at 0 the derivative is inf"),
        call: Call::One(crate::PopulationNode::try_sqrt),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[0.25, 1.0, 3.5])],
            apply: |inputs| inputs[0].try_sqrt(),
        }],
    };
}

impl Elementwise for Sqrt {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        x.sqrt()
    }

    #[inline(always)]
    fn derivative(&self, _: f64, y: f64) -> f64 {
        0.5 / y
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, y: f64) -> f64 {
        -0.25 / (x * y)
    }
}

methods! {
    /// The square root of every member.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([4.0, -1.0]).sqrt().value()[0], 2.0);
    /// ```
    sqrt, try_sqrt(self) { self.apply(Sqrt) }
}
