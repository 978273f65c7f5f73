use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, Reduction, along_every_axis};

/// `y = Σ x_i, added from the first member to the last`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sum {
    pub(crate) along: Along,
}

impl Sum {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "sum",
        formula: "Σ x_i, added from the first member to the last",
        vjp: "g, to every member",
        shapes: "any shape; along an axis a matrix",
        domain: "every number",
        kink: None,
        call: Call::Reduction(crate::PopulationNode::try_sum, crate::PopulationNode::try_sum_axis),
        samples: along_every_axis!(try_sum, try_sum_axis),
    };
}

impl Reduction for Sum {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        x.iter().fold(0.0, |total, x| total + x)
    }

    fn uniform_derivative(&self, _: usize) -> Option<f64> {
        Some(1.0)
    }
}

methods! {
    /// The sum of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).sum().value(), [6.0]);
    /// ```
    sum, try_sum(self) { self.apply(Sum { along: Along::Whole }) }
}

methods! {
    /// The sum along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    sum_axis, try_sum_axis(self, axis: usize) {
        self.apply(Sum { along: Along::axis(Sum::INFO.name, axis)? })
    }
}
