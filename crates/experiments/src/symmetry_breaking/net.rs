//! The XOR net whose hidden units start almost equal.

use popgrad::Random;

use crate::Error;
use crate::net::{Design, Training, Weights};

/// The step size of gradient descent.
pub(super) const STEP_SIZE: f64 = 0.1;
/// Every weight starts here, plus noise; biases start at 0.
const BASE: f64 = 0.5;

/// What decides a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Hidden units.
    pub(super) hidden: usize,
    /// Whether the output has a tanh too.
    pub(super) tanh_output: bool,
    /// The standard deviation of the noise on every weight; 0 for exactly equal units.
    pub(super) noise: f64,
    /// The seed of the noise.
    pub(super) seed: u64,
    /// Which of many runs of this seed.
    pub(super) stream: u64,
}

impl Start {
    /// The net at its start.
    pub(super) fn training(self) -> Result<Training, Error> {
        let design = Design {
            tanh_output: self.tanh_output,
            ..Design::with_hidden(self.hidden)
        };
        Training::new(design, &self.weights(), [STEP_SIZE; 2])
    }

    fn weights(self) -> Weights {
        let mut random = Random::with_stream(self.seed, self.stream);
        let mut draw = |count: usize| -> Vec<f64> {
            let normals = random.normals(count).into_iter();
            normals.map(|normal| BASE + self.noise * normal).collect()
        };
        Weights {
            w1: draw(2 * self.hidden),
            b1: vec![0.0; self.hidden],
            w2: draw(self.hidden),
            b2: 0.0,
        }
    }
}

/// The largest distance between two hidden units, each taken as its weights and its bias.
pub(super) fn distance(weights: &Weights) -> f64 {
    let mut largest = 0.0_f64;
    for one in 0..weights.hidden() {
        for other in 0..one {
            let parts = weights.unit(one).into_iter().zip(weights.unit(other));
            let squares = parts.map(|(a, b)| (a - b) * (a - b));
            largest = largest.max(libm::sqrt(squares.sum()));
        }
    }
    largest
}
