//! The numbers of the texts.

use popgrad_figures::number::short;

use super::compute::descent::{Features, descend};
use super::compute::outcome::Outcome;
use super::compute::success::{self, GAINS, Rate, rates};
use super::parameters::{self, HIDDEN, design};
use crate::net::{Design, Loss, Targets};
use crate::{Error, Numbers, State};

/// Steps after which a line has come to rest, and their size.
const REST: usize = 200;
const STEP_SIZE: f64 = 0.1;
/// A line has learnt when its loss is below this.
const LEARNT: f64 = 1e-3;

const LINEAR: [&str; 5] = ["linear_1", "linear_2", "linear_3", "linear_4", "linear_5"];
const TANH: [&str; 5] = ["tanh_1", "tanh_2", "tanh_3", "tanh_4", "tanh_5"];

/// Every number, computed for the state at the start.
pub(super) fn computed(mut state: State) -> Result<Numbers, Error> {
    let mut numbers = lines(&state)?;
    let job = success::job(&state);
    for part in 0..job.parts {
        let losses = success::part(&state, part)?;
        state.receive(job.id, &job.key, part, losses)?;
    }
    let [linear, tanh] = [rates(&state, false)?, rates(&state, true)?];
    for (names, rates) in [(LINEAR, &linear), (TANH, &tanh)] {
        let percents = rates
            .iter()
            .map(|rate| short(rate.percent(Outcome::Learnt)));
        numbers.extend(names.into_iter().zip(percents));
    }
    let failed = |rate: &Rate| rate.runs() - rate.count(Outcome::Learnt);
    let all = linear.iter().chain(&tanh);
    let corner: usize = all.map(|rate| rate.count(Outcome::Corner)).sum();
    let (first, last) = (&linear[0], &linear[GAINS.len() - 1]);
    numbers.extend([
        ("failed_1", failed(first).to_string()),
        ("line_1", first.count(Outcome::Line).to_string()),
        ("failed_5", failed(last).to_string()),
        ("half_5", last.count(Outcome::Half).to_string()),
        (
            "corner_two",
            if corner == 0 {
                "none".to_owned()
            } else {
                corner.to_string()
            },
        ),
        ("corner_one", one_unit(state)?.to_string()),
    ]);
    Ok(numbers)
}

/// What is said of lines.
fn lines(state: &State) -> Result<Numbers, Error> {
    let start = parameters::line(state)?.weights();
    let plain = design(state)?;
    let rest = |design: Design| -> Result<_, Error> {
        let mut stops = descend(design, Features::Inputs, &start, STEP_SIZE, REST)?;
        Ok(stops.swap_remove(REST))
    };
    let signed = rest(plain)?;
    let zero_one = rest(Design {
        targets: Targets::ZeroOne,
        ..plain
    })?;
    let logistic = rest(Design {
        loss: Loss::Logistic,
        ..plain
    })?;
    let with_product = [start[0], start[1], 0.0, start[2]];
    let stops = descend(plain, Features::WithProduct, &with_product, STEP_SIZE, REST)?;
    let learnt = stops.iter().position(|stop| stop.loss < LEARNT);
    Ok(vec![
        ("line_loss", short(signed.loss)),
        ("line_bias", short(zero_one.weights[2])),
        ("line_loss_01", short(zero_one.loss)),
        ("line_loss_logistic", short(logistic.loss)),
        (
            "product_steps",
            short(learnt.map_or(f64::NAN, |step| step as f64)),
        ),
    ])
}

/// How many of the runs with one unit end with one corner cut off, at size 1.
fn one_unit(mut state: State) -> Result<usize, Error> {
    state.set(HIDDEN, 1.0)?;
    let job = success::job(&state);
    let middle = GAINS.len() / 2;
    for part in (middle..job.parts).step_by(2 * GAINS.len()) {
        let losses = success::part(&state, part)?;
        state.receive(job.id, &job.key, part, losses)?;
    }
    let rates = rates(&state, false)?;
    Ok(rates.iter().map(|rate| rate.count(Outcome::Corner)).sum())
}
