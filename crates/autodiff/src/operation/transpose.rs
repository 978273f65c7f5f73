use super::Scratch;
use super::direct::Direct;
use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::methods;
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::{Shape, kernel};

/// `y_ij = x_ji`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Transpose;

impl Transpose {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "transpose",
        formula: "y_ij = x_ji",
        vjp: "g, transposed",
        shapes: "a matrix",
        domain: "every number",
        kink: None,
        call: Call::One(crate::PopulationNode::try_transpose),
        samples: &[Sample {
            inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25])],
            apply: |inputs| inputs[0].try_transpose(),
        }],
    };
}

impl Direct for Transpose {
    fn geometry(&self, input: Shape, _: Shape) -> Option<Geometry> {
        let Shape::Matrix { rows, columns } = input else { return None };
        Some(Geometry::unary(input, Shape::Matrix { rows: columns, columns: rows }))
    }

    fn forward(&self, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
        let Shape::Matrix { rows, columns } = geometry.left else { return };
        kernel::transpose(inputs.left, rows, columns, output);
    }

    fn vjp(&self, point: &Point, cotangent: &[f64], _: Side, into: Target, _: &mut Scratch) {
        let Shape::Matrix { rows, columns } = point.geometry.left else { return };
        into.deliver(|i| cotangent[i % columns * rows + i / columns]);
    }

    fn jvp(&self, point: &Point, tangents: Operands, output: &mut [f64]) {
        self.forward(point.geometry, tangents, output);
    }

    fn vjp_jvp(
        &self,
        point: &Point,
        _: &Direction,
        cotangent: &Cotangent,
        side: Side,
        into: Target,
        scratch: &mut Scratch,
    ) {
        self.vjp(point, cotangent.tangent, side, into, scratch);
    }

    fn scratch(&self, _: &Geometry) -> usize {
        0
    }
}

methods! {
    /// Rows and columns of a matrix exchanged.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let x = PopulationNode::matrix(2, 2, [1.0, 2.0, 3.0, 4.0]);
    /// assert_eq!(x.transpose().value(), [1.0, 3.0, 2.0, 4.0]);
    /// ```
    transpose, try_transpose(self) { self.apply(Transpose) }
}
