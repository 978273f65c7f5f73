//! Descent and both flows from one start, at the same times.

use super::model::{Descent, Model};
use super::{Loss, Setting};
use crate::{Error, ode};

/// Steps of the run that is followed.
pub(in super::super) const STEPS: usize = 24;
/// How often the step size is halved.
pub(in super::super) const HALVINGS: usize = 5;

/// Beyond this distance from the flow descent is called divergent: the plane is three units wide.
const FAR: f64 = 10.0;

/// Descent and both flows from one start.
pub(in super::super) struct Run {
    pub(in super::super) eta: f64,
    pub(in super::super) descent: Descent,
    pub(in super::super) flow: ode::Trajectory,
    pub(in super::super) modified: ode::Trajectory,
}

/// Distances from descent at one time: to the flow and to the modified flow. Not numbers where there
/// is nothing to measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Gaps {
    pub(in super::super) flow: f64,
    pub(in super::super) modified: f64,
}

impl Run {
    /// So many steps of size `eta`, and both flows up to their end.
    pub(in super::super) fn new(
        model: &mut Model,
        start: &[f64],
        eta: f64,
        steps: usize,
    ) -> Result<Self, Error> {
        let end = eta * steps as f64;
        Ok(Self {
            eta,
            descent: model.descent(start, eta, steps)?,
            flow: model.flow(start, end)?,
            modified: model.modified_flow(start, eta, end)?,
        })
    }

    /// The run that the reader has set.
    pub(in super::super) fn of(setting: &Setting) -> Result<Self, Error> {
        let mut model = Model::new(setting.loss)?;
        Self::new(&mut model, &setting.start, setting.eta, STEPS)
    }

    /// Whether descent ends further from the flow than it could ever be near a minimum, or does not end.
    pub(in super::super) fn diverges(&self) -> bool {
        self.descent.lost.is_some() || self.gaps(STEPS).flow > FAR
    }

    /// When a step has been made.
    pub(in super::super) fn time(&self, step: usize) -> f64 {
        self.eta * step as f64
    }

    /// The distances after a step.
    pub(in super::super) fn gaps(&self, step: usize) -> Gaps {
        let place = self.descent.places.get(step);
        let to = |path: &ode::Trajectory| match (place, path.at(self.time(step))) {
            (Some(place), Some(other)) => distance(place, &other),
            _ => f64::NAN,
        };
        Gaps {
            flow: to(&self.flow),
            modified: to(&self.modified),
        }
    }
}

/// The distances at the end of so many steps of size `eta`, of twice as many of half the size, and so
/// on: step size and distances.
pub(in super::super) fn halved(
    loss: Loss,
    start: &[f64],
    eta: f64,
    steps: usize,
) -> Result<Vec<(f64, Gaps)>, Error> {
    let mut model = Model::new(loss)?;
    let end = eta * steps as f64;
    let flow = model.flow(start, end)?.at(end);
    (0..HALVINGS)
        .map(|halving| {
            let parts = 1_usize << halving;
            let eta = eta / parts as f64;
            let descent = model.descent(start, eta, parts * steps)?;
            let modified = model.modified_flow(start, eta, end)?.at(end);
            let place = descent.places.get(parts * steps);
            let to = |other: &Option<Vec<f64>>| match (place, other) {
                (Some(place), Some(other)) => distance(place, other),
                _ => f64::NAN,
            };
            let gaps = Gaps {
                flow: to(&flow),
                modified: to(&modified),
            };
            Ok((eta, gaps))
        })
        .collect()
}

/// The distance of two places.
pub(in super::super) fn distance(one: &[f64], other: &[f64]) -> f64 {
    let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
    libm::sqrt(squares.fold(0.0, |total, square| total + square))
}
