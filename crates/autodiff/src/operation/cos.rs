use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = cos(x), x in radians`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cos;

impl Cos {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "cos",
        formula: "cos(x)",
        vjp: "-g * sin(x)",
        shapes: "any shape; the output has the same",
        domain: "every finite number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_cos),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-2.0, 0.5, 1.0])],
            apply: |inputs| inputs[0].try_cos(),
        }],
    };
}

impl Elementwise for Cos {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        libm::cos(x)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        -libm::sin(x)
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, y: f64) -> f64 {
        -y
    }
}

methods! {
    /// The cosine of every member, in radians.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0]).cos().value(), [1.0]);
    /// ```
    cos, try_cos(self) { self.apply(Cos) }
}
