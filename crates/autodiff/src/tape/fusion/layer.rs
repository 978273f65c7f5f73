//! A layer of a net: `tanh(x w + b)` with a row b.

use std::ops::Range;

use super::{Arrivals, Step};
use crate::kernel::{self, Extents};
use crate::operation::{Operation, Scratch, Side, Target, pull_back_product, sum_rows};

/// Where a layer's matrices lie.
#[derive(Debug)]
pub(super) struct Layer {
    extents: Extents,
    inputs: Range<usize>,
    weights: Range<usize>,
    biases: Range<usize>,
    /// The beginnings of x w, x w + b and the output.
    product: usize,
    sum: usize,
    output: usize,
}

impl Layer {
    /// The layer that these steps are, if they are one.
    pub(super) fn of([product, sum, output]: &[Step; 3]) -> Option<Layer> {
        let is_chain = matches!(product.operation, Operation::Matmul(_))
            && matches!(sum.operation, Operation::Add(_))
            && matches!(output.operation, Operation::Tanh(_))
            && sum.left == product.output
            && output.left == sum.output;
        let extents = Extents::of_product(&product.geometry);
        let biases = sum.geometry.right;
        let is_row = biases.rows() == 1 && biases.columns() == extents.width;
        let is_before = sum.right.start < product.output.start;
        (is_chain && is_row && is_before).then(|| Layer {
            extents,
            inputs: product.left.clone(),
            weights: product.right.clone(),
            biases: sum.right.clone(),
            product: product.output.start,
            sum: sum.output.start,
            output: output.output.start,
        })
    }

    /// The members of product, sum and output, and what lies before them.
    #[inline(always)]
    fn split<'a>(&self, members: &'a mut [f64]) -> (&'a mut [f64], [&'a mut [f64]; 3]) {
        let length = self.extents.height * self.extents.width;
        let (before, product) = members.split_at_mut(self.product);
        let (product, sum) = product.split_at_mut(self.sum - self.product);
        let (sum, output) = sum.split_at_mut(self.output - self.sum);
        let own = [product, sum, output].map(|members| &mut members[..length]);
        (before, own)
    }

    #[inline(never)]
    pub(super) fn forward(&self, values: &mut [f64]) {
        let (before, [product, sum, output]) = self.split(values);
        kernel::multiply_and_add(
            &before[self.inputs.clone()],
            &before[self.weights.clone()],
            &before[self.biases.clone()],
            self.extents,
            [product, sum],
        );
        kernel::tanh_all(sum, output);
    }

    #[inline(never)]
    pub(super) fn backward(
        &self,
        values: &[f64],
        cotangents: &mut [f64],
        arrivals: Arrivals,
        scratch: &mut Scratch,
    ) {
        let (before, [product, sum, output]) = self.split(cotangents);
        pull_back_tanh(&values[self.output..][..output.len()], output, sum);
        if arrivals.are_all {
            product.copy_from_slice(sum);
        }
        if let Some(is_first) = arrivals.second {
            let members = &mut before[self.biases.clone()];
            sum_rows(sum, 1.0, Target { members, is_first });
        }
        let sides = [
            (arrivals.left, Side::Left, &self.inputs, &self.weights),
            (arrivals.right, Side::Right, &self.weights, &self.inputs),
        ];
        for (arrival, side, own, other) in sides {
            if let Some(is_first) = arrival {
                let members = &mut before[own.clone()];
                let into = Target { members, is_first };
                let other = &values[other.clone()];
                pull_back_product(self.extents, other, sum, side, into, scratch);
            }
        }
    }
}

#[inline(never)]
fn pull_back_tanh(y: &[f64], cotangent: &[f64], into: &mut [f64]) {
    for ((into, g), y) in into.iter_mut().zip(cotangent).zip(y) {
        *into = g * (1.0 - y * y);
    }
}
