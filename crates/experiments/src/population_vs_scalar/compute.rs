//! One unit against many: the gradients of units that all have the same input, and what the mean of
//! noisy units does.

use popgrad::{PopulationNode, Random};

use super::parameters::{INPUT, NOISE, SEED, UNITS};
use crate::{Error, Job, State};

/// Id of the long computation over noisy units.
pub(super) const NOISY: &str = "noisy";
/// Parts of it, and seeds in each.
pub(super) const PARTS: usize = 5;
const SEEDS: usize = 400;
/// Numbers of units after which the running mean is looked at: four to a doubling, up to 256.
pub(super) const STOPS: usize = 33;
/// The largest number of units.
const MOST: usize = 256;

/// The gradient of each of `units` units with the same input, when the sum of their outputs is
/// pulled back.
pub(super) fn unit_gradients(input: f64, units: usize) -> Result<Vec<f64>, Error> {
    let x = PopulationNode::try_new(vec![input; units])?;
    x.try_tanh()?.try_sum()?.try_backprop()?;
    Ok(x.grad())
}

/// The total gradient of 1, 2, 4 … 256 units.
pub(super) fn totals(input: f64) -> Result<Vec<[f64; 2]>, Error> {
    (0..=8)
        .map(|power| {
            let units = 1_usize << power;
            let total = unit_gradients(input, units)?.iter().sum();
            Ok([units as f64, total])
        })
        .collect()
}

/// The number of units at a stop.
pub(super) fn units_at(stop: usize) -> usize {
    let units = libm::exp2(stop as f64 / 4.0);
    (units.round() as usize).min(MOST)
}

/// The long computation that these values ask for.
pub(super) fn job(state: &State) -> Job {
    let key = state.key(&[INPUT, NOISE, SEED]);
    Job::new(NOISY, key, PARTS, SEEDS * STOPS * 2)
}

/// One part: for each seed, the running mean of the gradient and of the value at every stop.
pub(super) fn noisy(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let (input, noise) = (state.get(INPUT)?, state.get(NOISE)?);
    let seed = state.get(SEED)? as u64;
    let mut means = Vec::with_capacity(SEEDS * STOPS * 2);
    for run in 0..SEEDS {
        let mut random = Random::with_stream(seed, (part * SEEDS + run) as u64);
        let inputs: Vec<_> = (0..MOST).map(|_| input + noise * random.normal()).collect();
        let x = PopulationNode::try_new(inputs)?;
        let y = x.try_tanh()?;
        y.try_sum()?.try_backprop()?;
        running_means(&x.grad(), &y.value(), &mut means);
    }
    Ok(means)
}

fn running_means(gradients: &[f64], values: &[f64], means: &mut Vec<f64>) {
    let (mut gradient, mut value, mut counted) = (0.0, 0.0, 0);
    for stop in 0..STOPS {
        let units = units_at(stop);
        for unit in counted..units {
            gradient += gradients[unit];
            value += values[unit];
        }
        counted = units;
        means.extend([gradient / units as f64, value / units as f64]);
    }
}

/// The runs that have arrived: for each, gradient and value at every stop.
pub(super) fn runs(state: &State) -> Vec<&[f64]> {
    let parts = state.results(NOISY);
    parts
        .flat_map(|(_, part)| part.chunks_exact(STOPS * 2))
        .collect()
}

/// The standard deviation over runs at each stop: of the gradient (0) or of the value (1).
pub(super) fn spreads(runs: &[&[f64]], which: usize) -> Vec<[f64; 2]> {
    let count = runs.len() as f64;
    (0..STOPS)
        .map(|stop| {
            let at = |run: &&[f64]| run[2 * stop + which];
            let mean = runs.iter().map(at).sum::<f64>() / count;
            let squares = runs.iter().map(|run| (at(run) - mean) * (at(run) - mean));
            let variance = squares.sum::<f64>() / (count - 1.0);
            [units_at(stop) as f64, libm::sqrt(variance)]
        })
        .collect()
}

/// The present number of units and the input of each.
pub(super) fn units(state: &State) -> Result<(usize, f64), Error> {
    Ok((state.count(UNITS)?, state.get(INPUT)?))
}
