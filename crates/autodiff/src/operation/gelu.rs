use super::elementwise::Elementwise;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use crate::kernel;

/// `y = x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gelu;

impl Gelu {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "gelu",
        formula: "x / 2 * (1 + tanh(u)), u = sqrt(2 / pi) * (x + 0.044715 * x^3)",
        vjp: "g * ((1 + t) / 2 + x / 2 * (1 - t * t) * u'), t = tanh(u)",
        shapes: "any shape; the output has the same",
        domain: "every finite number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_gelu),
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-2.0, -0.5, 0.0, 1.0, 2.5])],
            apply: |inputs| inputs[0].try_gelu(),
        }],
    };
}

impl Elementwise for Gelu {
    #[inline(always)]
    fn value(&self, x: f64) -> f64 {
        0.5 * x * (1.0 + bend(x).tanh)
    }

    #[inline(always)]
    fn derivative(&self, x: f64, _: f64) -> f64 {
        let Bend { tanh, slope, .. } = bend(x);
        0.5 * (1.0 + tanh) + 0.5 * x * (1.0 - tanh * tanh) * slope
    }

    #[inline(always)]
    fn second_derivative(&self, x: f64, _: f64) -> f64 {
        let Bend { tanh, slope, curvature } = bend(x);
        let gate = 1.0 - tanh * tanh;
        gate * slope + 0.5 * x * gate * (curvature - 2.0 * tanh * slope * slope)
    }
}

const SCALE: f64 = 0.797_884_560_802_865_4; // √(2/π)
const CUBIC: f64 = 0.044_715;

/// tanh(u) with the first and second derivative of u.
struct Bend {
    tanh: f64,
    slope: f64,
    curvature: f64,
}

#[inline(always)]
fn bend(x: f64) -> Bend {
    Bend {
        tanh: kernel::tanh(SCALE * (x + CUBIC * x * x * x)),
        slope: SCALE * (1.0 + 3.0 * CUBIC * x * x),
        curvature: SCALE * 6.0 * CUBIC * x,
    }
}

methods! {
    /// The Gaussian error linear unit of every member, in its tanh form (Hendrycks and Gimpel, arXiv:1606.08415).
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([0.0, 10.0]).gelu().value(), [0.0, 10.0]);
    /// ```
    gelu, try_gelu(self) { self.apply(Gelu) }
}
