//! Marks of the bent plane.

use popgrad_figures::number::short;

use super::units_of;
use crate::net::{POINTS, answer};
use crate::xor::compute::run::recorded;
use crate::xor::figures::{PANELS, inputs, point_id};
use crate::xor::parameters::{STEP, design};
use crate::xor::strings;
use crate::{Error, Explanation, State};

/// Explains a point that the plane's bending has moved.
pub(in crate::xor) fn fold(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
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
    let units = units_of(&units, design.hidden, point);
    Ok(Some(Explanation {
        words: strings::explain_fold(panel == 0, &short(across), &short(up)),
        formula: format!("h = ({units})"),
    }))
}
