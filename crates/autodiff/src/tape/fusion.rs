//! Neighbouring steps that one set of loops does at once. Which they are is seen from the operations and from where
//! their operands lie; the numbers and their order are those of the steps, and so are the bits.

mod layer;
mod squared_error;

use std::ops::Range;

use layer::Layer;
use squared_error::SquaredError;

use super::Step;
use super::plan::Pull;
use crate::operation::{Scratch, Side};

/// Three steps, of which each of the last two has the one before it as its left input.
#[derive(Debug)]
pub(super) struct Fusion {
    pub(super) steps: Range<usize>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Layer(Layer),
    SquaredError(SquaredError),
}

/// Which inputs from outside receive cotangents, and whether these are the first to arrive there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Arrivals {
    /// The left input of the first step.
    left: Option<bool>,
    /// The right input of the first step.
    right: Option<bool>,
    /// The right input of the second step.
    second: Option<bool>,
    /// Whether the cotangents inside are wanted too, apart from what is needed on the way.
    are_all: bool,
}

impl Fusion {
    /// All that there are in the steps of a tape, in their order.
    pub(super) fn all(steps: &[Step]) -> Vec<Fusion> {
        let mut found: Vec<Fusion> = Vec::new();
        for (start, three) in steps.array_windows().enumerate() {
            if found.last().is_some_and(|last| last.steps.end > start) {
                continue;
            }
            let layer = Layer::of(three).map(Kind::Layer);
            let kind = layer.or_else(|| SquaredError::of(three).map(Kind::SquaredError));
            found.extend(kind.map(|kind| Fusion {
                steps: start..start + three.len(),
                kind,
            }));
        }
        found
    }

    #[inline(always)]
    pub(super) fn forward(&self, values: &mut [f64]) {
        match &self.kind {
            Kind::Layer(layer) => layer.forward(values),
            Kind::SquaredError(error) => error.forward(values),
        }
    }

    /// Where the pulls from the first on are those of these steps, and nothing else sends cotangents to what lies
    /// inside: how many pulls they are, and what arrives outside.
    pub(super) fn arrivals(&self, pulls: &[Pull], are_all: bool) -> Option<(usize, Arrivals)> {
        let mut arrivals = Arrivals {
            are_all,
            ..Arrivals::default()
        };
        let (mut inner, mut count) = (0, 0);
        let own = |pull: &&Pull| self.steps.contains(&pull.step);
        for pull in pulls.iter().take_while(own) {
            count += 1;
            match (pull.step - self.steps.start, pull.side) {
                (0, Side::Left) => arrivals.left = Some(pull.is_first),
                (0, Side::Right) => arrivals.right = Some(pull.is_first),
                (1, Side::Right) => arrivals.second = Some(pull.is_first),
                _ => inner += usize::from(pull.is_first),
            }
        }
        (inner == 2).then_some((count, arrivals))
    }

    #[inline(always)]
    pub(super) fn backward(
        &self,
        values: &[f64],
        cotangents: &mut [f64],
        arrivals: Arrivals,
        scratch: &mut Scratch,
    ) {
        match &self.kind {
            Kind::Layer(layer) => layer.backward(values, cotangents, arrivals, scratch),
            Kind::SquaredError(error) => error.backward(values, cotangents, arrivals),
        }
    }
}
