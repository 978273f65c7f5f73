use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::pairwise::Pairwise;
use crate::PopulationNode;

/// `y = a + b`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Add;

impl Add {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "add",
        formula: "a + b",
        vjp: "a: g; b: g",
        shapes: "rows and columns equal, or 1 on one side; a population is one row",
        domain: "every number",
        kink: None,
        call: Call::Two(PopulationNode::try_add),
        samples: &[Sample {
            inputs: &[
                SampleInput::Population(&[-1.5, 0.5, 2.0]),
                SampleInput::Population(&[0.75, -2.0, 3.0]),
            ],
            apply: |inputs| inputs[0].try_add(&inputs[1]),
        }],
    };
}

impl Pairwise for Add {
    #[inline(always)]
    fn value(&self, a: f64, b: f64) -> f64 {
        a + b
    }

    #[inline(always)]
    fn left_derivative(&self, _: f64, _: f64, _: f64) -> f64 {
        1.0
    }

    #[inline(always)]
    fn right_derivative(&self, _: f64, _: f64, _: f64) -> f64 {
        1.0
    }

    #[inline(always)]
    fn constant_derivatives(&self) -> Option<(f64, f64)> {
        Some((1.0, 1.0))
    }

    #[inline(always)]
    fn is_repeated(&self) -> bool {
        true
    }

    #[inline(always)]
    fn second_derivatives(&self, _: f64, _: f64, _: f64) -> [f64; 3] {
        [0.0; 3]
    }
}

methods! {
    /// The sum of this node and another, member by member with broadcasting; also `+`.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let (a, b) = (PopulationNode::new([3.0, 4.0]), PopulationNode::new(2.0));
    /// assert_eq!(a.add(&b).value(), [5.0, 6.0]);
    /// ```
    add, try_add(self, other: &PopulationNode) { self.apply_with(other, Add) }
}
