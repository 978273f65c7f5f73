//! The edges from a node to its parents.

use std::ops::Range;

use super::{Error, Geometry, Members, Node, Operands, Operation, PopulationNode};
use crate::operation::{Concatenate, Point, Scratch, Side, Target};

/// One edge: what the operation does with this parent.
pub(crate) struct Edge<'a> {
    node: &'a Node,
    pub(crate) parent: &'a PopulationNode,
    side: Side,
    /// What puts this parent in its place, in a concatenation.
    part: Option<(Operation, Geometry)>,
}

impl Node {
    /// The edges to the parents, in their order. The edges of a concatenation are operations of one input each,
    /// which put it in its place.
    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        let mut offset = 0;
        let mut side = Side::Left;
        self.parents.as_slice().iter().map(move |parent| {
            let mut edge = Edge {
                node: self,
                parent,
                side,
                part: None,
            };
            if let Operation::Concatenate(whole) = self.operation {
                let output = whole.output;
                let operation = Concatenate { output, offset }.into();
                edge.part = Some((operation, Geometry::unary(parent.shape(), output)));
                offset += parent.len();
            } else {
                side = Side::Right;
            }
            edge
        })
    }
}

impl PopulationNode {
    /// The edges to the parents, in their order.
    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        self.0.edges()
    }
}

impl<'a> Edge<'a> {
    pub(crate) fn operation(&self) -> &Operation {
        self.part
            .as_ref()
            .map_or(&self.node.operation, |(operation, _)| operation)
    }

    pub(crate) fn geometry(&self) -> &Geometry {
        self.part
            .as_ref()
            .map_or(&self.node.geometry, |(_, geometry)| geometry)
    }

    /// The operation's inputs.
    pub(crate) fn inputs(&self) -> (&'a PopulationNode, Option<&'a PopulationNode>) {
        match self.node.parents.as_slice() {
            [left, rest @ ..] if self.part.is_none() => (left, rest.first()),
            _ => (self.parent, None),
        }
    }

    /// Whether the edge before it belongs to the same application of the operation.
    pub(crate) fn is_second_of_two(&self) -> bool {
        self.side == Side::Right
    }

    /// What the parent receives when the node's cotangent is `cotangent`.
    pub(super) fn pulled_back(
        &self,
        cotangent: &[f64],
        scratch: &mut Scratch,
    ) -> Result<Members, Error> {
        Members::written(self.parent.len(), self.operation(), |part, members| {
            let into = Target {
                members,
                is_first: true,
            };
            match part {
                Some(part) => self.pull_back_part(cotangent, part, into, scratch),
                None => self.pull_back(cotangent, into, scratch),
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
            left: &self.inputs().0.values()[part.clone()],
            right: &[],
        };
        let point = Point {
            geometry: self.geometry(),
            inputs,
            output: &self.node.value.borrow()[part.clone()],
        };
        self.operation()
            .vjp(&point, &cotangent[part], self.side, into, scratch);
    }

    /// Pulls the node's cotangent back to the parent.
    pub(super) fn pull_back(&self, cotangent: &[f64], into: Target, scratch: &mut Scratch) {
        let (left, right) = self.inputs();
        let left = left.values();
        let right = right.map(PopulationNode::values);
        let inputs = Operands {
            left: &left,
            right: right.as_deref().unwrap_or_default(),
        };
        let output = self.node.value.borrow();
        let point = Point {
            geometry: self.geometry(),
            inputs,
            output: &output,
        };
        self.operation()
            .vjp(&point, cotangent, self.side, into, scratch);
    }
}
