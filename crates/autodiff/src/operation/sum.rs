use super::info::{OperationInfo, Sample, SampleInput};
use super::reduction::{Along, Lane, Reduction};

/// `y = Σ x_i`, added from the first member to the last
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sum {
    pub(crate) along: Along,
}

impl Sum {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "sum",
        formula: "Σ x_i",
        vjp: "g, to every member",
        domain: "every number",
        kink: None,
        samples: &[Sample {
            inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0])],
            apply: |inputs| inputs[0].try_sum(),
        }],
    };
}

impl Reduction for Sum {
    fn along(self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(self, lane: Lane) -> f64 {
        lane.iter().fold(0.0, |total, x| total + x)
    }

    #[inline(always)]
    fn derivative(self, _: f64, _: f64, _: usize) -> f64 {
        1.0
    }
}
