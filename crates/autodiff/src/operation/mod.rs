//! The operations. Each stands in a file of its own, with its documentation, its value, its derivatives and its
//! methods, and in one line of the list below. The kinds share the loops.

mod broadcast;
mod direct;
mod elementwise;
mod info;
mod methods;
mod pairwise;
mod point;
mod rare;
mod reduction;
mod rule;
mod scratch;
mod span;

pub use info::{Call, OperationInfo, Sample, SampleInput};
pub(crate) use matmul::pull_back_product;
use methods::methods;
pub(crate) use pairwise::sum_rows;
pub(crate) use point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use rare::{Common, Rare};
pub(crate) use reduction::Along;
use rule::Rule;
pub(crate) use scratch::Scratch;

use crate::Shape;

macro_rules! operations {
    ($($kind:ident $Kind:ident: $($module:ident::$rule:ident as $share:ident),+;)+) => {
        $($(mod $module;)+)+

        $($(pub(crate) use $module::$rule;)+)+

        static OPERATIONS: &[OperationInfo] = &[$($($rule::INFO),+),+];

        /// What made a node: nothing for a leaf, or one of the operations with its settings.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(crate) enum Operation {
            Leaf,
            $($($rule($share<$rule>),)+)+
        }

        $($(impl From<$rule> for Operation {
            fn from(rule: $rule) -> Operation {
                Operation::$rule($share::<$rule>::from(rule))
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
                match self {
                    Operation::Leaf => None,
                    $($(Operation::$rule(rule) => {
                        let rule: &$rule = rule;
                        $kind::geometry(rule, left, right)
                    })+)+
                }
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
                    $($(Operation::$rule(rule) => {
                        let rule: &$rule = rule;
                        $kind::forward(rule, geometry, inputs, output);
                    })+)+
                }
            }

            /// Pulls the output's cotangent back to the input on one side.
            #[inline]
            pub(crate) fn vjp(
                &self, point: &Point, cotangent: &[f64], side: Side, into: Target, scratch: &mut Scratch,
            ) {
                match self {
                    Operation::Leaf => {}
                    $($(Operation::$rule(rule) => {
                        let rule: &$rule = rule;
                        $kind::vjp(rule, point, cotangent, side, into, scratch);
                    })+)+
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
                    $($(Operation::$rule(rule) => {
                        let rule: &$rule = rule;
                        Some(Rule::$Kind(rule))
                    })+)+
                }
            }
        }
    };
}

operations! {
    elementwise Elementwise: neg::Neg as Rare, exp::Exp as Rare, ln::Ln as Rare, tanh::Tanh as Common, sigmoid::Sigmoid as Common, relu::Relu as Common, softplus::Softplus as Common,
        gelu::Gelu as Common, silu::Silu as Common, sin::Sin as Common, cos::Cos as Rare, sqrt::Sqrt as Rare, square::Square as Rare, abs::Abs as Rare,
        reciprocal::Reciprocal as Rare, powf::Powf as Rare;
    pairwise Pairwise: add::Add as Rare, sub::Sub as Rare, mul::Mul as Rare, div::Div as Rare, maximum::Maximum as Rare, minimum::Minimum as Rare;
    reduction Reduction: sum::Sum as Common, mean::Mean as Rare, max::Max as Rare, min::Min as Rare, prod::Prod as Rare, logsumexp::Logsumexp as Rare, norm::Norm as Rare;
    direct Direct: matmul::Matmul as Rare, transpose::Transpose as Rare;
    span Span: reshape::Reshape as Rare, index::Index as Rare, slice::Slice as Rare, concatenate::Concatenate as Rare, detach::Detach as Rare;
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
