//! What each mark is, with its formula.

use popgrad_figures::number::short;

use super::depth_figure::{Depths, PREDICTED, answered, stop_id};
use super::layers_figure::{FLAT, GRADIENT, Layers, SINGLE, SIZE, mark_id};
use super::map_figure::{FACTOR, HERE, NAMED, named_id};
use super::net::Course;
use super::parameters::{DEPTHS, QUESTION};
use super::runs::STOPS;
use super::setting::Setting;
use super::{question, strings, theory};
use crate::{Error, Explanation, State};

/// Explains a mark of the figure of layers.
pub(super) fn layers(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let layers = Layers::of(state)?;
    let Some(own) = &layers.own else {
        return Ok(None);
    };
    let kinds = [GRADIENT, SIZE, FLAT];
    let marks = kinds
        .into_iter()
        .flat_map(|kind| (0..own.len()).map(move |layer| (kind, layer)));
    let found = marks
        .clone()
        .find(|(kind, layer)| mark_id(kind, *layer) == mark);
    Ok(found.map(|(kind, layer)| match kind {
        GRADIENT => gradient(&layers, own, layer),
        SIZE => size(own[layer].size, layers.theory.sizes[layer], layer),
        _ => flat(own[layer].flat, layer),
    }))
}

fn gradient(layers: &Layers, own: &[Course], layer: usize) -> Explanation {
    let measured = own[layer].gradient;
    let depth = layers.setting.depth;
    if measured == 0.0 {
        // The first layer on the way back that receives nothing lies before the one that blocks.
        let last = own.iter().rposition(|course| course.gradient == 0.0);
        let blocked = last.unwrap_or(layer) + 1;
        let is_normalised = layers.setting.design.normalised && layers.setting.width == 1;
        return Explanation {
            words: strings::explain_blocked(layer, blocked, is_normalised),
            formula: format!("d loss/dh{} = weight × 0 = 0", subscript(layer)),
        };
    }
    let expected = layers.theory.gradients()[layer];
    let mut words = strings::explain_gradient(layer, depth, measured, expected);
    let [least, most] = SINGLE;
    if measured < least || measured > most {
        let is_beyond = |course: &Course| course.gradient < least || course.gradient > most;
        let from = own.iter().rposition(is_beyond).unwrap_or(layer);
        words += &strings::beyond_single(from, measured < least);
    }
    Explanation {
        words,
        formula: format!("‖d loss/dh{}‖ = {}", subscript(layer), short(measured)),
    }
}

fn size(measured: f64, expected: f64, layer: usize) -> Explanation {
    Explanation {
        words: strings::explain_size(layer, measured, expected),
        formula: format!("√(mean of h{}²) = {}", subscript(layer), short(measured)),
    }
}

fn flat(share: f64, layer: usize) -> Explanation {
    let share = strings::percent(share);
    Explanation {
        words: strings::explain_flat(layer, &share),
        formula: format!("share of units with |φ′| < 0.1 = {share}"),
    }
}

/// Explains a mark of the figure of depths.
pub(super) fn depths(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    if mark == PREDICTED {
        return predicted(state);
    }
    let depths = Depths::of(state)?;
    let stops = STOPS.into_iter().zip(&depths.measured);
    let found = stops.clone().find(|(depth, _)| stop_id(*depth) == mark);
    Ok(found.map(|(depth, one)| {
        let expected = depths.expected[depth];
        Explanation {
            words: strings::explain_stop(depth, depths.nets, one.median, expected),
            formula: format!(
                "theory: √(χ₁ · … · χ{}) = {}",
                subscript(depth),
                short(expected)
            ),
        }
    }))
}

fn predicted(state: &State) -> Result<Option<Explanation>, Error> {
    let Some(answer) = state.guess().value() else {
        return Ok(None);
    };
    let [once, _] = question::gradients()?;
    let (text, said) = (QUESTION.answer.print(answer), answered(answer, once));
    Ok(Some(Explanation {
        words: strings::explain_predicted(&text),
        formula: format!(
            "from {} with 20 layers: gradient = {}",
            short(once),
            short(said)
        ),
    }))
}

/// Explains a mark of the map or of the curve under it.
pub(super) fn map(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = Setting::of(state)?;
    let named = (0..NAMED.len()).find(|&place| named_id(place) == mark);
    if let Some(place) = named {
        let gain = NAMED[place].gain(setting.width).unwrap_or(setting.gain);
        return factor(&setting.with_gain(gain)).map(Some);
    }
    match mark {
        FACTOR => factor(&setting).map(Some),
        HERE => here(&setting).map(Some),
        _ => Ok(None),
    }
}

fn factor(setting: &Setting) -> Result<Explanation, Error> {
    let deepest = setting.with_depth(DEPTHS[1]);
    let factor = theory::settled_factor(&deepest)?;
    let (gain, value) = (short(setting.gain), short(factor));
    let design = setting.design;
    let formula = match (design.residual, design.normalised) {
        (false, false) => format!("χ = {gain}² · E[φ′(√q Z)²] = {value}"),
        (false, true) => format!("χ = {gain}² · E[φ′(Z)²] / q = {value}"),
        (true, false) => format!("χ = 1 + {gain}² · E[φ′(√q Z)²] = {value}"),
        (true, true) => format!("χ = 1 + {gain}² · E[φ′(Z)²] / q = {value}"),
    };
    Ok(Explanation {
        words: strings::explain_factor(setting.gain, factor),
        formula,
    })
}

fn here(setting: &Setting) -> Result<Explanation, Error> {
    let first = theory::theory(setting)?.gradients()[0];
    let powers = short(libm::log10(first));
    Ok(Explanation {
        words: strings::explain_here(setting.depth),
        formula: format!(
            "theory: log₁₀(first / last) = log₁₀ {} = {powers}",
            short(first)
        ),
    })
}

/// A whole number in subscript digits.
fn subscript(number: usize) -> String {
    let digits = number.to_string();
    let low = |digit: char| char::from_u32(0x2080 + u32::from(digit) - u32::from('0'));
    digits.chars().filter_map(low).collect()
}
