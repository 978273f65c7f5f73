//! Descent and both flows from one start, at the same times.

use super::model::{Descent, Model};
use super::{Loss, Setting};
use crate::{Error, ode};

/// Steps of the run that is followed.
pub(in super::super) const STEPS: usize = 24;

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

/// The distances after each of so many steps of size `eta`, for a run whose steps have been halved so often:
/// at the same times, after more steps.
pub(in super::super) fn halved(
    loss: Loss,
    start: &[f64],
    eta: f64,
    steps: usize,
    halvings: usize,
) -> Result<Vec<Gaps>, Error> {
    let parts = 1_usize << halvings;
    let mut model = Model::new(loss)?;
    let run = Run::new(&mut model, start, eta / parts as f64, parts * steps)?;
    Ok((1..=steps).map(|step| run.gaps(parts * step)).collect())
}

/// The distance of two places.
pub(in super::super) fn distance(one: &[f64], other: &[f64]) -> f64 {
    let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
    libm::sqrt(squares.fold(0.0, |total, square| total + square))
}
