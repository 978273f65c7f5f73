use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, Reduction, along_every_axis};

/// `y = min x_i`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Min {
    pub(crate) along: Along,
}

impl Min {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "min",
        formula: "min x_i",
        vjp: "g, shared equally among the members equal to y",
        shapes: "any shape; along an axis a matrix",
        domain: "every number",
        kink: Some("where several members tie, each receives an equal share"),
        call: Call::Reduction(crate::PopulationNode::try_min, crate::PopulationNode::try_min_axis),
        samples: along_every_axis!(try_min, try_min_axis),
    };
}

impl Reduction for Min {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        x.iter().fold(f64::INFINITY, |y, x| if y < x || y.is_nan() { y } else { x })
    }

    fn derivatives(&self, x: Lane, y: f64, derivatives: &mut [f64]) {
        let ties = x.iter().filter(|x| *x == y).count();
        let share = if y.is_nan() { f64::NAN } else { 1.0 / ties as f64 };
        for (derivative, x) in derivatives.iter_mut().zip(x.iter()) {
            *derivative = if x == y || y.is_nan() { share } else { 0.0 };
        }
    }
}

methods! {
    /// The smallest of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).min().value(), [1.0]);
    /// ```
    min, try_min(self) { self.apply(Min { along: Along::Whole }) }
}

methods! {
    /// The smallest along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    min_axis, try_min_axis(self, axis: usize) {
        self.apply(Min { along: Along::axis(Min::INFO.name, axis)? })
    }
}
