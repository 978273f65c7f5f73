//! A valley with two curvatures, `L = ½(λmin·x² + λmax·y²)`, with and without momentum.

use popgrad::PopulationNode;

use super::super::loss::Loss;
use crate::Error;

/// Where every run begins: far out along the flat direction, up the steep one.
pub(in super::super) const START: [f64; 2] = [-1.0, 0.5];
/// Steps over which the period of a swing is measured.
const MEASURED: usize = 400;

/// What decides a run.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Setting {
    /// λmin and λmax.
    pub(in super::super) curvatures: [f64; 2],
    /// The step size η.
    pub(in super::super) step: f64,
    /// The momentum β; 0 for plain gradient descent.
    pub(in super::super) momentum: f64,
}

impl Setting {
    /// The best step without momentum: both directions shrink by the same factor.
    pub(in super::super) fn best_step(&self) -> f64 {
        2.0 / (self.curvatures[0] + self.curvatures[1])
    }

    /// By theory, what one step without momentum leaves of the slower direction.
    pub(in super::super) fn slowest(&self, step: f64) -> f64 {
        let [flat, steep] = self
            .curvatures
            .map(|curvature| (1.0 - step * curvature).abs());
        flat.max(steep)
    }

    /// The period in steps of the swing along a direction, by theory: the roots of
    /// `z² − (1 + β − ηλ)·z + β` are `√β·e^(±iω)`. `None` where they are real.
    pub(in super::super) fn period(&self, direction: usize) -> Option<f64> {
        let cosine = self.middle(direction) / (2.0 * libm::sqrt(self.momentum));
        let turns = self.momentum > 0.0 && cosine.abs() < 1.0;
        turns.then(|| 2.0 * std::f64::consts::PI / libm::acos(cosine))
    }

    /// Whether every step goes to the other side of the minimum along a direction: both roots are negative.
    pub(in super::super) fn alternates(&self, direction: usize) -> bool {
        self.middle(direction) < 0.0 && self.period(direction).is_none()
    }

    /// The sum of the two roots.
    fn middle(&self, direction: usize) -> f64 {
        1.0 + self.momentum - self.step * self.curvatures[direction]
    }
}

/// The places before each of so many steps, and after the last.
pub(in super::super) fn path(setting: &Setting, steps: usize) -> Result<Vec<[f64; 2]>, Error> {
    let mut loss = loss(setting.curvatures)?;
    let mut here = START;
    let mut before = START;
    let mut path = Vec::with_capacity(steps + 1);
    for _ in 0..=steps {
        path.push(here);
        loss.set(0, &here)?;
        let gradient = loss.gradient(0)?;
        let next = [0, 1].map(|direction| {
            let drift = setting.momentum * (here[direction] - before[direction]);
            here[direction] - setting.step * gradient[direction] + drift
        });
        (before, here) = (here, next);
    }
    Ok(path)
}

/// The loss over the plane.
pub(in super::super) fn height(curvatures: [f64; 2], [x, y]: [f64; 2]) -> f64 {
    0.5 * (curvatures[0] * x * x + curvatures[1] * y * y)
}

/// The period in steps of the swing along a direction: measured between the places where a run crosses 0,
/// and by theory. `None` if theory has none, or if the run crosses 0 fewer than three times.
pub(in super::super) fn periods(
    setting: &Setting,
    direction: usize,
) -> Result<Option<[f64; 2]>, Error> {
    let Some(theory) = setting.period(direction) else {
        return Ok(None);
    };
    let measured = measured_period(setting, direction)?;
    Ok(measured.map(|measured| [measured, theory]))
}

fn measured_period(setting: &Setting, direction: usize) -> Result<Option<f64>, Error> {
    // The swing shrinks by √β a step: scaled back, crossings lie where straight lines meet 0.
    let shrink = libm::sqrt(setting.momentum);
    let mut scale = 1.0;
    let mut heights = Vec::with_capacity(MEASURED);
    for place in path(setting, MEASURED)? {
        heights.push(place[direction] / scale);
        scale *= shrink;
    }
    let pairs = heights.windows(2).enumerate();
    let crossings: Vec<f64> = pairs
        .filter(|(_, pair)| pair[0] * pair[1] < 0.0)
        .map(|(step, pair)| step as f64 + pair[0] / (pair[0] - pair[1]))
        .collect();
    let [first, .., last] = crossings[..] else {
        return Ok(None);
    };
    let halves = (crossings.len() - 1) as f64;
    Ok((halves >= 2.0).then(|| 2.0 * (last - first) / halves))
}

fn loss(curvatures: [f64; 2]) -> Result<Loss, Error> {
    let place = PopulationNode::try_new(START.to_vec())?;
    let halves = PopulationNode::try_new(curvatures.map(|curvature| 0.5 * curvature).to_vec())?;
    let loss = halves.try_mul(&place.try_square()?)?.try_sum()?;
    Loss::record(&loss, &[&place])
}
