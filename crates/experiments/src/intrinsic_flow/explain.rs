//! What each mark is, with its formula.

use popgrad_figures::number::{short, with_digits};

use super::compute;
use super::field_figure::HANDLES;
use super::figures::{gradient_id, probe_id};
use super::parameters::{MEAN, PROBES, SPREAD, WEIGHTS};
use super::population_figure::{MARKS, present};
use super::strings;
use crate::activation::Activation;
use crate::{Error, Explanation, State};

/// Explains a mark of the profile.
pub(super) fn profile(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let mut probes = 0..PROBES.len();
    let found = probes.find(|&probe| mark == probe_id(probe) || mark == gradient_id(probe));
    let Some(probe) = found else {
        return Ok(None);
    };
    let [input, slope] = compute::probes(state)?[probe];
    if state.guess().hides() {
        return Ok(Some(Explanation {
            words: strings::explain_hidden(probe + 1),
            formula: format!("x = {}", short(input)),
        }));
    }
    let activation = Activation::shown(state)?;
    Ok(Some(Explanation {
        words: strings::explain_probe(activation.name(), probe + 1, &short(input), &short(slope)),
        formula: activation.slope_formula(input, &tanh_value(activation, input), slope),
    }))
}

/// The value of tanh with four digits, for its formula; other formulas do not print it.
fn tanh_value(activation: Activation, input: f64) -> String {
    if activation == Activation::Tanh {
        with_digits(libm::tanh(input), 4)
    } else {
        String::new()
    }
}

/// Explains a mark of the population.
pub(super) fn population(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let Some(place) = MARKS.iter().position(|&id| id == mark) else {
        return Ok(None);
    };
    let (passed, drawn) = present(state)?;
    let (mean, spread) = (short(state.get(MEAN)?), short(state.get(SPREAD)?));
    let value = short([passed.mean, passed.mean_square, drawn][place]);
    let left = ["E[f′(x)]", "E[f′(x)²]", "(f′(x₁) + … + f′(x₆₀))/60"][place];
    Ok(Some(Explanation {
        words: strings::explain_population(place, &mean, &spread, &value),
        formula: format!("{left} = {value}"),
    }))
}

/// Explains a mark of the field.
pub(super) fn field(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let Some(index) = HANDLES.iter().position(|&id| id == mark) else {
        return Ok(None);
    };
    let weights = [state.get(WEIGHTS[0])?, state.get(WEIGHTS[1])?];
    let name = Activation::shown(state)?.name();
    let [first, second] = weights.map(short);
    Ok(Some(Explanation {
        words: strings::explain_weight(index + 1, &short(weights[index])),
        formula: format!("∇{name}(w·x) = {name}′(w·x)·w with w = ({first}, {second})"),
    }))
}
