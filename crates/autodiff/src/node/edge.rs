//! The edges from a node to its parents.

use super::{Geometry, Node, Operands, Operation, PopulationNode};
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
                Operation::Concatenate(Concatenate { output, .. }) => {
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
