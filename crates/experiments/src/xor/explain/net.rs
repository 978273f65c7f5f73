//! Marks of the net that learns.

use popgrad_figures::number::{full, short};

use super::units_of;
use crate::net::{Design, Loss, POINTS, Training, Weights, answer};
use crate::xor::compute::outcome::Outcome;
use crate::xor::compute::run::{self, STEPS, recorded};
use crate::xor::figures::{BROKEN, HERE, inputs, other_id, point_id, weight_id};
use crate::xor::parameters::{ETA, STEP, design};
use crate::xor::strings;
use crate::{Error, Explanation, State};

/// Explains a mark of the net that learns.
pub(in crate::xor) fn net(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let Some(record) = recorded(state)? else {
        return other_run(state, mark);
    };
    let step = state.count(STEP)?;
    let loss = record.loss(step);
    match mark {
        HERE => {
            let outcome = Outcome::of(design(state)?, loss);
            return Ok(Some(Explanation {
                words: strings::explain_here(step, outcome, is_squared(state)?),
                formula: format!("L = {}", full(loss)),
            }));
        }
        BROKEN => return broken(state),
        _ => {}
    }
    for panel in ["point", "hidden"] {
        if let Some(point) = (0..4).find(|&point| point_id(panel, point) == mark) {
            let design = design(state)?;
            return Ok(Some(point_of_net(
                design,
                &record.weights(step),
                point,
                panel,
            )?));
        }
    }
    let size = design(state)?.size();
    match (0..size).find(|&place| weight_id(place) == mark) {
        Some(place) => weight(state, place).map(Some),
        None => other_run(state, mark),
    }
}

fn is_squared(state: &State) -> Result<bool, Error> {
    Ok(design(state)?.loss == Loss::Squared)
}

/// Another run, by its end.
fn other_run(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let mut others = state.results(run::OTHERS);
    let Some((part, losses)) = others.find(|(part, _)| other_id(part + 1) == mark) else {
        return Ok(None);
    };
    let loss = losses.last().copied().unwrap_or(f64::NAN);
    let outcome = Outcome::of(design(state)?, loss);
    Ok(Some(Explanation {
        words: strings::explain_other(run::seed(state, part + 1)?, outcome, is_squared(state)?),
        formula: format!("L = {} at step {}", short(loss), short(STEPS as f64)),
    }))
}

/// One of the four points in the net.
fn point_of_net(
    design: Design,
    weights: &Weights,
    point: usize,
    panel: &str,
) -> Result<Explanation, Error> {
    let answer = answer(design, weights, &POINTS)?;
    let [across, up] = inputs()[point];
    let output = answer.outputs[point];
    let units = units_of(&answer.units, design.hidden, point);
    let target = short(design.targets.values()[point]);
    Ok(Explanation {
        words: if panel == "hidden" {
            strings::explain_hidden_point(&short(across), &short(up))
        } else {
            strings::explain_net_point(across == up, &target)
        },
        formula: format!(
            "h = ({units}), output = {}, target = {target}",
            short(output)
        ),
    })
}

/// A weight, with what the next step adds to it.
fn weight(state: &State, place: usize) -> Result<Explanation, Error> {
    let (design, eta) = (design(state)?, state.get(ETA)?);
    let step = state.count(STEP)?;
    let name = strings::weight(design.hidden, place);
    let (weight, gradient) = slope(state, step, place)?;
    Ok(Explanation {
        words: strings::explain_weight(&name, step),
        formula: format!(
            "next: {} − {}·({}) = {}",
            short(weight),
            short(eta),
            short(gradient),
            short(weight - eta * gradient)
        ),
    })
}

/// A weight of the recorded run at a step, and its gradient there.
fn slope(state: &State, step: usize, place: usize) -> Result<(f64, f64), Error> {
    let design = design(state)?;
    let Some(record) = recorded(state)? else {
        return Ok((f64::NAN, f64::NAN));
    };
    let weights = record.weights(step);
    let gradient = Training::new(design, &weights, [state.get(ETA)?; 2])?.gradient()?;
    Ok((record.weight(step, place), gradient.row()[place]))
}

/// The step at which a weight leaves the range of numbers: which one, and what was subtracted from it.
fn broken(state: &State) -> Result<Option<Explanation>, Error> {
    let design = design(state)?;
    let record = recorded(state)?;
    let Some((record, step)) = record.and_then(|record| Some((record, record.broken()?))) else {
        return Ok(None);
    };
    let lost = (0..design.size()).find(|&place| !record.weight(step, place).is_finite());
    let place = lost.unwrap_or(0);
    let (weight, gradient) = slope(state, (step - 1).max(1), place)?;
    let eta = state.get(ETA)?;
    Ok(Some(Explanation {
        words: strings::explain_broken(&strings::weight(design.hidden, place), step),
        formula: format!(
            "{} − {}·({}) = {}",
            short(weight),
            short(eta),
            short(gradient),
            short(record.weight(step, place))
        ),
    }))
}
