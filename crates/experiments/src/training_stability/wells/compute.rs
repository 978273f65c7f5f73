//! Two wells, `L = (x² − 1)²/4`: gradient descent as an iterated map whose step size is turned up.

use std::sync::OnceLock;

use popgrad::PopulationNode;

use super::super::loss::Loss;
use crate::Error;

/// Where every run begins.
pub(in super::super) const START: f64 = 0.5;
/// Step sizes across the diagram, from the first to the last.
pub(in super::super) const STEPS: [f64; 2] = [0.5, 2.1];
/// Heights of the diagram.
pub(in super::super) const REACH: [f64; 2] = [-1.6, 1.6];
/// Cells of the diagram, across and upwards.
pub(in super::super) const CELLS: [usize; 2] = [240, 120];
/// Steps that are made before anything is drawn, and steps that are drawn.
const SETTLING: usize = 400;
const DRAWN: usize = 1500;
/// The longest period that is looked for, after so many steps.
const LONGEST_PERIOD: usize = 64;
const LONG: usize = 5_000;
/// Two places are the same within this.
const SAME: f64 = 1e-6;

/// Where period 2, period 4, hopping between the wells and divergence begin, by theory.
pub(in super::super) fn landmarks() -> [f64; 4] {
    let (root_3, root_5) = (libm::sqrt(3.0), libm::sqrt(5.0));
    [1.0, root_5 - 1.0, 1.5 * root_3 - 1.0, 2.0]
}

/// Many runs side by side, each with its own step size: one population on one tape.
struct Runs {
    loss: Loss,
    places: Vec<f64>,
    steps: Vec<f64>,
}

impl Runs {
    fn new(steps: Vec<f64>) -> Result<Self, Error> {
        let places = vec![START; steps.len()];
        let x = PopulationNode::try_new(places.clone())?;
        let error = x.try_square()?.try_sub(&PopulationNode::try_new(1.0)?)?;
        let quarter = PopulationNode::try_new(0.25)?;
        let loss = quarter.try_mul(&error.try_square()?)?.try_sum()?;
        Ok(Self {
            loss: Loss::record(&loss, &[&x])?,
            places,
            steps,
        })
    }

    fn advance(&mut self) -> Result<(), Error> {
        let gradient = self.loss.gradient(0)?;
        let moved = self.places.iter_mut().zip(&self.steps).zip(gradient);
        for ((place, step), slope) in moved {
            *place -= step * slope;
        }
        self.loss.set(0, &self.places)
    }
}

/// How often each cell of the diagram was visited, row by row from below, as the whole part of the
/// logarithm of one more to the base 4: chaos has no shades that mean something. Not a number where the run has diverged. No parameter moves it: it is computed once.
pub(in super::super) fn diagram() -> Result<&'static [f64], Error> {
    static DIAGRAM: OnceLock<Vec<f64>> = OnceLock::new();
    if let Some(diagram) = DIAGRAM.get() {
        return Ok(diagram);
    }
    let [columns, rows] = CELLS;
    let width = (STEPS[1] - STEPS[0]) / columns as f64;
    let steps = (0..columns).map(|column| STEPS[0] + (column as f64 + 0.5) * width);
    let mut runs = Runs::new(steps.collect())?;
    let mut visits = vec![0_u32; columns * rows];
    for step in 0..SETTLING + DRAWN {
        runs.advance()?;
        if step < SETTLING {
            continue;
        }
        for (column, place) in runs.places.iter().enumerate() {
            let row = (place - REACH[0]) / (REACH[1] - REACH[0]) * rows as f64;
            if (0.0..rows as f64).contains(&row) {
                visits[row as usize * columns + column] += 1;
            }
        }
    }
    let shade = |(cell, count): (usize, u32)| {
        if runs.places[cell % columns].is_finite() {
            (libm::log2(f64::from(count) + 1.0) / 2.0).floor()
        } else {
            f64::NAN
        }
    };
    let shades = visits.into_iter().enumerate().map(shade);
    Ok(DIAGRAM.get_or_init(|| shades.collect()))
}

/// The places before each of so many steps, and after the last.
pub(in super::super) fn orbit(step: f64, steps: usize) -> Result<Vec<f64>, Error> {
    let mut runs = Runs::new(vec![step])?;
    let mut orbit = vec![START];
    for _ in 0..steps {
        runs.advance()?;
        orbit.push(runs.places[0]);
    }
    Ok(orbit)
}

/// Where a run stands after its first steps.
pub(in super::super) fn late_place(step: f64) -> Result<f64, Error> {
    Ok(orbit(step, SETTLING)?[SETTLING])
}

/// What becomes of a run in the long term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Fate {
    /// It repeats after so many steps.
    Repeats(usize),
    /// It does not repeat within [`LONGEST_PERIOD`] steps.
    Wanders {
        /// Whether it visits both wells.
        hops: bool,
    },
    /// It leaves the numbers of the machine, at this step.
    Diverges(usize),
}

/// What becomes of a run in the long term, measured.
pub(in super::super) fn fate(step: f64) -> Result<Fate, Error> {
    let orbit = orbit(step, LONG)?;
    if let Some(lost) = orbit.iter().position(|place| !place.is_finite()) {
        return Ok(Fate::Diverges(lost));
    }
    let late = &orbit[LONG - 4 * LONGEST_PERIOD..];
    let repeats = |period: &usize| {
        let pairs = late.iter().zip(&late[*period..]);
        pairs.into_iter().all(|(a, b)| (a - b).abs() < SAME)
    };
    Ok(match (1..=LONGEST_PERIOD).find(repeats) {
        Some(period) => Fate::Repeats(period),
        None => Fate::Wanders {
            hops: late.iter().any(|place| *place < 0.0) && late.iter().any(|place| *place > 0.0),
        },
    })
}

/// How fast neighbouring runs part: the mean of `ln |1 − η·L″|` along each run, with `L″` from exact
/// Hessian-vector products. Above 0 it is chaos.
pub(in super::super) fn exponents(steps: &[f64], drawn: usize) -> Result<Vec<f64>, Error> {
    let mut runs = Runs::new(steps.to_vec())?;
    for _ in 0..SETTLING {
        runs.advance()?;
    }
    let mut hessian = runs.loss.hessian()?;
    let ones = vec![1.0; steps.len()];
    let mut curvatures = vec![0.0; steps.len()];
    let mut sums = vec![0.0; steps.len()];
    for _ in 0..drawn {
        runs.loss.product(&mut hessian, &ones, &mut curvatures)?;
        for ((sum, step), curvature) in sums.iter_mut().zip(steps).zip(&curvatures) {
            *sum += libm::log((1.0 - step * curvature).abs());
        }
        runs.advance()?;
    }
    Ok(sums.into_iter().map(|sum| sum / drawn as f64).collect())
}

/// The smallest step size of a fine row whose runs part: where chaos begins, to three decimals. No
/// parameter moves it.
pub(in super::super) fn chaos() -> Result<f64, Error> {
    static CHAOS: OnceLock<f64> = OnceLock::new();
    if let Some(chaos) = CHAOS.get() {
        return Ok(*chaos);
    }
    let steps: Vec<f64> = (0..=80)
        .map(|step| 1.28 + 0.0005 * f64::from(step))
        .collect();
    let exponents = exponents(&steps, 4000)?;
    let first = exponents.iter().position(|exponent| *exponent > 0.005);
    Ok(*CHAOS.get_or_init(|| first.map_or(f64::NAN, |index| steps[index])))
}
