//! Gradients through many random layers.

use popgrad::{PopulationNode, Random};

use super::parameters::{NET, SEED, WIDTH};
use crate::{Error, Job, State};

/// Id of the long computation.
pub(super) const TRACES: &str = "traces";
/// Layers that a gradient passes.
pub(super) const LAYERS: usize = 50;
/// Parts of the computation, and traces in each.
const PARTS: usize = 40;
const TRACES_IN_PART: usize = 5;

/// Euler's constant.
const EULER: f64 = 0.577_215_664_901_532_9;

/// The width that is shown: the prediction is about one unit.
pub(super) fn width(state: &State) -> Result<usize, Error> {
    if state.guess().hides() {
        return Ok(1);
    }
    state.count(WIDTH)
}

/// The long computation that these values ask for.
pub(super) fn job(state: &State) -> Job {
    let key = state.key(&[WIDTH, NET, SEED]);
    Job::new(TRACES, key, PARTS, TRACES_IN_PART * (LAYERS + 1))
}

/// One part: the decimal logarithm of the gradient's norm after 0, 1 … 50 layers, trace by trace.
pub(super) fn traces(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let (width, is_tanh) = (state.count(WIDTH)?, state.is_on(NET)?);
    let seed = state.get(SEED)? as u64;
    let mut norms = Vec::with_capacity(TRACES_IN_PART * (LAYERS + 1));
    for trace in 0..TRACES_IN_PART {
        let stream = (part * TRACES_IN_PART + trace) as u64;
        // Streams of their own, apart from those of the noisy units.
        let mut random = Random::with_stream(seed, (1 << 32) + stream);
        norms.extend(trace_norms(width, is_tanh, &mut random)?);
    }
    Ok(norms)
}

/// A net of `width` units a layer with weights from N(0, 1/width). The last layer receives a random
/// gradient of norm 1; each layer passes it back to the one before.
fn trace_norms(width: usize, is_tanh: bool, random: &mut Random) -> Result<Vec<f64>, Error> {
    let scale = 1.0 / libm::sqrt(width as f64);
    let start = PopulationNode::try_matrix(width, 1, random.normals(width))?;
    let mut layers = vec![start];
    for layer in 0..LAYERS {
        let weights = random.normals(width * width);
        let weights: Vec<_> = weights.into_iter().map(|weight| scale * weight).collect();
        let weights = PopulationNode::try_matrix(width, width, weights)?.try_detach()?;
        let sums = weights.try_matmul(&layers[layer])?;
        layers.push(if is_tanh { sums.try_tanh()? } else { sums });
    }
    let seed = random.normals(width);
    let length = norm(&seed);
    let seed: Vec<_> = seed.into_iter().map(|part| part / length).collect();
    layers[LAYERS].try_backprop_with(&seed)?;
    let gradients = layers.iter().rev().map(PopulationNode::grad);
    Ok(gradients
        .map(|gradient| libm::log10(norm(&gradient)))
        .collect())
}

fn norm(vector: &[f64]) -> f64 {
    libm::sqrt(vector.iter().map(|part| part * part).sum())
}

/// The traces that have arrived, each with its logarithms after 0, 1 … 50 layers.
pub(super) fn arrived(state: &State) -> Vec<&[f64]> {
    let parts = state.results(TRACES);
    parts
        .flat_map(|(_, part)| part.chunks_exact(LAYERS + 1))
        .collect()
}

/// The typical trace: the mean of the logarithms, which is the logarithm of the geometric mean.
pub(super) fn typical(traces: &[&[f64]]) -> Vec<[f64; 2]> {
    by_layer(traces, |logarithms| {
        let count = logarithms.len() as f64;
        logarithms.iter().sum::<f64>() / count
    })
}

/// The root of the mean square of the traces, as a logarithm.
pub(super) fn root_mean_square(traces: &[&[f64]]) -> Vec<[f64; 2]> {
    by_layer(traces, |logarithms| {
        let squares = logarithms.iter().map(|log| libm::exp10(2.0 * log));
        0.5 * libm::log10(squares.sum::<f64>() / logarithms.len() as f64)
    })
}

fn by_layer(traces: &[&[f64]], summary: impl Fn(&[f64]) -> f64) -> Vec<[f64; 2]> {
    (0..=LAYERS)
        .map(|layer| {
            let at: Vec<_> = traces.iter().map(|trace| trace[layer]).collect();
            [layer as f64, summary(&at)]
        })
        .collect()
}

/// The factor by which the typical gradient shrinks in each layer of a linear net:
/// `exp(½[ψ(N/2) + ln(2/N)])`, from the mean logarithm of a chi-squared variable with N degrees of
/// freedom.
pub(super) fn typical_factor(width: usize) -> f64 {
    let width_number = width as f64;
    libm::exp(0.5 * (digamma_of_half(width) + libm::log(2.0 / width_number)))
}

/// ψ(n/2): from ψ(1/2) = −γ − 2 ln 2 or ψ(1) = −γ upwards by ψ(x + 1) = ψ(x) + 1/x.
fn digamma_of_half(n: usize) -> f64 {
    let odd = n % 2 == 1;
    let mut value = if odd {
        -EULER - 2.0 * std::f64::consts::LN_2
    } else {
        -EULER
    };
    let mut place = if odd { 0.5 } else { 1.0 };
    while place < n as f64 / 2.0 {
        value += 1.0 / place;
        place += 1.0;
    }
    value
}
