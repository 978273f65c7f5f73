use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::pairwise::Pairwise;
use crate::PopulationNode;

/// `y = max(a, b)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Maximum;

impl Maximum {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "maximum",
        formula: "max(a, b)",
        vjp: "g to the larger of the two",
        shapes: "rows and columns equal, or 1 on one side; a population is one row",
        domain: "every number",
        kink: Some("where a = b each receives half"),
        call: Call::Two(PopulationNode::try_maximum),
        samples: &[Sample {
            inputs: &[
                SampleInput::Population(&[-1.5, 0.5, 2.0]),
                SampleInput::Population(&[0.75, -2.0, 3.0]),
            ],
            apply: |inputs| inputs[0].try_maximum(&inputs[1]),
        }],
    };
}

impl Pairwise for Maximum {
    #[inline(always)]
    fn value(&self, a: f64, b: f64) -> f64 {
        if a >= b {
            a
        } else if b > a {
            b
        } else {
            f64::NAN
        }
    }

    #[inline(always)]
    fn left_derivative(&self, a: f64, b: f64, _: f64) -> f64 {
        share(a, b)
    }

    #[inline(always)]
    fn right_derivative(&self, a: f64, b: f64, _: f64) -> f64 {
        share(b, a)
    }

    #[inline(always)]
    fn second_derivatives(&self, _: f64, _: f64, _: f64) -> [f64; 3] {
        [0.0; 3]
    }
}

/// The part of the cotangent that `own` receives when compared with `other`.
#[inline(always)]
fn share(own: f64, other: f64) -> f64 {
    if own > other {
        1.0
    } else if own == other {
        0.5
    } else if other > own {
        0.0
    } else {
        f64::NAN
    }
}

methods! {
    /// The larger of this node and another, member by member with broadcasting.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let (a, b) = (PopulationNode::new([3.0, 4.0]), PopulationNode::new(2.0));
    /// assert_eq!(a.maximum(&b).value(), [3.0, 4.0]);
    /// ```
    maximum, try_maximum(self, other: &PopulationNode) { self.apply_with(other, Maximum) }
}
