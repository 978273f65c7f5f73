use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, LanePoint, Reduction, along_every_axis};

/// `y = √(Σ x_i²)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Norm {
    pub(crate) along: Along,
}

impl Norm {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "norm",
        formula: "√(Σ x_i²)",
        vjp: "g * x_i / y",
        shapes: "any shape; along an axis a matrix",
        domain: "every number whose square is finite",
        kink: Some("at 0 the derivative is 0"),
        call: Call::Reduction(crate::PopulationNode::try_norm, crate::PopulationNode::try_norm_axis),
        samples: along_every_axis!(try_norm, try_norm_axis),
    };
}

impl Reduction for Norm {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        x.iter().fold(0.0, |total, x| total + x * x).sqrt()
    }

    fn derivatives(&self, x: Lane, y: f64, derivatives: &mut [f64]) {
        for (derivative, x) in derivatives.iter_mut().zip(x.iter()) {
            *derivative = if y == 0.0 { 0.0 } else { x / y };
        }
    }

    fn derivative_tangents(&self, at: LanePoint, tangents: &mut [f64]) {
        for ((tangent, derivative), x_tangent) in tangents.iter_mut().zip(at.derivatives).zip(at.x_tangent.iter()) {
            let sideways = x_tangent - derivative * at.y_tangent;
            *tangent = if at.y == 0.0 { 0.0 } else { sideways / at.y };
        }
    }
}

methods! {
    /// The Euclidean norm of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([3.0, 4.0]).norm().value(), [5.0]);
    /// ```
    norm, try_norm(self) { self.apply(Norm { along: Along::Whole }) }
}

methods! {
    /// The Euclidean norm along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    norm_axis, try_norm_axis(self, axis: usize) {
        self.apply(Norm { along: Along::axis(Norm::INFO.name, axis)? })
    }
}
