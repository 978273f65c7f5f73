use super::Scratch;
use super::direct::Direct;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::kernel::{self, Extents, Left};
use crate::{PopulationNode, Shape};

/// `y_ij = Σ_k a_ik b_kj`, each sum from the first term to the last
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Matmul;

impl Matmul {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "matmul",
        formula: "y_ij = Σ_k a_ik * b_kj",
        vjp: "a: g b^T; b: a^T g",
        shapes: "matrices, the first with as many columns as the second has rows",
        domain: "every number",
        kink: None,
        call: Call::Two(PopulationNode::try_matmul),
        samples: &[Sample {
            inputs: &[
                SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25]),
                SampleInput::Matrix(3, 2, &[1.0, -0.5, 2.5, 0.75, -1.25, 0.5]),
            ],
            apply: |inputs| inputs[0].try_matmul(&inputs[1]),
        }],
    };
}

impl Extents {
    pub(crate) fn of_product(geometry: &Geometry) -> Extents {
        let Geometry { left, right, .. } = geometry;
        Extents { height: left.rows(), inner: left.columns(), width: right.columns() }
    }
}

impl Direct for Matmul {
    fn geometry(&self, left: Shape, right: Shape) -> Option<Geometry> {
        let (Shape::Matrix { rows, columns: inner }, Shape::Matrix { rows: right_rows, columns }) =
            (left, right)
        else {
            return None;
        };
        let output = Shape::Matrix { rows, columns };
        (inner == right_rows).then_some(Geometry { left, right, output })
    }

    fn forward(&self, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
        let into = Target { members: output, is_first: true };
        kernel::multiply(Left::Rows(inputs.left), inputs.right, Extents::of_product(geometry), into);
    }

    fn vjp(&self, point: &Point, cotangent: &[f64], side: Side, into: Target, scratch: &mut Scratch) {
        let other = point.inputs.other(side);
        pull_back_product(Extents::of_product(point.geometry), other, cotangent, side, into, scratch);
    }

    fn jvp(&self, point: &Point, tangents: Operands, output: &mut [f64]) {
        let Operands { left, right } = point.inputs;
        self.forward(point.geometry, Operands { left: tangents.left, right }, output);
        let into = Target { members: output, is_first: false };
        kernel::multiply(Left::Rows(left), tangents.right, Extents::of_product(point.geometry), into);
    }

    fn vjp_jvp(
        &self,
        point: &Point,
        direction: &Direction,
        cotangent: &Cotangent,
        side: Side,
        into: Target,
        scratch: &mut Scratch,
    ) {
        let Target { members, is_first } = into;
        let extents = Extents::of_product(point.geometry);
        let first = Target { members: &mut *members, is_first };
        pull_back_product(extents, point.inputs.other(side), cotangent.tangent, side, first, scratch);
        let second = Target { members, is_first: false };
        pull_back_product(extents, direction.inputs.other(side), cotangent.value, side, second, scratch);
    }

    fn scratch(&self, geometry: &Geometry) -> usize {
        geometry.right.len()
    }
}

/// What a product sends back to the input on one side when `other` is on the other: g bᵀ to the left, aᵀ g to the right.
#[inline(never)]
pub(crate) fn pull_back_product(
    extents: Extents,
    other: &[f64],
    cotangent: &[f64],
    side: Side,
    into: Target,
    scratch: &mut Scratch,
) {
    let Extents { height, inner, width } = extents;
    let back = Extents { height, inner: width, width: inner };
    match side {
        Side::Left if inner == 1 || width == 1 => {
            // A single row or column lies in memory as its own transpose.
            kernel::multiply(Left::Rows(cotangent), other, back, into);
        }
        Side::Left => {
            let [transposed, ..] = scratch.parts([inner * width, 0, 0]);
            kernel::transpose(other, inner, width, transposed);
            kernel::multiply(Left::Rows(cotangent), transposed, back, into);
        }
        Side::Right => {
            let extents = Extents { height: inner, inner: height, width };
            kernel::multiply(Left::Columns(other), cotangent, extents, into);
        }
    }
}

methods! {
    /// The matrix product of this m×k matrix and a k×n matrix: an m×n matrix.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let a = PopulationNode::matrix(1, 2, [1.0, 2.0]);
    /// let b = PopulationNode::matrix(2, 1, [3.0, 4.0]);
    /// assert_eq!(a.matmul(&b).value(), [11.0]);
    /// ```
    matmul, try_matmul(self, other: &PopulationNode) { self.apply_with(other, Matmul) }
}
