//! The operations. Each stands in a file of its own, with its documentation, its value and its derivatives, and in
//! one line of the list below; the kinds that it belongs to share the loops.

mod elementwise;
mod info;
mod pairwise;
mod point;
mod reduction;

pub use info::{OperationInfo, Sample, SampleInput};
pub(crate) use point::{Geometry, Operands, Point, Side, Target};
pub(crate) use reduction::Along;

use crate::Shape;

macro_rules! operations {
    ($($kind:ident: $($module:ident::$rule:ident),+;)+) => {
        $($(mod $module;)+)+

        $($(pub(crate) use $module::$rule;)+)+

        static OPERATIONS: &[OperationInfo] = &[$($($rule::INFO),+),+];

        /// What made a node: nothing for a leaf, or one of the operations with its settings.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(crate) enum Operation {
            Leaf,
            $($($rule($rule),)+)+
        }

        $($(impl From<$rule> for Operation {
            fn from(rule: $rule) -> Operation {
                Operation::$rule(rule)
            }
        })+)+

        impl Operation {
            pub(crate) fn name(self) -> &'static str {
                match self {
                    Operation::Leaf => "leaf",
                    $($(Operation::$rule(_) => $rule::INFO.name,)+)+
                }
            }

            /// The shapes of inputs and output, or `None` where the inputs' shapes do not fit.
            pub(crate) fn geometry(self, left: Shape, right: Shape) -> Option<Geometry> {
                match self {
                    Operation::Leaf => None,
                    $($(Operation::$rule(rule) => $kind::geometry(rule, left, right),)+)+
                }
            }

            /// Writes the output for these inputs.
            #[inline]
            pub(crate) fn forward(self, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
                match self {
                    Operation::Leaf => {}
                    $($(Operation::$rule(rule) => $kind::forward(rule, geometry, inputs, output),)+)+
                }
            }

            /// Pulls the output's cotangent back to the input on one side.
            #[inline]
            pub(crate) fn vjp(self, point: Point, cotangent: &[f64], side: Side, into: Target) {
                match self {
                    Operation::Leaf => {}
                    $($(Operation::$rule(rule) => $kind::vjp(rule, point, cotangent, side, into),)+)+
                }
            }
        }
    };
}

operations! {
    elementwise: neg::Neg, tanh::Tanh;
    pairwise: add::Add, sub::Sub, mul::Mul, div::Div;
    reduction: sum::Sum;
}

/// The documentation of every operation.
///
/// ```
/// let tanh = popgrad::operations().iter().find(|operation| operation.name == "tanh").unwrap();
/// assert_eq!(tanh.vjp, "g * (1 - y * y)");
/// ```
#[must_use]
pub fn operations() -> &'static [OperationInfo] {
    OPERATIONS
}
