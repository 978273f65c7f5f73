use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, Reduction, along_every_axis};

/// `y = Σ x_i / n`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mean {
    pub(crate) along: Along,
}

impl Mean {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "mean",
        formula: "Σ x_i / n",
        vjp: "g / n, to every member",
        shapes: "any shape; along an axis a matrix",
        domain: "every number",
        kink: None,
        call: Call::Reduction(crate::PopulationNode::try_mean, crate::PopulationNode::try_mean_axis),
        samples: along_every_axis!(try_mean, try_mean_axis),
    };
}

impl Reduction for Mean {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        x.iter().fold(0.0, |total, x| total + x) / x.len() as f64
    }

    fn uniform_derivative(&self, length: usize) -> Option<f64> {
        Some(1.0 / length as f64)
    }
}

methods! {
    /// The mean of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).mean().value(), [2.0]);
    /// ```
    mean, try_mean(self) { self.apply(Mean { along: Along::Whole }) }
}

methods! {
    /// The mean along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    mean_axis, try_mean_axis(self, axis: usize) {
        self.apply(Mean { along: Along::axis(Mean::INFO.name, axis)? })
    }
}
