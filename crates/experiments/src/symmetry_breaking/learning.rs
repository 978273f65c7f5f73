//! Runs of the net: one that is followed, and many that are counted.

use super::net::{Start, distance};
use super::parameters::{EQUAL, HIDDEN, NOISE, OUTPUT, SEED};
use crate::{Error, Job, State};

/// Id of the run that is followed.
pub(super) const RUN: &str = "run";
/// Id of the many runs.
pub(super) const MEDIANS: &str = "medians";
/// A run ends after so many steps.
pub(super) const LONGEST: usize = 12_000;
/// The plateau at 2/3 is left behind when the loss falls below.
pub(super) const LEFT: f64 = 0.6;
/// Powers of ten of the noise at which runs are counted: 10⁻¹ to 10⁻⁸.
pub(super) const POWERS: usize = 8;
/// Runs at each of them, in parts of so many.
pub(super) const RUNS: usize = 25;
pub(super) const RUNS_IN_PART: usize = 5;
/// Stops of the followed run to a power of ten of steps.
const STOPS_A_DECADE: f64 = 24.0;

/// The long computations that these values ask for.
pub(super) fn jobs(state: &State) -> Vec<Job> {
    let key = state.key(&[NOISE, EQUAL, HIDDEN, OUTPUT, SEED]);
    let counted = state.key(&[HIDDEN, OUTPUT, SEED]);
    let parts = POWERS * RUNS / RUNS_IN_PART;
    vec![
        Job::new(RUN, key, 1, 3 * stops().len()),
        Job::new(MEDIANS, counted, parts, RUNS_IN_PART),
    ]
}

/// The start of the followed run.
pub(super) fn start(state: &State) -> Result<Start, Error> {
    let noise = if state.is_on(EQUAL)? {
        0.0
    } else {
        state.get(NOISE)?
    };
    Ok(Start {
        hidden: state.count(HIDDEN)?,
        tanh_output: state.is_on(OUTPUT)?,
        noise,
        seed: state.get(SEED)? as u64,
        stream: 0,
    })
}

/// The followed run: step, distance and loss at each stop.
pub(super) fn run(state: &State) -> Result<Vec<f64>, Error> {
    let mut net = start(state)?.training()?;
    let mut followed = Vec::new();
    let mut made = 0;
    for stop in stops() {
        net.run(stop - made)?;
        made = stop;
        followed.extend([stop as f64, distance(&net.weights()?), net.loss()?]);
    }
    Ok(followed)
}

/// Steps 1 to the longest, evenly on a logarithmic scale.
fn stops() -> Vec<usize> {
    let last = (libm::log10(LONGEST as f64) * STOPS_A_DECADE).ceil() as u32;
    let steps =
        (0..=last).map(|stop| libm::exp10(f64::from(stop) / STOPS_A_DECADE).round() as usize);
    let mut stops: Vec<_> = steps.map(|step| step.min(LONGEST)).collect();
    stops.dedup();
    stops
}

/// The stops that have arrived: step, distance, loss.
pub(super) fn followed(state: &State) -> Vec<[f64; 3]> {
    let mut parts = state.results(RUN);
    let Some((_, run)) = parts.next() else {
        return Vec::new();
    };
    run.as_chunks::<3>().0.to_vec()
}

/// One part of the many runs: the steps that each run needed, infinite where it did not arrive.
pub(super) fn medians(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let parts_of_power = RUNS / RUNS_IN_PART;
    let noise = libm::exp10(-((part / parts_of_power) as f64 + 1.0));
    let first = (part % parts_of_power) * RUNS_IN_PART;
    (first..first + RUNS_IN_PART)
        .map(|run| {
            let stream = (part * RUNS + run) as u64 + 1;
            steps_to_leave(Start {
                noise,
                stream,
                ..start(state)?
            })
        })
        .collect()
}

/// How many steps a run needs until its loss falls below [`LEFT`]; infinite if it does not.
pub(super) fn steps_to_leave(start: Start) -> Result<f64, Error> {
    let mut net = start.training()?;
    let mut losses = [0.0; 100];
    let mut made = 0;
    while made < LONGEST {
        net.run_recording(&mut losses)?;
        if let Some(step) = losses.iter().position(|&loss| loss < LEFT) {
            return Ok((made + step) as f64);
        }
        made += losses.len();
    }
    Ok(f64::INFINITY)
}

/// The median of the runs that have arrived at each power of ten: noise and steps.
pub(super) fn median_steps(state: &State) -> Vec<[f64; 2]> {
    let mut runs = vec![Vec::new(); POWERS];
    for (part, steps) in state.results(MEDIANS) {
        runs[part / (RUNS / RUNS_IN_PART)].extend_from_slice(steps);
    }
    let medians = runs
        .iter_mut()
        .enumerate()
        .filter(|(_, runs)| !runs.is_empty());
    medians
        .map(|(power, runs)| [libm::exp10(-(power as f64 + 1.0)), median(runs)])
        .collect()
}

/// The steps at a power of ten by the logarithm that a linear saddle predicts: equally many more for every
/// power, as from the steps of the first to those of the second.
pub(super) fn logarithm_at([first, second]: &[f64; 2], power: usize) -> f64 {
    first + (second - first) * (power as f64 - 1.0)
}

/// The middle of sorted numbers.
pub(super) fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
