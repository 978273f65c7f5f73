use super::info::{Call, OperationInfo};
use super::methods;
use super::span::Span;
use crate::Shape;

/// The same members, through which no gradient flows back
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Detach;

impl Detach {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "detach",
        formula: "x",
        vjp: "0",
        shapes: "any shape; the output has the same",
        domain: "every number",
        kink: Some("the derivative is 0 everywhere, on purpose"),
        call: Call::One(crate::PopulationNode::try_detach),
        samples: &[],
    };
}

impl Span for Detach {
    fn output(&self, input: Shape) -> Option<Shape> {
        Some(input)
    }

    fn is_differentiable(&self) -> bool {
        false
    }
}

methods! {
    /// The same value, as a constant: no gradient flows back through it.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let x = PopulationNode::new(3.0);
    /// (&x * &x.detach()).backprop();
    /// assert_eq!(x.grad(), [3.0]); // not 6.0
    /// ```
    detach, try_detach(self) { self.apply(Detach) }
}
