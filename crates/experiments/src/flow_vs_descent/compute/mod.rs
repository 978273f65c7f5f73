//! What the experiment computes.

mod halvings;
mod leak;
mod loss;
mod methods;
mod model;
mod plane;
mod run;
mod saxe;

pub(super) use halvings::{HALVINGS, JOB, halvings, jobs, part};
pub(super) use leak::Leak;
pub(super) use loss::{Loss, Surface};
pub(super) use methods::{Method, iterates};
pub(super) use model::{Lost, Model};
pub(super) use plane::{CELLS, Plane};
pub(super) use run::{Gaps, Run, STEPS, halved};
pub(super) use saxe::Saxe;

use super::parameters::{CONDITION, ETA, LOSS, SEED, SMALL, START, STEP, TARGET, Z};
use crate::net::Weights;
use crate::{Error, State};

/// What the reader has set.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) loss: Loss,
    /// Where descent and flows begin, as many numbers as the loss has weights.
    pub(super) start: Vec<f64>,
    /// The two numbers of the start that the reader has set.
    pub(super) corner: [f64; 2],
    pub(super) eta: f64,
    /// The step of the run that is looked at.
    pub(super) step: usize,
    pub(super) target: f64,
    /// Where Saxe's curve begins.
    pub(super) small: f64,
    /// Step size times curvature.
    pub(super) z: f64,
}

impl Setting {
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let corner = [state.get(START[0])?, state.get(START[1])?];
        let target = state.get(TARGET)?;
        let seed = state.get(SEED)? as u64;
        let condition = state.get(CONDITION)?;
        let loss = match state.count(LOSS)? {
            0 => Loss::Surface(Surface::Product { target }),
            1 => Loss::Surface(Surface::Quadratic { condition }),
            2 => Loss::Surface(Surface::Rosenbrock),
            _ => Loss::Xor { seed },
        };
        let start = match loss {
            Loss::Surface(_) => corner.to_vec(),
            Loss::Xor { seed } => Weights::random(2, 1.0, seed).row(),
        };
        Ok(Self {
            loss,
            start,
            corner,
            eta: state.get(ETA)?,
            step: state.count(STEP)?,
            target,
            small: state.get(SMALL)?,
            z: state.get(Z)?,
        })
    }
}
