use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, LanePoint, Reduction, along_every_axis};

/// `y = ln Σ exp(x_i)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Logsumexp {
    pub(crate) along: Along,
}

impl Logsumexp {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "logsumexp",
        formula: "ln Σ exp(x_i)",
        vjp: "g * exp(x_i - y)",
        shapes: "any shape; along an axis a matrix",
        domain: "every number",
        kink: None,
        call: Call::Reduction(crate::PopulationNode::try_logsumexp, crate::PopulationNode::try_logsumexp_axis),
        samples: along_every_axis!(try_logsumexp, try_logsumexp_axis),
    };
}

impl Reduction for Logsumexp {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        let largest = x.iter().fold(f64::NEG_INFINITY, |largest, x| if x > largest { x } else { largest });
        let shift = if largest.is_finite() { largest } else { 0.0 };
        shift + libm::log(x.iter().fold(0.0, |total, x| total + libm::exp(x - shift)))
    }

    fn derivatives(&self, x: Lane, y: f64, derivatives: &mut [f64]) {
        for (derivative, x) in derivatives.iter_mut().zip(x.iter()) {
            *derivative = libm::exp(x - y);
        }
    }

    fn derivative_tangents(&self, at: LanePoint, tangents: &mut [f64]) {
        for ((tangent, derivative), x_tangent) in tangents.iter_mut().zip(at.derivatives).zip(at.x_tangent.iter()) {
            *tangent = derivative * (x_tangent - at.y_tangent);
        }
    }
}

methods! {
    /// The logarithm of the sum of the exponentials of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([2.0, f64::NEG_INFINITY]).logsumexp().value(), [2.0]);
    /// ```
    logsumexp, try_logsumexp(self) { self.apply(Logsumexp { along: Along::Whole }) }
}

methods! {
    /// The logarithm of the sum of the exponentials along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    logsumexp_axis, try_logsumexp_axis(self, axis: usize) {
        self.apply(Logsumexp { along: Along::axis(Logsumexp::INFO.name, axis)? })
    }
}
