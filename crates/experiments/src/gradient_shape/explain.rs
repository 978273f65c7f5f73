//! What each mark is, with its formula.

use popgrad_figures::number::{DIGITS, rounded_to, short, with_digits};

use super::compute::{SEED, Tanh};
use super::figures::{SHAPE, gradient_id, value_id};
use super::strings;
use crate::{Error, Explanation};

/// Digits that tell any two numbers of the engine apart.
const ALL_DIGITS: usize = 17;

/// Explains a mark of the figure.
pub(super) fn mark(population: &Tanh, figure: &str, mark: &str) -> Result<Explanation, Error> {
    let member_of = |id: fn(usize) -> String| (0..SEED.len()).find(|&member| id(member) == mark);
    if figure == SHAPE {
        if let Some(member) = member_of(value_id) {
            return Ok(value(population, member));
        }
        if let Some(member) = member_of(gradient_id) {
            return Ok(gradient(population, member));
        }
    }
    Err(Error::UnknownMark {
        figure: figure.to_owned(),
        mark: mark.to_owned(),
    })
}

fn value(population: &Tanh, member: usize) -> Explanation {
    let input = short(population.inputs[member]);
    let value = precise(population, member);
    let slope = short(population.gradients[member]);
    Explanation {
        words: strings::explain_value(member + 1, &input, &value, &slope),
        formula: format!("tanh({input}) = {value}"),
    }
}

fn gradient(population: &Tanh, member: usize) -> Explanation {
    let input = short(population.inputs[member]);
    let value = precise(population, member);
    let gradient = short(population.gradients[member]);
    let squared = if population.values[member] < 0.0 {
        format!("({value})²")
    } else {
        format!("{value}²")
    };
    Explanation {
        words: strings::explain_gradient(member + 1, &input, &gradient),
        formula: format!("d tanh/dx = 1 − tanh²({input}) = 1 − {squared} = {gradient}"),
    }
}

/// The value with as many digits as its formula needs to come out as printed: close to 1 most of
/// its digits are nines.
fn precise(population: &Tanh, member: usize) -> String {
    let gradient = short(population.gradients[member]);
    let size = population.values[member].abs();
    let digits = (DIGITS..ALL_DIGITS).find(|&digits| {
        let rounded = rounded_to(size, digits);
        short(1.0 - rounded * rounded) == gradient
    });
    with_digits(population.values[member], digits.unwrap_or(ALL_DIGITS))
}
