//! The long computations: many nets of one setting, nets of many depths, and a map of gains and depths with its theory.

use super::net::{self, Course};
use super::parameters::{
    ACTIVATION, BIAS, DEPTH, DEPTHS, GAIN, GAINS, INITIALISATION, NORMALISATION, RESIDUAL, SEED,
    WIDTH,
};
use super::setting::{Initialisation, Setting};
use super::theory;
use crate::{Error, Job, State};

/// Ids of the long computations.
pub(super) const MANY: &str = "many";
pub(super) const DEEPER: &str = "deeper";
pub(super) const EXPECTED: &str = "expected";
pub(super) const MAP: &str = "map";

/// Nets of one setting; the first is the one that is drawn as bars.
pub(super) const NETS: usize = 50;
/// The depths that are compared, evenly on a logarithmic scale, and how many nets there are.
pub(super) const STOPS: [usize; 14] = [2, 3, 4, 5, 7, 10, 14, 20, 28, 40, 50, 65, 80, 100];
pub(super) const DEEP_NETS: usize = 10;
/// Columns and rows of the map. The row of the number r is the depth 3 + 5r.
pub(super) const COLUMNS: usize = 24;
pub(super) const ROWS: usize = 20;
/// The first column of each part; a part holds every sixth one from there, so that the map is coarse
/// first.
const FIRST_COLUMNS: [usize; 6] = [3, 0, 5, 1, 4, 2];
/// A net of at most so much work is computed while the reader moves a slider.
const QUICK: usize = 1 << 18;

/// The long computations that these values ask for.
pub(super) fn jobs(state: &State) -> Vec<Job> {
    let net = [
        GAIN,
        WIDTH,
        BIAS,
        ACTIVATION,
        INITIALISATION,
        RESIDUAL,
        NORMALISATION,
        SEED,
    ];
    let of_net = state.key(&net);
    let layers = 1 + state.count(DEPTH).unwrap_or(0);
    let many = format!("{of_net} {}", state.key(&[DEPTH]));
    let of_map = state.key(&net[1..]);
    let parts = FIRST_COLUMNS.len();
    vec![
        Job::new(MANY, many, NETS, 3 * layers),
        Job::new(DEEPER, of_net, DEEP_NETS, STOPS.len()),
        Job::new(EXPECTED, of_map.clone(), 1, COLUMNS * (1 + ROWS)),
        Job::new(MAP, of_map, parts, COLUMNS / parts * ROWS),
    ]
}

/// One part of a long computation.
pub(super) fn work(state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
    let setting = Setting::of(state)?;
    match job {
        MANY => {
            let courses = net::courses(&setting, part as u64)?;
            let numbers = courses.iter().map(|one| [one.gradient, one.size, one.flat]);
            Ok(numbers.flatten().collect())
        }
        DEEPER => {
            let deepest = setting.with_depth(DEPTHS[1]);
            net::first_gradients(&deepest, part as u64, &STOPS)
        }
        EXPECTED => expected_columns(&setting),
        MAP => measured_columns(&setting, part),
        _ => Err(Error::UnknownJob { id: job.to_owned() }),
    }
}

/// The net of the reader's setting: computed at once where that is quick, otherwise when it has arrived.
pub(super) fn own(state: &State, setting: &Setting) -> Result<Option<Vec<Course>>, Error> {
    if cost(setting) <= QUICK {
        return net::courses(setting, 0).map(Some);
    }
    Ok(many(state).find(|(net, _)| *net == 0).map(|(_, net)| net))
}

/// Roughly how many numbers have to be drawn.
fn cost(setting: &Setting) -> usize {
    let weights = setting.width * setting.width * setting.depth;
    match setting.initialisation {
        // Making a matrix orthogonal takes width products for every member.
        Initialisation::Orthogonal => weights * (1 + setting.width / 16),
        _ => weights,
    }
}

/// The nets of the reader's setting that have arrived, by their numbers.
pub(super) fn many(state: &State) -> impl Iterator<Item = (usize, Vec<Course>)> {
    state.results(MANY).map(|(net, numbers)| {
        let layers = numbers.as_chunks::<3>().0.iter();
        let courses = layers.map(|&[gradient, size, flat]| Course {
            gradient,
            size,
            flat,
        });
        (net, courses.collect())
    })
}

/// The gradient of the first layer at each of the [`STOPS`], net by net.
pub(super) fn deeper(state: &State) -> Vec<&[f64]> {
    state.results(DEEPER).map(|(_, first)| first).collect()
}

/// The gain of a column of the map.
pub(super) fn gain_of(column: usize) -> f64 {
    let [low, high] = GAINS.map(libm::log10);
    let part = (column as f64 + 0.5) / COLUMNS as f64;
    libm::exp10(low + part * (high - low))
}

/// The depth of a row of the map.
pub(super) fn depth_of(row: usize) -> usize {
    3 + 5 * row
}

fn columns_of(part: usize) -> impl Iterator<Item = usize> {
    let first = FIRST_COLUMNS.get(part).copied().unwrap_or(COLUMNS);
    (first..COLUMNS).step_by(FIRST_COLUMNS.len())
}

/// The depths of all rows.
fn depths() -> Vec<usize> {
    (0..ROWS).map(depth_of).collect()
}

/// Theory of the map, column by column: χ, then the decimal logarithm of the first layer's gradient for each row.
fn expected_columns(setting: &Setting) -> Result<Vec<f64>, Error> {
    let mut numbers = Vec::new();
    for column in 0..COLUMNS {
        let deepest = setting.with_gain(gain_of(column)).with_depth(DEPTHS[1]);
        numbers.push(theory::settled_factor(&deepest)?);
        let first = theory::theory(&deepest)?.first_gradients();
        numbers.extend(depths().iter().map(|&depth| libm::log10(first[depth])));
    }
    Ok(numbers)
}

/// A part of the map, column by column: the decimal logarithm of the first layer's gradient for each row.
fn measured_columns(setting: &Setting, part: usize) -> Result<Vec<f64>, Error> {
    let mut numbers = Vec::new();
    for column in columns_of(part) {
        let deepest = setting.with_gain(gain_of(column)).with_depth(DEPTHS[1]);
        let first = net::first_gradients(&deepest, 0, &depths())?;
        numbers.extend(first.into_iter().map(libm::log10));
    }
    Ok(numbers)
}

/// The theory of a column of the map.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    /// χ deep in a net of this gain.
    pub(super) factor: f64,
    /// The decimal logarithm of the first layer's gradient for each row.
    pub(super) first: &'a [f64],
}

/// The theory of all columns; none before it has arrived.
pub(super) fn expected(state: &State) -> Vec<Expected<'_>> {
    let columns = state
        .results(EXPECTED)
        .flat_map(|(_, numbers)| numbers.chunks_exact(1 + ROWS));
    let columns = columns.map(|numbers| Expected {
        factor: numbers[0],
        first: &numbers[1..],
    });
    columns.collect()
}

/// The columns of the map that have arrived, from left to right: the number of each, and the decimal logarithm
/// of the first layer's gradient for each row.
pub(super) fn measured(state: &State) -> Vec<(usize, &[f64])> {
    let parts = state.results(MAP);
    let mut arrived: Vec<_> = parts
        .flat_map(|(part, numbers)| columns_of(part).zip(numbers.chunks_exact(ROWS)))
        .collect();
    arrived.sort_by_key(|(number, _)| *number);
    arrived
}
