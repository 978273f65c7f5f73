//! What each mark is, with its formula.

use popgrad_figures::number::{short, with_digits};

use super::compute::{self, Chain, DEPTHS, Depth, Setting};
use super::figures::{FIXED, MARKED, id, shown};
use super::{parameters, strings};
use crate::{Error, Explanation, PREDICTION, State};

/// A product of more factors than this is not written out whole.
const WRITTEN: usize = 8;

/// Explains a mark of the bars.
pub(super) fn layers(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    if let (PREDICTION, Some(answer)) = (mark, state.guess().value()) {
        return Ok(Some(strings::explain_prediction(&strings::percent(
            answer / 100.0,
        ))));
    }
    let setting = &Setting::shown(state)?;
    let found = find("gradient", mark, &shown(setting));
    let Some((input, layer)) = found else {
        return Ok(None);
    };
    let chain = compute::chain(setting)?;
    let depth = compute::depth(setting)?;
    let factors: Vec<f64> = depth.factors[layer..setting.layers]
        .iter()
        .map(|pair| pair[input])
        .collect();
    let gradient = chain.gradients[layer][input];
    let mut words = strings::explain_gradient(layer, setting.layers, &short(gradient));
    words.push_str(&limits(&chain, layer, input));
    let formula = strings::product(
        setting.layers,
        layer,
        &product(&factors, 4),
        &with_digits(gradient, 4),
    );
    Ok(Some(Explanation { words, formula }))
}

/// What is said of a gradient that has left the range of numbers: where it did.
fn limits(chain: &Chain, layer: usize, input: usize) -> String {
    let gradients = chain.gradients[layer..].iter().enumerate().rev();
    let mut gradients = gradients.map(|(later, pair)| (layer + later, pair[input]));
    let [largest, smallest] = [f64::MAX, f64::from_bits(1)].map(short);
    match chain.gradients[layer][input] {
        0.0 => {
            let at = gradients.find(|(_, gradient)| *gradient == 0.0);
            strings::underflow(at.map_or(layer, |(at, _)| at), &smallest)
        }
        gradient if gradient.is_infinite() => {
            let at = gradients.find(|(_, gradient)| gradient.is_infinite());
            strings::overflow(at.map_or(layer, |(at, _)| at), &largest)
        }
        _ => String::new(),
    }
}

/// The factors with signs between them, the last layer's first; the middle of a long product is left out.
pub(super) fn product(factors: &[f64], digits: usize) -> String {
    let texts: Vec<String> = factors
        .iter()
        .rev()
        .map(|factor| with_digits(*factor, digits))
        .collect();
    if texts.is_empty() {
        "1".to_owned()
    } else if texts.len() <= WRITTEN {
        texts.join(" × ")
    } else {
        let (start, end) = (texts[..2].join(" × "), texts[texts.len() - 2..].join(" × "));
        format!("{start} × … × {end}")
    }
}

/// Explains a mark of the cobweb plot or of the values beside it.
pub(super) fn map(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = &Setting::of(state)?;
    if let Some(which) = FIXED.iter().position(|fixed| *fixed == mark) {
        let size = compute::fixed_point(setting.weight).unwrap_or(0.0);
        let fixed = [0.0, size, -size][which];
        let slope = setting.weight * (1.0 - fixed * fixed);
        return Ok(Some(strings::explain_fixed(setting.weight, fixed, slope)));
    }
    let Some((input, layer)) = find("value", mark, &shown(setting)) else {
        return Ok(None);
    };
    let values = compute::chain(setting)?.values;
    let value = values[layer][input];
    Ok(Some(match layer {
        0 => strings::explain_input(parameters::INPUTS[input], value),
        _ => strings::explain_value(layer, setting.weight, values[layer - 1][input], value),
    }))
}

/// Explains a mark of the gradient or of the factors over depth.
pub(super) fn depth(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let setting = &Setting::of(state)?;
    let depth = compute::depth(setting)?;
    if let Some((input, _)) = find("left", mark, &[0]) {
        let gradient = compute::chain(setting)?.gradients[0][input];
        return Ok(Some(fall(setting, &depth, input, setting.layers, gradient)));
    }
    if let Some((input, layers)) = find("depth", mark, &MARKED) {
        let place = DEPTHS.iter().position(|depth| *depth == layers);
        let gradient = place.map_or(f64::NAN, |place| depth.gradients[place][input]);
        return Ok(Some(fall(setting, &depth, input, layers, gradient)));
    }
    let found = find("factor", mark, &[1, setting.layers]);
    Ok(found.map(|(input, layer)| {
        let factor = depth.factors[layer - 1][input];
        strings::explain_factor(layer, setting.weight, depth.values[layer][input], factor)
    }))
}

fn fall(
    setting: &Setting,
    depth: &Depth,
    input: usize,
    layers: usize,
    gradient: f64,
) -> Explanation {
    let slope = depth.local_slope(layers, input);
    strings::explain_fall(layers, setting.inputs[input], gradient, slope)
}

/// The input and the layer that a mark of this kind stands for.
fn find(kind: &str, mark: &str, layers: &[usize]) -> Option<(usize, usize)> {
    let pairs = layers.iter().flat_map(|layer| [(0, *layer), (1, *layer)]);
    pairs
        .into_iter()
        .find(|(input, layer)| id(kind, *input, *layer) == mark)
}
