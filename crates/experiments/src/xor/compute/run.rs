//! The run that is recorded, and others that are drawn beside it.

use std::sync::OnceLock;

use super::record::{Record, width};
use crate::net::{Design, Training, Weights};
use crate::xor::parameters::{ETA, GAIN, HIDDEN, LOSS, OUTPUT, RUNS, SEED, TARGETS, UNITS, design};
use crate::{Error, Job, State};

/// Id of the run that is recorded.
pub(in crate::xor) const RUN: &str = "run";
/// Id of the runs beside it.
pub(in crate::xor) const OTHERS: &str = "others";
/// Steps that are recorded. At step 1 the net stands as it was drawn.
pub(in crate::xor) const STEPS: usize = 4000;
/// Stops of a drawn line to a power of ten of steps.
const STOPS_A_DECADE: f64 = 50.0;

/// What decides a run.
const DECIDING: [&str; 8] = [HIDDEN, ETA, GAIN, SEED, LOSS, TARGETS, OUTPUT, UNITS];

/// The two long computations.
pub(in crate::xor) fn jobs(state: &State) -> Vec<Job> {
    let key = state.key(&DECIDING);
    let runs = state.count(RUNS).unwrap_or(1);
    let numbers = design(state).map_or(0, |design| STEPS * width(design));
    let mut jobs = vec![Job::new(RUN, key.clone(), 1, numbers)];
    if runs > 1 {
        let key = format!("{key} {runs}");
        jobs.push(Job::new(OTHERS, key, runs - 1, stops().len()));
    }
    jobs
}

/// The recorded run: at each step the weights and the loss.
pub(in crate::xor) fn record(state: &State) -> Result<Vec<f64>, Error> {
    let design = design(state)?;
    let mut training = start(state, 0)?;
    let mut rows = Vec::with_capacity(STEPS * width(design));
    let mut loss = [0.0];
    for _ in 0..STEPS {
        training.append_weights(&mut rows)?;
        training.run_recording(&mut loss)?;
        rows.push(loss[0]);
    }
    Ok(rows)
}

/// The losses of one of the other runs at the stops.
pub(in crate::xor) fn other(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let mut losses = vec![0.0; STEPS];
    start(state, part + 1)?.run_recording(&mut losses)?;
    Ok(stops().iter().map(|step| losses[step - 1]).collect())
}

/// The seed of the run that is so many after the first.
pub(in crate::xor) fn seed(state: &State, after: usize) -> Result<u64, Error> {
    Ok(state.get(SEED)? as u64 + after as u64)
}

fn start(state: &State, after: usize) -> Result<Training, Error> {
    let design: Design = design(state)?;
    let weights = Weights::random(design.hidden, state.get(GAIN)?, seed(state, after)?);
    Training::new(design, &weights, [state.get(ETA)?; 2])
}

/// The steps at which lines are drawn: evenly on a logarithmic scale, each with the step after it, so
/// that a loss which jumps to and fro is seen to do so.
pub(in crate::xor) fn stops() -> &'static [usize] {
    static STOPS: OnceLock<Vec<usize>> = OnceLock::new();
    STOPS.get_or_init(|| {
        let last = (libm::log10(STEPS as f64) * STOPS_A_DECADE).ceil() as u32;
        let steps =
            (0..=last).map(|stop| libm::exp10(f64::from(stop) / STOPS_A_DECADE).round() as usize);
        let mut stops: Vec<usize> = steps
            .flat_map(|step| [step, step + 1])
            .map(|step| step.min(STEPS))
            .collect();
        stops.sort_unstable();
        stops.dedup();
        stops
    })
}

/// The recorded run, once it has arrived.
pub(in crate::xor) fn recorded(state: &State) -> Result<Option<Record<'_>>, Error> {
    let design = design(state)?;
    let rows = state.results(RUN).next().map(|(_, rows)| rows);
    Ok(rows.and_then(|rows| Record::of(design, rows)))
}
