//! What the flow of a product conserves, and descent does not.

use super::model::{Lost, Model};
use super::run::STEPS;
use super::{Loss, Setting, Surface};
use crate::Error;

/// u² − v² along descent and along the flow, for L = (uv − y)²/2.
pub(in super::super) struct Leak {
    pub(in super::super) eta: f64,
    pub(in super::super) steps: Vec<Kept>,
    pub(in super::super) lost: Option<Lost>,
}

/// What is left after a step.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Kept {
    /// When the step has been made.
    pub(in super::super) time: f64,
    /// u² − v² of descent.
    pub(in super::super) descent: f64,
    /// u² − v² of the flow.
    pub(in super::super) flow: f64,
    /// The error uv − y there, which makes the next step leak.
    pub(in super::super) error: f64,
}

impl Leak {
    /// Along the run that the reader has set, with that start and target.
    pub(in super::super) fn of(setting: &Setting) -> Result<Self, Error> {
        let Setting {
            target,
            corner,
            eta,
            ..
        } = setting;
        let mut model = Model::new(Loss::Surface(Surface::Product { target: *target }))?;
        let descent = model.descent(corner, *eta, STEPS)?;
        let flow = model.flow(corner, eta * STEPS as f64)?;
        let steps = descent.places.iter().enumerate().map(|(step, place)| {
            let time = eta * step as f64;
            Kept {
                time,
                descent: conserved(place),
                flow: flow.at(time).map_or(f64::NAN, |place| conserved(&place)),
                error: place[0] * place[1] - target,
            }
        });
        Ok(Self {
            eta: *eta,
            steps: steps.collect(),
            lost: descent.lost,
        })
    }
}

fn conserved(place: &[f64]) -> f64 {
    place[0] * place[0] - place[1] * place[1]
}
