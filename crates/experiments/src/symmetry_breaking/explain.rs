//! What each mark is, with its formula.

use popgrad_figures::number::{full, short};

use super::learning_figure::{FIRST, LAST, LEAVING, median_id};
use super::pair_figure::{DIFFERENCE, UNITS};
use super::parameters::EPSILON;
use super::{learning, pair, strings};
use crate::{Error, Explanation, State};

/// Explains a mark of the two gradients or of their difference.
pub(super) fn pair(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let epsilon = state.get(EPSILON)?;
    let gradients = pair::gradients(epsilon)?;
    if mark == DIFFERENCE {
        let measured = (gradients[0] - gradients[1]).abs();
        let theory = short(pair::theory(epsilon));
        return Ok(Some(Explanation {
            words: strings::explain_difference(&short(epsilon), &short(measured), measured == 0.0),
            formula: format!("2·y·(1 − y²)·ε = {theory} with y = tanh(0.5)"),
        }));
    }
    let unit = UNITS.iter().position(|&id| id == mark);
    Ok(unit.map(|unit| {
        let input = pair::INPUT + [0.0, epsilon][unit];
        Explanation {
            words: strings::explain_unit(unit),
            formula: format!("1 − tanh²({}) = {}", full(input), full(gradients[unit])),
        }
    }))
}

/// Explains a mark of the followed run or of the medians.
pub(super) fn learning(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let followed = learning::followed(state);
    Ok(match mark {
        FIRST => followed.first().map(distance),
        LAST => followed.last().map(distance),
        LEAVING => followed
            .iter()
            .find(|stop| stop[2] < learning::LEFT)
            .map(leaving),
        _ => median(state, mark),
    })
}

fn distance([step, distance, _]: &[f64; 3]) -> Explanation {
    let (step, distance) = (short(*step), short(*distance));
    Explanation {
        words: strings::explain_distance(&step),
        formula: format!("largest ‖unit i − unit j‖ = {distance}"),
    }
}

fn leaving([step, _, loss]: &[f64; 3]) -> Explanation {
    Explanation {
        words: strings::explain_leaving(&short(*step)),
        formula: format!("loss = {}", short(*loss)),
    }
}

fn median(state: &State, mark: &str) -> Option<Explanation> {
    let medians = learning::median_steps(state);
    let found = (1..=learning::POWERS).find(|&power| median_id(power) == mark)?;
    let wanted = libm::exp10(-(found as f64));
    let [noise, steps] = medians.iter().find(|[noise, _]| *noise == wanted)?;
    let (noise, steps) = (short(*noise), short(*steps));
    Some(Explanation {
        words: strings::explain_median(&noise),
        formula: format!("median steps = {steps}"),
    })
}
