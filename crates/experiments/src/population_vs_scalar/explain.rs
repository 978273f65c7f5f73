//! What each mark is, with its formula.

use popgrad_figures::number::{short, with_digits};

use super::compute::{self, units_at};
use super::depth_figure::{MEAN_SQUARE, PREDICTED, TYPICAL, power_of_ten};
use super::noise_figure::{SPREADS, nearest_stop};
use super::parameters::{NET, UNITS};
use super::units_figure::{EACH, TOTAL, unit_id};
use super::{depth, strings};
use crate::{Error, Explanation, State};

/// Explains a mark of the units.
pub(super) fn shared(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let (units, input) = compute::units(state)?;
    let each = compute::unit_gradients(input, 1)?[0];
    let (printed, value) = (short(each), with_digits(libm::tanh(input), 4));
    if mark == TOTAL {
        let total: f64 = compute::unit_gradients(input, units)?.iter().sum();
        return Ok(Some(Explanation {
            words: strings::explain_total(units),
            formula: format!("{units} · {printed} = {}", short(total)),
        }));
    }
    let unit = (0..units).find(|&unit| unit_id(unit) == mark);
    let words = match unit {
        Some(unit) => strings::explain_unit(unit + 1, &printed),
        None if mark == EACH => strings::explain_each(units, &printed),
        None => return Ok(None),
    };
    let x = short(input);
    Ok(Some(Explanation {
        words,
        formula: format!("1 − tanh²({x}) = 1 − ({value})² = {printed}"),
    }))
}

/// Explains a mark of the spreads.
pub(super) fn noise(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let runs = compute::runs(state);
    let Some(which) = SPREADS.iter().position(|&id| id == mark) else {
        return Ok(None);
    };
    if runs.len() < 2 {
        return Ok(None);
    }
    let spreads = compute::spreads(&runs, which);
    let stop = nearest_stop(state.count(UNITS)?);
    let (one, many) = (spreads[0][1], spreads[stop][1]);
    let units = units_at(stop);
    let law = short(one / libm::sqrt(units as f64));
    Ok(Some(Explanation {
        words: strings::explain_spread(which, units, runs.len(), &short(many)),
        formula: format!("theory: {} / √{units} = {law}", short(one)),
    }))
}

/// Explains a mark of the traces.
pub(super) fn depth(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    if mark == PREDICTED {
        return Ok(state.guess().value().map(|answer| Explanation {
            words: strings::EXPLAIN_PREDICTED.to_owned(),
            formula: format!("10^({}) = {}", short(answer), power_of_ten(answer)),
        }));
    }
    let traces = depth::arrived(state);
    if traces.is_empty() {
        return Ok(None);
    }
    let course = match mark {
        TYPICAL => depth::typical(&traces),
        MEAN_SQUARE => depth::root_mean_square(&traces),
        _ => return Ok(None),
    };
    let end = course[depth::LAYERS][1];
    let measured = short(libm::exp10(end));
    let width = depth::width(state)?;
    let theory = theory(mark, width, state.is_on(NET)?);
    Ok(Some(Explanation {
        words: strings::explain_course(mark == TYPICAL, traces.len(), &measured),
        formula: theory.unwrap_or_else(|| format!("norm after 50 layers = {measured}")),
    }))
}

/// What the theory of a linear net says after all layers.
fn theory(mark: &str, width: usize, is_tanh: bool) -> Option<String> {
    if is_tanh {
        return None;
    }
    if mark != TYPICAL {
        return Some("theory: √E‖g‖² = 1 at every layer".to_owned());
    }
    let factor = depth::typical_factor(width);
    let end = libm::exp10(depth::LAYERS as f64 * libm::log10(factor));
    Some(format!(
        "theory: {}^50 = {}",
        with_digits(factor, 3),
        short(end)
    ))
}
