//! The operations. Each stands in a file of its own, with its documentation, its value, its derivatives and its
//! methods, and in one line of the list below. The kinds share the loops.

mod broadcast;
mod direct;
mod elementwise;
mod info;
mod methods;
mod pairwise;
mod point;
mod reduction;
mod rule;
mod scratch;
mod span;

pub use info::{OperationInfo, Sample, SampleInput};
pub(crate) use matmul::pull_back_product;
use methods::methods;
pub(crate) use pairwise::sum_rows;
pub(crate) use point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
pub(crate) use reduction::Along;
use rule::Rule;
pub(crate) use scratch::Scratch;

use crate::Shape;

macro_rules! operations {
    ($($kind:ident $Kind:ident: $($module:ident::$rule:ident),+;)+) => {
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
                self.info().map_or("leaf", |info| info.name)
            }

            /// The documentation; none for a leaf.
            pub(crate) fn info(self) -> Option<&'static OperationInfo> {
                match self {
                    Operation::Leaf => None,
                    $($(Operation::$rule(_) => Some(&$rule::INFO),)+)+
                }
            }

            /// The shapes of inputs and output, or `None` where the inputs' shapes do not fit.
            pub(crate) fn geometry(&self, left: Shape, right: Shape) -> Option<Geometry> {
                self.rule()?.geometry(left, right)
            }

            /// Whether cotangents flow back through it.
            pub(crate) fn is_differentiable(self) -> bool {
                !matches!(self, Operation::Detach(_))
            }

            /// Whether each member of the output is made of the same member of the one input, so that any part can
            /// be computed alone.
            pub(crate) fn is_elementwise(&self) -> bool {
                matches!(self.rule(), Some(Rule::Elementwise(_)))
            }

            /// Writes the output for these inputs.
            #[inline]
            pub(crate) fn forward(&self, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
                match self {
                    Operation::Leaf => {}
                    $($(Operation::$rule(rule) => $kind::forward(rule, geometry, inputs, output),)+)+
                }
            }

            /// Pulls the output's cotangent back to the input on one side.
            #[inline]
            pub(crate) fn vjp(
                &self, point: &Point, cotangent: &[f64], side: Side, into: Target, scratch: &mut Scratch,
            ) {
                match self {
                    Operation::Leaf => {}
                    $($(Operation::$rule(rule) => $kind::vjp(rule, point, cotangent, side, into, scratch),)+)+
                }
            }

            /// Pushes the inputs' tangents forward to the output.
            pub(crate) fn jvp(
                &self, point: &Point, tangents: Operands, output: &mut [f64], scratch: &mut Scratch,
            ) {
                if let Some(rule) = self.rule() {
                    rule.jvp(point, tangents, output, scratch);
                }
            }

            /// How the pulled-back cotangent changes as the point moves in a direction: the vjp's own jvp.
            pub(crate) fn vjp_jvp(
                &self, point: &Point, direction: &Direction, cotangent: &Cotangent, side: Side, into: Target,
                scratch: &mut Scratch,
            ) {
                if let Some(rule) = self.rule() {
                    rule.vjp_jvp(point, direction, cotangent, side, into, scratch);
                }
            }

            /// Numbers of scratch that the derivatives need.
            pub(crate) fn scratch(&self, geometry: &Geometry) -> usize {
                self.rule().map_or(0, |rule| rule.scratch(geometry))
            }

            #[inline(never)]
            fn rule(&self) -> Option<Rule<'_>> {
                match self {
                    Operation::Leaf => None,
                    $($(Operation::$rule(rule) => Some(Rule::$Kind(rule)),)+)+
                }
            }
        }
    };
}

operations! {
    elementwise Elementwise: neg::Neg, exp::Exp, ln::Ln, tanh::Tanh, sigmoid::Sigmoid, relu::Relu, softplus::Softplus,
        gelu::Gelu, silu::Silu, sin::Sin, cos::Cos, sqrt::Sqrt, square::Square, abs::Abs,
        reciprocal::Reciprocal, powf::Powf;
    pairwise Pairwise: add::Add, sub::Sub, mul::Mul, div::Div, maximum::Maximum, minimum::Minimum;
    reduction Reduction: sum::Sum, mean::Mean, max::Max, min::Min, prod::Prod, logsumexp::Logsumexp, norm::Norm;
    direct Direct: matmul::Matmul, transpose::Transpose;
    span Span: reshape::Reshape, index::Index, slice::Slice, concatenate::Concatenate, detach::Detach;
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
