//! What each mark is, with its formula.

use popgrad_figures::number::{DIGITS, rounded_to, short, superscript, with_digits};

use super::compute::{self, Response};
use super::figures::{LANDMARKS, PREDICTED, TRUTH, gradient_id, landmark_places, value_id};
use super::parameters::MEMBERS;
use super::{digits, digits_figure, strings};
use crate::activation::Activation;
use crate::{Error, Explanation, State};

/// Digits that tell any two numbers of the engine apart.
const ALL_DIGITS: usize = 17;

/// Explains a mark of the curve or of the gradients.
pub(super) fn shape(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let member_of = |id: fn(usize) -> String| (0..MEMBERS.len()).find(|&member| id(member) == mark);
    let population = compute::population(state)?;
    if let Some(member) = member_of(value_id) {
        return Ok(Some(value(&population, member)));
    }
    if let Some(member) = member_of(gradient_id) {
        return Ok(Some(gradient(&population, member)));
    }
    if let Some(number) = LANDMARKS.iter().position(|&id| id == mark) {
        return Ok(Some(landmark(number)));
    }
    let place = match mark {
        PREDICTED => state.guess().value(),
        TRUTH => Some(compute::half_slope()),
        _ => None,
    };
    Ok(place.map(|place| predicted(place, mark == TRUTH)))
}

fn value(population: &Response, member: usize) -> Explanation {
    let input = short(population.inputs[member]);
    let value = precise(population, member);
    let slope = short(population.gradients[member]);
    let name = population.activation.name();
    Explanation {
        words: strings::explain_value(name, member + 1, &input, &value, &slope),
        formula: format!("{name}({input}) = {value}"),
    }
}

fn gradient(population: &Response, member: usize) -> Explanation {
    let (input, slope) = (population.inputs[member], population.gradients[member]);
    let value = precise(population, member);
    Explanation {
        words: strings::explain_gradient(member + 1, &short(input), &short(slope)),
        formula: population.activation.slope_formula(input, &value, slope),
    }
}

/// The value with as many digits as the formula `1 − y²` needs to come out as printed: close to 1
/// most of its digits are nines.
fn precise(population: &Response, member: usize) -> String {
    if population.activation != Activation::Tanh {
        return short(population.values[member]);
    }
    let gradient = short(population.gradients[member]);
    let size = population.values[member].abs();
    let digits = (DIGITS..ALL_DIGITS).find(|&digits| {
        let rounded = rounded_to(size, digits);
        short(1.0 - rounded * rounded) == gradient
    });
    with_digits(population.values[member], digits.unwrap_or(ALL_DIGITS))
}

fn landmark(number: usize) -> Explanation {
    let place = with_digits(landmark_places()[number], 4);
    Explanation {
        words: strings::EXPLAIN_LANDMARKS[number].to_owned(),
        formula: format!("|x| = {} = {place}", strings::LANDMARK_FORMULAS[number]),
    }
}

fn predicted(place: f64, is_truth: bool) -> Explanation {
    let printed = with_digits(place, 4);
    let slope = short(digits::exact_slope(place));
    let words = if is_truth {
        strings::EXPLAIN_TRUTH
    } else {
        strings::EXPLAIN_PREDICTED
    };
    Explanation {
        words: words.to_owned(),
        // While the reader is still predicting, the slope would give the answer away.
        formula: if is_truth {
            format!("sech²({printed}) = {slope}")
        } else {
            format!("|x| = {printed}")
        },
    }
}

/// Explains a mark of the lost digits, which no parameter moves.
pub(super) fn digits(_state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let distance = digits_figure::DISTANCES.iter().find(|(id, _)| *id == mark);
    if let Some(&(_, distance)) = distance {
        return Ok(Some(tail(distance)?));
    }
    let step = digits_figure::STEPS.iter().find(|(id, _)| *id == mark);
    if let Some(&(_, power)) = step {
        let printed = format!("10{}", superscript(power));
        return Ok(Some(difference(libm::exp10(f64::from(power)), &printed)?));
    }
    if mark == digits_figure::BEST {
        let best = digits::best_step();
        return Ok(Some(difference(best, &short(best))?));
    }
    Ok(None)
}

fn tail(distance: f64) -> Result<Explanation, Error> {
    let computed = compute::response(Activation::Tanh, vec![distance])?.gradients[0];
    let exact = digits::exact_slope(distance);
    let error = short(digits::tail_error(distance)?);
    Ok(Explanation {
        words: strings::explain_tail(&short(distance), &error),
        formula: format!(
            "1 − y² = {}, sech²(x) = {}",
            with_digits(computed, ALL_DIGITS),
            with_digits(exact, ALL_DIGITS)
        ),
    })
}

fn difference(step: f64, printed: &str) -> Result<Explanation, Error> {
    let (truncation, rounding) = (digits::truncation(step), digits::rounding(step));
    let error = short(digits::difference_error(step)?);
    Ok(Explanation {
        words: strings::explain_difference(printed, &error),
        formula: format!(
            "h²·|tanh‴(x)|/6 = {}, ε·tanh(x)/2h = {}",
            short(truncation),
            short(rounding)
        ),
    })
}
