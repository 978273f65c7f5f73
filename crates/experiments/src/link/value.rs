//! The value of a parameter as links say it: numbers as short decimals, choices by the id of their
//! option, switches as `true` or `false`.

use super::{decimal, words};
use crate::{Choice, Control, Parameter, State};

/// Sets a parameter to what a link says. Where that cannot be, the nearest allowed value is set, or
/// none, and a notice says so.
pub(super) fn put(
    state: &mut State,
    parameter: &'static Parameter,
    text: &str,
    notices: &mut Vec<String>,
) {
    let read = match parameter.control {
        Control::Choice(choices) => option(choices, text),
        Control::Switch => switch(text),
        Control::Slider | Control::Field | Control::Seed => decimal::parse(text),
    };
    let before = state.get(parameter.id).unwrap_or(parameter.default);
    let Some(wanted) = read else {
        notices.push(words::not_read(parameter, text, before));
        return;
    };
    let value = parameter.nearest(wanted.clamp(f64::MIN, f64::MAX));
    if value != wanted {
        notices.push(words::moved(parameter, text, wanted, value));
    }
    // The nearest allowed value of a known parameter is not refused.
    state.set(parameter.id, value).ok();
}

/// A value as a link says it.
pub(super) fn print(parameter: &Parameter, value: f64) -> String {
    match parameter.control {
        Control::Choice(choices) => choices
            .get(value as usize)
            .map_or("", |choice| choice.id)
            .to_owned(),
        Control::Switch => if value == 0.0 { "false" } else { "true" }.to_owned(),
        // What follows another parameter may stand between two steps, and follows it again when it is read.
        Control::Slider | Control::Field | Control::Seed => {
            decimal::print(parameter.nearest(value))
        }
    }
}

fn option(choices: &[Choice], text: &str) -> Option<f64> {
    let place = choices.iter().position(|choice| choice.id == text)?;
    Some(place as f64)
}

fn switch(text: &str) -> Option<f64> {
    match text {
        "true" => Some(1.0),
        "false" => Some(0.0),
        _ => None,
    }
}
