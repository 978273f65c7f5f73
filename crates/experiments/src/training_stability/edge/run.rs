//! The recorded run at the edge of stability: every loss, and at every tenth step sharpness and weights.

use super::super::parameters::{EDGE_STEP, SEED};
use super::net::{self, PARAMETERS};
use crate::{Error, Job, State};

/// Id of the run that is followed, and of the three runs that it is compared with.
pub(in super::super) const RUN: &str = "edge-run";
pub(in super::super) const OTHERS: &str = "edge-others";
/// Steps of a run.
pub(in super::super) const STEPS: usize = 5000;
/// A frame is recorded at every so many steps.
pub(in super::super) const EVERY: usize = 10;
/// Steps in a part of the followed run.
const PART: usize = 1000;
/// The step sizes that are compared.
pub(in super::super) const COMPARED: [f64; 3] = [0.2, 0.3, 0.4];
/// Steps between two places of a compared run.
const COARSE: usize = 50;
/// Numbers in a frame: the sharpness, then the parameters.
const FRAME: usize = 1 + PARAMETERS;

/// The long computations that these values ask for.
pub(in super::super) fn jobs(state: &State) -> Vec<Job> {
    let (key, of_others) = (state.key(&[EDGE_STEP, SEED]), state.key(&[SEED]));
    let numbers = PART + (1 + PART / EVERY) * FRAME;
    vec![
        Job::new(RUN, key, STEPS / PART, numbers),
        Job::new(OTHERS, of_others, COMPARED.len(), STEPS / COARSE),
    ]
}

/// One part of the followed run: the loss before each of its steps, then its frames. Training up to
/// where the part begins is cheap beside measuring the sharpness, so every part can begin by itself.
pub(in super::super) fn part(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let mut loss = net::loss(state.get(SEED)? as u64)?;
    let mut hessian = loss.hessian()?;
    let descent = loss.descent(state.get(EDGE_STEP)?)?;
    loss.descend(&descent, part * PART)?;
    let mut losses = vec![0.0; PART];
    let mut frames = Vec::with_capacity(PART / EVERY * FRAME);
    for losses in losses.chunks_mut(EVERY) {
        frames.push(loss.sharpness(&mut hessian)?.value);
        frames.extend(loss.all_leaves()?);
        loss.descend_recording(&descent, losses)?;
    }
    // The end of one part is the beginning of the next: only the last needs both ends, and all have them.
    frames.push(loss.sharpness(&mut hessian)?.value);
    frames.extend(loss.all_leaves()?);
    losses.extend(frames);
    Ok(losses)
}

/// One of the compared runs: its sharpness at every [`COARSE`] steps.
pub(in super::super) fn other(state: &State, which: usize) -> Result<Vec<f64>, Error> {
    sharpness_along(state.get(SEED)? as u64, COMPARED[which])
}

fn sharpness_along(seed: u64, step: f64) -> Result<Vec<f64>, Error> {
    let mut loss = net::loss(seed)?;
    let mut hessian = loss.hessian()?;
    let descent = loss.descent(step)?;
    (0..STEPS / COARSE)
        .map(|_| {
            let sharpness = loss.sharpness(&mut hessian)?.value;
            loss.descend(&descent, COARSE)?;
            Ok(sharpness)
        })
        .collect()
}

/// What has arrived of the followed run.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Followed {
    /// Step and loss.
    pub(in super::super) losses: Vec<[f64; 2]>,
    /// Step and sharpness.
    pub(in super::super) sharpness: Vec<[f64; 2]>,
}

impl Followed {
    /// The first step whose loss is not a number, and the loss before it.
    pub(in super::super) fn lost(&self) -> Option<[f64; 2]> {
        let lost = self.losses.iter().position(|[_, loss]| !loss.is_finite())?;
        let before = lost.checked_sub(1).map(|before| self.losses[before][1]);
        Some([self.losses[lost][0], before.unwrap_or(f64::NAN)])
    }
}

/// What has arrived of the followed run.
pub(in super::super) fn followed(state: &State) -> Followed {
    let mut followed = Followed::default();
    for (part, numbers) in state.results(RUN) {
        let (losses, frames) = numbers.split_at(PART);
        let first = part * PART;
        let losses = losses.iter().enumerate();
        followed
            .losses
            .extend(losses.map(|(step, loss)| [(first + step) as f64, *loss]));
        let is_last = first + PART == STEPS;
        let count = PART / EVERY + usize::from(is_last);
        let frames = frames.chunks_exact(FRAME).take(count).enumerate();
        followed
            .sharpness
            .extend(frames.map(|(frame, numbers)| [(first + frame * EVERY) as f64, numbers[0]]));
    }
    followed
}

/// The parameters of the net at a step that has a frame; `None` until they have arrived.
pub(in super::super) fn parameters_at(state: &State, step: usize) -> Option<&[f64]> {
    let part = (step / PART).min(STEPS / PART - 1);
    let frame = (step - part * PART) / EVERY;
    let mut parts = state.results(RUN);
    let (_, numbers) = parts.find(|(number, _)| *number == part)?;
    numbers[PART..]
        .chunks_exact(FRAME)
        .nth(frame)
        .map(|numbers| &numbers[1..])
}

/// What has arrived of the compared runs: which, and step and sharpness.
pub(in super::super) fn others(state: &State) -> Vec<(usize, Vec<[f64; 2]>)> {
    let places = |numbers: &[f64]| {
        let numbers = numbers.iter().enumerate();
        numbers
            .map(|(place, sharpness)| [(place * COARSE) as f64, *sharpness])
            .collect()
    };
    let parts = state.results(OTHERS);
    parts
        .map(|(which, numbers)| (which, places(numbers)))
        .collect()
}

/// The sharpness before the first step.
pub(in super::super) fn first(seed: u64) -> Result<f64, Error> {
    let mut loss = net::loss(seed)?;
    let mut hessian = loss.hessian()?;
    Ok(loss.sharpness(&mut hessian)?.value)
}

/// The mean sharpness over the last fifth of a run.
pub(in super::super) fn settled(seed: u64, step: f64) -> Result<f64, Error> {
    let along = sharpness_along(seed, step)?;
    let late = &along[along.len() * 4 / 5..];
    Ok(late.iter().sum::<f64>() / late.len() as f64)
}
