//! The catapult, `L = (uv − 1)²/2` from (3, 0.1): a valley whose sharpness changes along it.

use std::sync::OnceLock;

use popgrad::PopulationNode;

use super::super::loss::Loss;
use crate::Error;

/// Where every run begins.
pub(in super::super) const START: [f64; 2] = [3.0, 0.1];
/// Steps of a run that is drawn.
pub(in super::super) const DRAWN: usize = 40;
/// Steps after which a run has ended.
const LONG: usize = 2000;
/// A run has diverged when its loss passes this.
const LOST: f64 = 1e12;
/// Between these steps the measured limit lies.
const AROUND: [f64; 2] = [0.4, 0.5];
/// Steps of the scan.
const SCANNED: usize = 120;

/// A run that is drawn.
#[derive(Clone, Debug)]
pub(in super::super) struct Run {
    /// The places `(u, v)` before each step.
    pub(in super::super) places: Vec<[f64; 2]>,
    /// The loss at each.
    pub(in super::super) losses: Vec<f64>,
}

fn loss() -> Result<Loss, Error> {
    let [u, v] = [
        PopulationNode::try_new(START[0])?,
        PopulationNode::try_new(START[1])?,
    ];
    let error = u.try_mul(&v)?.try_sub(&PopulationNode::try_new(1.0)?)?;
    let half = PopulationNode::try_new(0.5)?;
    let loss = half.try_mul(&error.try_square()?)?.try_sum()?;
    Loss::record(&loss, &[&u, &v])
}

/// The first [`DRAWN`] steps.
pub(in super::super) fn run(step: f64) -> Result<Run, Error> {
    let mut loss = loss()?;
    let descent = loss.descent(step)?;
    let (mut places, mut losses) = (Vec::new(), Vec::new());
    for _ in 0..=DRAWN {
        places.push([loss.leaf(0)?[0], loss.leaf(1)?[0]]);
        losses.push(loss.value()?);
        loss.descend(&descent, 1)?;
    }
    Ok(Run { places, losses })
}

/// The sharpness at the start.
pub(in super::super) fn first_sharpness() -> Result<f64, Error> {
    let mut loss = loss()?;
    let mut hessian = loss.hessian()?;
    Ok(loss.sharpness(&mut hessian)?.value)
}

/// The sharpness at the end of a long run; infinite where it has diverged.
pub(in super::super) fn last_sharpness(step: f64) -> Result<f64, Error> {
    let mut loss = loss()?;
    let descent = loss.descent(step)?;
    for _ in 0..LONG / 100 {
        loss.descend(&descent, 100)?;
        let value = loss.value()?;
        if value.is_nan() || value > LOST {
            return Ok(f64::INFINITY);
        }
    }
    let mut hessian = loss.hessian()?;
    Ok(loss.sharpness(&mut hessian)?.value)
}

/// The largest step from which the run still ends, measured by halving. No parameter moves it.
pub(in super::super) fn limit() -> Result<f64, Error> {
    static LIMIT: OnceLock<f64> = OnceLock::new();
    if let Some(limit) = LIMIT.get() {
        return Ok(*limit);
    }
    let [mut low, mut high] = AROUND;
    while high - low > 1e-6 {
        let middle = (low + high) / 2.0;
        if last_sharpness(middle)?.is_finite() {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(*LIMIT.get_or_init(|| low))
}

/// Step size and sharpness at the end, for a row of steps. No parameter moves it.
pub(in super::super) fn scan() -> Result<&'static [[f64; 2]], Error> {
    static SCAN: OnceLock<Vec<[f64; 2]>> = OnceLock::new();
    if let Some(scan) = SCAN.get() {
        return Ok(scan);
    }
    let step = |index: usize| 0.5 * (index as f64 + 1.0) / SCANNED as f64;
    let row: Result<Vec<_>, Error> = (0..SCANNED)
        .map(|index| Ok([step(index), last_sharpness(step(index))?]))
        .collect();
    let row = row?;
    Ok(SCAN.get_or_init(|| row))
}

/// The first step after which a place is not finite, and the last finite `(u, v)`; `None` if there is none.
pub(in super::super) fn lost(step: f64) -> Result<Option<(usize, [f64; 2])>, Error> {
    let places = run(step)?.places;
    let is_lost = |[u, v]: &[f64; 2]| !u.is_finite() || !v.is_finite();
    let lost = places.iter().position(is_lost).filter(|lost| *lost > 0);
    Ok(lost.map(|lost| (lost, places[lost - 1])))
}
