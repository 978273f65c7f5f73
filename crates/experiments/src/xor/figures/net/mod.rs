//! The figure of the net that learns: where it draws its border, where the hidden layer puts the four
//! points, its loss and its weights.

mod loss;
mod planes;
mod weights;

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Figure};

use crate::net::{Design, POINTS, Weights, answer};
use crate::xor::compute::outcome::Outcome;
use crate::xor::compute::record::Record;
use crate::xor::compute::run::{self, STEPS, recorded};
use crate::xor::parameters::{ETA, STEP, design};
use crate::xor::strings;
use crate::{Error, State};

pub(in crate::xor) use loss::{BROKEN, HERE, other_id};
pub(super) use planes::{lost, places, separating, unit_axes};
pub(in crate::xor) use weights::weight_id;

/// Id of the figure.
pub(super) const NET: &str = "xor-net";

/// The net at the step that is shown.
pub(super) struct Moment<'a> {
    pub(super) design: Design,
    pub(super) record: Record<'a>,
    pub(super) step: usize,
    pub(super) weights: Weights,
    /// The units over the four points, row by row.
    pub(super) units: Vec<f64>,
    pub(super) outputs: Vec<f64>,
}

impl<'a> Moment<'a> {
    /// The moment of the recorded run that the reader looks at, once the run has arrived.
    pub(super) fn of(state: &'a State) -> Result<Option<Self>, Error> {
        let Some(record) = recorded(state)? else {
            return Ok(None);
        };
        let design = design(state)?;
        let step = state.count(STEP)?;
        let weights = record.weights(step);
        let answer = answer(design, &weights, &POINTS)?;
        Ok(Some(Self {
            design,
            record,
            step,
            weights,
            units: answer.units,
            outputs: answer.outputs,
        }))
    }

    /// Whether the net answers with numbers.
    pub(super) fn is_finite(&self) -> bool {
        self.outputs.iter().all(|output| output.is_finite())
    }

    /// Which of the four points are not answered wrongly; what is no number is not judged.
    pub(super) fn right(&self) -> [bool; 4] {
        if !self.is_finite() {
            return [true; 4];
        }
        let targets = self.design.targets.values();
        let middle = self.design.middle();
        [0, 1, 2, 3].map(|point| match targets[point] {
            1.0 => self.outputs[point] > middle,
            _ => self.outputs[point] < middle,
        })
    }
}

/// One run, step by step.
pub(in crate::xor) fn figure(state: &State) -> Result<Figure, Error> {
    let moment = Moment::of(state)?;
    Ok(
        Figure::new(NET, title(state, moment.as_ref())?, strings::NET_SUBTITLE)
            .with_caption(strings::net_caption(
                state.count(crate::xor::parameters::HIDDEN)?,
            ))
            .with(planes::field(state, moment.as_ref())?)
            .with(planes::hidden(state, moment.as_ref())?)
            .with(loss::panel(state, moment.as_ref())?)
            .with(weights::panel(moment.as_ref())),
    )
}

/// The claim of what is shown.
fn title(state: &State, moment: Option<&Moment<'_>>) -> Result<String, Error> {
    let Some(moment) = moment else {
        return Ok(strings::NET_TITLE.to_owned());
    };
    if let Some(step) = moment.record.broken() {
        return Ok(strings::broken_title(&short(state.get(ETA)?), step));
    }
    let right = moment.right().into_iter().filter(|right| *right).count();
    let is_end = moment.step == moment.record.steps();
    let outcome = Outcome::of(moment.design, moment.record.loss(moment.step));
    Ok(match (right, is_end) {
        (4, _) if moment.design.hidden > 2 => strings::WIDE_NET_TITLE.to_owned(),
        (4, _) => strings::NET_TITLE.to_owned(),
        (_, true) => strings::standing_title(&short(moment.record.loss(moment.step)), outcome),
        _ => strings::early_title(moment.step, right),
    })
}

/// The axis of steps.
fn steps_axis() -> Axis {
    Axis::log10(strings::STEPS_AXIS, [1.0, STEPS as f64])
}

/// The stops up to a step, and that step.
fn stops_until(step: usize) -> Vec<usize> {
    let mut stops: Vec<_> = run::stops()
        .iter()
        .copied()
        .filter(|&stop| stop < step)
        .collect();
    stops.push(step);
    stops
}
