//! What each mark is, with its formula.

use popgrad_figures::number::{full, short};

use super::compute::outcome::Outcome;
use super::compute::run::{self, STEPS, recorded};
use super::compute::success::{GAINS, Rate, rates};
use super::figures::{
    BROKEN, HANDLES, HERE, PANELS, YOURS, inputs, other_id, outcome_id, point_id, rate_id, step_id,
    stops, weight_id,
};
use super::parameters::{self, ETA, OUTPUT, RATE, STEP, design};
use super::strings;
use crate::net::{Design, Loss, POINTS, Training, answer};
use crate::{Error, Explanation, State};

/// Explains a mark of the reader's line.
pub(super) fn line(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let line = parameters::line(state)?;
    if let Some(which) = HANDLES.iter().position(|&id| id == mark) {
        let across = ["−1", "1"][which];
        let height = [line.left, line.right][which];
        return Ok(Some(Explanation {
            words: strings::explain_handle(across),
            formula: format!("x₂ = {} at x₁ = {across}", short(height)),
        }));
    }
    if mark == YOURS {
        return Ok(Some(Explanation {
            words: strings::explain_yours(line.count()),
            formula: format!("a = {}, b = {}", short(line.left), short(line.right)),
        }));
    }
    let point = (0..4).find(|&point| point_id("point", point) == mark);
    Ok(point.map(|point| {
        let [across, up] = inputs()[point];
        let height = line.height(across);
        let side = if up > height { "above" } else { "below" };
        let is_right = line.right()[point];
        Explanation {
            words: if state.guess().hides() {
                strings::explain_target(across == up)
            } else {
                strings::explain_point(across == up, side, is_right)
            },
            formula: format!(
                "{} − ({}) = {}",
                short(up),
                short(height),
                short(up - height)
            ),
        }
    }))
}

/// Explains a step of the linear model.
pub(super) fn descent(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let stops = stops(state)?;
    let rate = short(state.get(RATE)?);
    let of = |panel: &str| (0..stops.len()).find(|&step| step_id(panel, step) == mark);
    if let Some(step) = of("loss") {
        let stop = &stops[step];
        return Ok(Some(Explanation {
            words: strings::explain_line_loss(step),
            formula: format!("L = {}", full(stop.loss)),
        }));
    }
    Ok(of("weights").map(|step| {
        let stop = &stops[step];
        let pair = |row: &[f64]| format!("({}, {})", short(row[0]), short(row[1]));
        let (weights, gradient) = (pair(&stop.weights), pair(&stop.gradient));
        let is_squared = matches!(design(state).map(|design| design.loss), Ok(Loss::Squared));
        let theory = if is_squared {
            let twice = [2.0 * stop.weights[0], 2.0 * stop.weights[1]];
            format!("; 2·w = {}", pair(&twice))
        } else {
            String::new()
        };
        Explanation {
            words: strings::explain_step(step, is_squared),
            formula: format!(
                "w = {weights}, gradient = {gradient}{theory}; next w − {rate}·gradient"
            ),
        }
    }))
}

/// Explains a mark of the net that learns.
pub(super) fn net(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
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
    weights: &crate::net::Weights,
    point: usize,
    panel: &str,
) -> Result<Explanation, Error> {
    let answer = answer(design, weights, &POINTS)?;
    let [across, up] = inputs()[point];
    let output = answer.outputs[point];
    let units: Vec<_> = answer.units[point * design.hidden..][..design.hidden]
        .iter()
        .map(|unit| short(*unit))
        .collect();
    let target = short(design.targets.values()[point]);
    Ok(Explanation {
        words: if panel == "hidden" {
            strings::explain_hidden_point(&short(across), &short(up))
        } else {
            strings::explain_net_point(across == up, &target)
        },
        formula: format!(
            "h = ({}), output = {}, target = {target}",
            units.join(", "),
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

/// Explains a point that the plane's bending has moved.
pub(super) fn fold(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let found = PANELS.iter().enumerate().find_map(|(panel, id)| {
        let point = (0..4).find(|&point| point_id(id, point) == mark)?;
        Some((panel, point))
    });
    let Some((panel, point)) = found else {
        return Ok(None);
    };
    let [across, up] = inputs()[point];
    if panel == 2 {
        return Ok(Some(Explanation {
            words: strings::EXPLAIN_PRODUCT.to_owned(),
            formula: format!(
                "x₁·x₂ = {} · {} = {}",
                short(across),
                short(up),
                short(across * up)
            ),
        }));
    }
    let Some(record) = recorded(state)? else {
        return Ok(None);
    };
    let weights = record.weights(state.count(STEP)?);
    let mut design = design(state)?;
    design.tanh_hidden &= panel == 0;
    let units = answer(design, &weights, &POINTS)?.units;
    let units: Vec<_> = units[point * design.hidden..][..design.hidden]
        .iter()
        .map(|unit| short(*unit))
        .collect();
    Ok(Some(Explanation {
        words: strings::explain_fold(panel == 0, &short(across), &short(up)),
        formula: format!("h = ({})", units.join(", ")),
    }))
}

/// Explains a share of runs.
pub(super) fn success(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    for tanh_output in [false, true] {
        for rate in rates(state, tanh_output)? {
            if rate_id(tanh_output, rate.gain) == mark {
                return Ok(Some(explain_rate(&rate)));
            }
        }
    }
    for rate in rates(state, state.count(OUTPUT)? == 1)? {
        let mut outcomes = Outcome::ALL.into_iter();
        if let Some(outcome) = outcomes.find(|outcome| outcome_id(*outcome, rate.gain) == mark) {
            return Ok(Some(Explanation {
                words: strings::explain_outcome(outcome),
                formula: share(&rate, outcome),
            }));
        }
    }
    Ok(None)
}

fn explain_rate(rate: &Rate) -> Explanation {
    let [low, high] = rate.interval().map(short);
    Explanation {
        words: strings::explain_rate(&short(GAINS[rate.gain]), &low, &high, rate.first_failure),
        formula: share(rate, Outcome::Learnt),
    }
}

fn share(rate: &Rate, outcome: Outcome) -> String {
    format!(
        "{} / {} = {}",
        rate.count(outcome),
        rate.runs(),
        strings::percent(rate.percent(outcome))
    )
}
