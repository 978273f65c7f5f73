//! A recorded run.

use crate::net::{Design, Weights};

/// Numbers that are recorded at each step: the weights and the loss.
pub(super) fn width(design: Design) -> usize {
    design.size() + 1
}

/// A recorded run, step by step. Steps are counted from 1.
#[derive(Clone, Copy, Debug)]
pub(in crate::xor) struct Record<'a> {
    design: Design,
    rows: &'a [f64],
}

impl<'a> Record<'a> {
    /// A run of this design; `None` where the numbers are not whole steps of such a run.
    pub(in crate::xor) fn of(design: Design, rows: &'a [f64]) -> Option<Self> {
        let is_whole = !rows.is_empty() && rows.len().is_multiple_of(width(design));
        is_whole.then_some(Self { design, rows })
    }

    /// How many steps it has.
    pub(in crate::xor) fn steps(self) -> usize {
        self.rows.len() / width(self.design)
    }

    /// The weights at a step.
    pub(in crate::xor) fn weights(self, step: usize) -> Weights {
        Weights::from_row(self.row(step).0)
    }

    /// One of the weights at a step, by its place in the row.
    pub(in crate::xor) fn weight(self, step: usize, place: usize) -> f64 {
        self.row(step).0[place]
    }

    /// The loss at a step.
    pub(in crate::xor) fn loss(self, step: usize) -> f64 {
        self.row(step).1
    }

    /// The first step at which a weight is not finite. From there on none is: what is subtracted
    /// from infinity or from NaN leaves infinity or NaN.
    pub(in crate::xor) fn broken(self) -> Option<usize> {
        let (mut fine, mut broken) = (0, self.steps() + 1);
        while broken - fine > 1 {
            let middle = fine.midpoint(broken);
            if self.row(middle).0.iter().all(|weight| weight.is_finite()) {
                fine = middle;
            } else {
                broken = middle;
            }
        }
        (broken <= self.steps()).then_some(broken)
    }

    /// The last step whose weights are all finite.
    pub(in crate::xor) fn last_finite(self) -> usize {
        self.broken().map_or(self.steps(), |step| step - 1).max(1)
    }

    /// The two units with the largest weights to the output at the end: the axes of the hidden plane.
    /// With one unit it stands for both.
    pub(in crate::xor) fn axes(self) -> [usize; 2] {
        let end = self.weights(self.last_finite());
        let mut units: Vec<usize> = (0..end.hidden()).collect();
        if units.len() > 2 {
            units.sort_by(|&a, &b| end.w2[b].abs().total_cmp(&end.w2[a].abs()));
            units.truncate(2);
            units.sort_unstable();
        }
        [units[0], units[units.len() - 1]]
    }

    fn row(self, step: usize) -> (&'a [f64], f64) {
        let width = width(self.design);
        let step = step.clamp(1, self.steps());
        let row = &self.rows[(step - 1) * width..step * width];
        (&row[..width - 1], row[width - 1])
    }
}
