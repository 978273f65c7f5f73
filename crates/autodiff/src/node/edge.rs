//! The edges from a node to its parents.

use std::ops::Range;

use super::{Error, Geometry, Node, Operands, Operation, PopulationNode, buffer};
use crate::operation::{Concatenate, Point, Scratch, Side, Target};

/// One edge: what the operation does with this parent.
pub(crate) struct Edge<'a> {
    node: &'a Node,
    pub(crate) parent: &'a PopulationNode,
    pub(crate) side: Side,
    pub(crate) operation: Operation,
    pub(crate) geometry: Geometry,
    pub(crate) left: &'a PopulationNode,
    pub(crate) right: Option<&'a PopulationNode>,
}

impl Node {
    /// The edges to the parents, in their order. The edges of a concatenation are operations of one input each,
    /// which put it in its place.
    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        let parents = self.parents.as_slice();
        let mut offset = 0;
        parents
            .iter()
            .enumerate()
            .map(move |(index, parent)| match self.operation {
                Operation::Concatenate(whole) => {
                    let output = whole.output;
                    let operation = Concatenate { output, offset }.into();
                    let geometry = Geometry::unary(parent.shape(), output);
                    offset += parent.len();
                    let (side, left, right) = (Side::Left, parent, None);
                    Edge {
                        node: self,
                        parent,
                        side,
                        operation,
                        geometry,
                        left,
                        right,
                    }
                }
                operation => {
                    let side = if index == 0 { Side::Left } else { Side::Right };
                    let (left, right) = (&parents[0], parents.get(1));
                    Edge {
                        node: self,
                        parent,
                        side,
                        operation,
                        geometry: self.geometry,
                        left,
                        right,
                    }
                }
            })
    }
}

impl PopulationNode {
    /// The edges to the parents, in their order.
    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        self.0.edges()
    }
}

impl Edge<'_> {
    /// Whether the edge before it belongs to the same application of the operation.
    pub(crate) fn is_second_of_two(&self) -> bool {
        self.side == Side::Right
    }

    /// What the parent receives when the node's cotangent is `cotangent`.
    pub(super) fn pulled_back(
        &self,
        cotangent: &[f64],
        scratch: &mut Scratch,
    ) -> Result<Vec<f64>, Error> {
        let is_elementwise = self.operation.is_elementwise();
        let most = if is_elementwise {
            buffer::PART
        } else {
            usize::MAX
        };
        buffer::written(self.parent.len(), most, |part, members| {
            let into = Target {
                members,
                is_first: true,
            };
            if is_elementwise {
                self.pull_back_part(cotangent, part, into, scratch);
            } else {
                self.pull_back(cotangent, into, scratch);
            }
        })
    }

    /// Pulls the node's cotangent back to a part of the parent's members, where each makes one of the node's.
    fn pull_back_part(
        &self,
        cotangent: &[f64],
        part: Range<usize>,
        into: Target,
        scratch: &mut Scratch,
    ) {
        let inputs = Operands {
            left: &self.left.values()[part.clone()],
            right: &[],
        };
        let point = Point {
            geometry: &self.geometry,
            inputs,
            output: &self.node.value.borrow()[part.clone()],
        };
        self.operation
            .vjp(&point, &cotangent[part], self.side, into, scratch);
    }

    /// Pulls the node's cotangent back to the parent.
    pub(super) fn pull_back(&self, cotangent: &[f64], into: Target, scratch: &mut Scratch) {
        let left = self.left.values();
        let right = self.right.map(PopulationNode::values);
        let inputs = Operands {
            left: &left,
            right: right.as_deref().unwrap_or_default(),
        };
        let output = self.node.value.borrow();
        let point = Point {
            geometry: &self.geometry,
            inputs,
            output: &output,
        };
        self.operation
            .vjp(&point, cotangent, self.side, into, scratch);
    }
}
