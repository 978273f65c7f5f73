//! How many of many runs learn XOR, by the size of the weights at the start.

use super::outcome::{Outcome, worst};
use crate::net::{Design, Training, Weights};
use crate::xor::parameters::{HIDDEN, TARGETS, design};
use crate::{Error, Job, State};

/// Id of the long computation.
pub(in crate::xor) const SUCCESS: &str = "success";
/// The sizes of the weights at the start.
pub(in crate::xor) const GAINS: [f64; 5] = [0.1, 0.5, 1.0, 2.0, 4.0];
/// Seeds 1, 2 and so on, in parts of so many.
pub(in crate::xor) const SEEDS: usize = 200;
const SEEDS_IN_PART: usize = 10;
/// Steps of a run, and their size.
pub(in crate::xor) const STEPS: usize = 4000;
const STEP_SIZE: f64 = 0.1;
/// A run whose loss is below this part of the line's has learnt for good, and is not followed further.
const SURE: f64 = 0.01;
/// Steps between two looks at the loss.
const LOOK: usize = 100;

/// Series of runs: linear and tanh output at each size.
const SERIES: usize = 2 * GAINS.len();

/// The long computation that these values ask for. Its first parts hold some seeds of every series.
pub(in crate::xor) fn job(state: &State) -> Job {
    let parts = SERIES * SEEDS / SEEDS_IN_PART;
    Job::new(SUCCESS, state.key(&[HIDDEN, TARGETS]), parts, SEEDS_IN_PART)
}

/// The nets that are counted: those of the reader's settings, with squared error.
pub(in crate::xor) fn counted(state: &State, tanh_output: bool) -> Result<Design, Error> {
    Ok(Design {
        targets: design(state)?.targets,
        tanh_output,
        ..Design::with_hidden(state.count(HIDDEN)?)
    })
}

/// One part: the losses at the end of some runs.
pub(in crate::xor) fn part(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let (series, first) = (part % SERIES, first_seed(part));
    let design = counted(state, series >= GAINS.len())?;
    let gain = GAINS[series % GAINS.len()];
    (first..first + SEEDS_IN_PART)
        .map(|seed| end(design, gain, seed as u64))
        .collect()
}

fn first_seed(part: usize) -> usize {
    part / SERIES * SEEDS_IN_PART + 1
}

/// The loss of a run at its end, or where it has learnt for good.
pub(in crate::xor) fn end(design: Design, gain: f64, seed: u64) -> Result<f64, Error> {
    let start = Weights::random(design.hidden, gain, seed);
    let mut training = Training::new(design, &start, [STEP_SIZE; 2])?;
    for _ in 0..STEPS / LOOK {
        training.run(LOOK)?;
        if training.loss()? < SURE * worst(design) {
            break;
        }
    }
    training.loss()
}

/// What has arrived of the runs of one series.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::xor) struct Rate {
    /// The place of its size among [`GAINS`].
    pub(in crate::xor) gain: usize,
    /// How many runs ended in each way, in the order of [`Outcome::ALL`].
    counts: [usize; Outcome::ALL.len()],
    /// The smallest seed that did not learn.
    pub(in crate::xor) first_failure: Option<usize>,
}

impl Rate {
    /// How many runs there are.
    pub(in crate::xor) fn runs(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many of them ended so.
    pub(in crate::xor) fn count(&self, outcome: Outcome) -> usize {
        self.counts[outcome as usize]
    }

    /// The share of runs that ended so, in percent.
    pub(in crate::xor) fn percent(&self, outcome: Outcome) -> f64 {
        100.0 * self.count(outcome) as f64 / self.runs() as f64
    }

    /// Where the share of runs that learn lies with a probability of 95 %, in percent (the score interval of
    /// Wilson, 1927).
    pub(in crate::xor) fn interval(&self) -> [f64; 2] {
        const Z: f64 = 1.96;
        let (runs, part) = (self.runs() as f64, self.percent(Outcome::Learnt) / 100.0);
        let spread = Z * Z / runs;
        let middle = part + spread / 2.0;
        let half = Z * libm::sqrt(part * (1.0 - part) / runs + spread / (4.0 * runs));
        [middle - half, middle + half].map(|end| 100.0 * end / (1.0 + spread))
    }
}

/// What has arrived, size by size; sizes of which nothing has are left out.
pub(in crate::xor) fn rates(state: &State, tanh_output: bool) -> Result<Vec<Rate>, Error> {
    let design = counted(state, tanh_output)?;
    let mut rates = Vec::new();
    for gain in 0..GAINS.len() {
        let mut rate = Rate {
            gain,
            counts: [0; Outcome::ALL.len()],
            first_failure: None,
        };
        for (seed, loss) in arrived(state, usize::from(tanh_output) * GAINS.len() + gain) {
            let outcome = Outcome::of(design, loss);
            rate.counts[outcome as usize] += 1;
            if outcome != Outcome::Learnt && rate.first_failure.is_none_or(|first| seed < first) {
                rate.first_failure = Some(seed);
            }
        }
        if rate.runs() > 0 {
            rates.push(rate);
        }
    }
    Ok(rates)
}

/// The seeds of one series that have arrived, with the losses of their runs.
fn arrived(state: &State, series: usize) -> impl Iterator<Item = (usize, f64)> {
    let parts = state.results(SUCCESS);
    let wanted = parts.filter(move |(part, _)| part % SERIES == series);
    wanted.flat_map(|(part, losses)| {
        let first = first_seed(part);
        losses
            .iter()
            .enumerate()
            .map(move |(index, loss)| (first + index, *loss))
    })
}
