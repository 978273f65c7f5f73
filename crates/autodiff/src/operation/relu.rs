use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;

/// `y = max(x, 0)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Relu;

impl Relu {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "relu",
        formula: "max(x, 0)",
        vjp: "g where x > 0, else 0",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: Some("at 0 the derivative is 0"),
        call: Call::One(crate::PopulationNode::try_relu),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_relu(),
        }],
    };
}

impl Elementwise for Relu {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { x }
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        if x > 0.0 {
            1.0
        } else if x <= 0.0 {
            0.0
        } else {
            f64::NAN
        }
    }

    #[inline(always)]
    fn is_repeated(&self) -> bool {
        // The first screen has a few members of it: loops of its own would be more to load for nothing.
        cfg!(feature = "speed")
    }

    #[inline(always)]
    fn second_derivative(&self, _: f64, _: f64) -> f64 {
        0.0
    }
}

methods! {
    /// Every member that is positive, and 0 for the others.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([-1.0, 2.0]).relu().value(), [0.0, 2.0]);
    /// ```
    relu, try_relu(self) { self.apply(Relu) }
}
