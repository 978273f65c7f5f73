//! One run of the trainability map: the XOR net with a step size for the hidden layer and one for the
//! output.

use super::super::parameters::{OUTPUT, SEED};
use crate::net::{Design, Training, Weights};
use crate::{Error, State};

/// Hidden units.
const HIDDEN: usize = 4;
/// Steps of a run.
pub(in super::super) const STEPS: usize = 200;
/// A run has diverged when its loss passes this.
pub(in super::super) const LOST: f64 = 1e6;
/// After so many steps a run that has diverged is given up.
const PIECE: usize = 20;
/// The smallest loss that is told apart.
const LEAST: f64 = 1e-12;

/// The net of the map, which is trained again and again from one start.
pub(in super::super) struct Net {
    training: Training,
    start: Weights,
}

impl Net {
    /// The net of a state: weights from N(0, 1/fan-in), biases 0.
    pub(in super::super) fn of(state: &State) -> Result<Self, Error> {
        let design = Design {
            tanh_output: state.is_on(OUTPUT)?,
            ..Design::with_hidden(HIDDEN)
        };
        let start = Weights::random(HIDDEN, 1.0, state.get(SEED)? as u64);
        let training = Training::new(design, &start, [0.0; 2])?;
        Ok(Self { training, start })
    }

    /// The loss before each of the [`STEPS`].
    pub(in super::super) fn losses(&mut self, sizes: [f64; 2]) -> Result<Vec<f64>, Error> {
        let mut losses = vec![0.0; STEPS];
        self.training.restart(&self.start, sizes)?;
        self.training.run_recording(&mut losses)?;
        Ok(losses)
    }

    /// What becomes of a run, see [`outcome`]; one that has diverged is not run to its end.
    pub(in super::super) fn outcome(&mut self, sizes: [f64; 2]) -> Result<f64, Error> {
        let mut losses = [0.0; STEPS];
        let mut made = 0;
        self.training.restart(&self.start, sizes)?;
        for piece in losses.chunks_mut(PIECE) {
            self.training.run_recording(piece)?;
            made += piece.len();
            if piece.iter().copied().any(is_lost) {
                break;
            }
        }
        Ok(outcome(&losses[..made]))
    }

    /// The sharpness at the start.
    pub(in super::super) fn first_sharpness(&mut self) -> Result<f64, Error> {
        self.training.restart(&self.start, [0.0; 2])?;
        Ok(self.training.sharpness()?.value)
    }
}

/// Whether a loss says that its run has diverged.
pub(in super::super) fn is_lost(loss: f64) -> bool {
    loss.is_nan() || loss > LOST
}

/// What the losses of a run say of it: below 0 the decimal logarithm of the last, above 0 the step at
/// which it diverged.
pub(in super::super) fn outcome(losses: &[f64]) -> f64 {
    if let Some(step) = losses.iter().copied().position(is_lost) {
        return step as f64;
    }
    let last = losses.last().copied().unwrap_or(1.0);
    // A run that stays without learning has a loss of 1 or more: the faintest of those below 0.
    libm::log10(last.clamp(LEAST, 0.999))
}
