//! Marks of the reader's line and of its descent.

use popgrad_figures::number::{full, short};

use crate::net::Loss;
use crate::xor::figures::{HANDLES, YOURS, inputs, point_id, step_id, stops};
use crate::xor::parameters::{self, RATE, design};
use crate::xor::strings;
use crate::{Error, Explanation, State};

/// Explains a mark of the reader's line.
pub(in crate::xor) fn line(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
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
pub(in crate::xor) fn descent(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
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
