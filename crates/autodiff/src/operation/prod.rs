use super::info::{Call, OperationInfo};
use super::methods;
use super::reduction::{Along, Lane, LanePoint, Reduction, along_every_axis};

/// `y = Π x_i`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Prod {
    pub(crate) along: Along,
}

impl Prod {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "prod",
        formula: "Π x_i",
        vjp: "g * the product of the other members",
        shapes: "any shape; along an axis a matrix",
        domain: "every number",
        kink: None,
        call: Call::Reduction(crate::PopulationNode::try_prod, crate::PopulationNode::try_prod_axis),
        samples: along_every_axis!(try_prod, try_prod_axis),
    };
}

impl Reduction for Prod {
    fn along(&self) -> Along {
        self.along
    }

    #[inline(always)]
    fn value(&self, x: Lane) -> f64 {
        x.iter().fold(1.0, |product, x| product * x)
    }

    fn derivatives(&self, x: Lane, _: f64, derivatives: &mut [f64]) {
        let mut before = 1.0;
        for (derivative, x) in derivatives.iter_mut().zip(x.iter()) {
            *derivative = before;
            before *= x;
        }
        let mut after = 1.0;
        for (derivative, x) in derivatives.iter_mut().zip(x.iter()).rev() {
            *derivative *= after;
            after *= x;
        }
    }

    fn derivative_tangents(&self, at: LanePoint, tangents: &mut [f64]) {
        // Each derivative is the product before the member times the product after it, and both have tangents.
        let mut before = Dual { value: 1.0, tangent: 0.0 };
        for (i, (x, x_tangent)) in at.x.iter().zip(at.x_tangent.iter()).enumerate() {
            (at.spare[i], tangents[i]) = (before.value, before.tangent);
            before = before.times(x, x_tangent);
        }
        let mut after = Dual { value: 1.0, tangent: 0.0 };
        for (i, (x, x_tangent)) in at.x.iter().zip(at.x_tangent.iter()).enumerate().rev() {
            tangents[i] = tangents[i] * after.value + at.spare[i] * after.tangent;
            after = after.times(x, x_tangent);
        }
    }
}

/// A product with its tangent.
struct Dual {
    value: f64,
    tangent: f64,
}

impl Dual {
    fn times(self, x: f64, x_tangent: f64) -> Dual {
        Dual { value: self.value * x, tangent: self.tangent * x + self.value * x_tangent }
    }
}

methods! {
    /// The product of all members: one number.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new([1.0, 2.0, 3.0]).prod().value(), [6.0]);
    /// ```
    prod, try_prod(self) { self.apply(Prod { along: Along::Whole }) }
}

methods! {
    /// The product along an axis of a matrix: of each column for axis 0, of each row for axis 1.
    /// The result is a population.
    prod_axis, try_prod_axis(self, axis: usize) {
        self.apply(Prod { along: Along::axis(Prod::INFO.name, axis)? })
    }
}
