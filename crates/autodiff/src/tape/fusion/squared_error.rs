//! The mean squared error: `mean(square(a - b))`.

use std::ops::Range;

use super::{Arrivals, Step};
use crate::operation::{Along, Mean, Operation, Target};

/// Where its numbers lie.
#[derive(Debug)]
pub(super) struct SquaredError {
    left: Range<usize>,
    right: Range<usize>,
    /// The beginnings of a - b and of its square, and the mean.
    difference: usize,
    square: usize,
    mean: usize,
}

impl SquaredError {
    /// The mean squared error that these steps are, if they are one.
    pub(super) fn of([difference, square, mean]: &[Step; 3]) -> Option<SquaredError> {
        let whole = Operation::from(Mean {
            along: Along::Whole,
        });
        let is_chain = matches!(difference.operation, Operation::Sub(_))
            && matches!(square.operation, Operation::Square(_))
            && mean.operation == whole
            && square.left == difference.output
            && mean.left == square.output;
        let is_plain = difference.left.len() == difference.output.len()
            && difference.right.len() == difference.output.len();
        (is_chain && is_plain).then(|| SquaredError {
            left: difference.left.clone(),
            right: difference.right.clone(),
            difference: difference.output.start,
            square: square.output.start,
            mean: mean.output.start,
        })
    }

    /// The members of difference, square and mean, and what lies before them.
    #[inline(always)]
    fn split<'a>(&self, members: &'a mut [f64]) -> (&'a mut [f64], [&'a mut [f64]; 3]) {
        let (before, difference) = members.split_at_mut(self.difference);
        let (difference, square) = difference.split_at_mut(self.square - self.difference);
        let (square, mean) = square.split_at_mut(self.mean - self.square);
        let length = self.left.len();
        let own = [
            &mut difference[..length],
            &mut square[..length],
            &mut mean[..1],
        ];
        (before, own)
    }

    #[inline(never)]
    pub(super) fn forward(&self, values: &mut [f64]) {
        let (before, [difference, square, mean]) = self.split(values);
        let pairs = before[self.left.clone()]
            .iter()
            .zip(&before[self.right.clone()]);
        let mut total = 0.0;
        for ((difference, square), (a, b)) in difference.iter_mut().zip(&mut *square).zip(pairs) {
            *difference = a - b;
            *square = *difference * *difference;
            total += *square;
        }
        mean[0] = total / square.len() as f64;
    }

    #[inline(never)]
    pub(super) fn backward(&self, values: &[f64], cotangents: &mut [f64], arrivals: Arrivals) {
        let (before, [difference, square, mean]) = self.split(cotangents);
        let share = mean[0] * (1.0 / square.len() as f64);
        let x = &values[self.difference..][..difference.len()];
        for (difference, x) in difference.iter_mut().zip(x) {
            *difference = share * (2.0 * x);
        }
        if arrivals.are_all {
            square.fill(share);
        }
        let sides = [
            (arrivals.left, &self.left, 1.0),
            (arrivals.right, &self.right, -1.0),
        ];
        for (arrival, own, derivative) in sides {
            if let Some(is_first) = arrival {
                let members = &mut before[own.clone()];
                let difference = &difference[..members.len()];
                Target { members, is_first }.deliver(|i| difference[i] * derivative);
            }
        }
    }
}
