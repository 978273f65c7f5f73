//! The figures made from the results: one file each.

mod depth;
mod layers;
mod map;

pub(super) use depth::MARKED;
pub(super) use map::FIXED;

use popgrad_figures::Figure;

use super::compute::{self, Setting};
use crate::{Error, State};

/// Ids of the figures.
pub(super) const LAYERS: &str = "depth-decay-layers";
pub(super) const MAP: &str = "depth-decay-map";
pub(super) const DEPTH: &str = "depth-decay-depth";

/// Bars of the gradient at every layer.
pub(super) fn layers(state: &State) -> Result<Figure, Error> {
    let setting = Setting::shown(state)?;
    let chain = compute::chain(&setting)?;
    Ok(layers::layers(&setting, &chain, state.guess()))
}

/// The cobweb plot, and the values layer by layer.
pub(super) fn map(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let chain = compute::chain(&setting)?;
    Ok(map::map(&setting, &chain))
}

/// What is left of the gradient at every depth.
pub(super) fn depth(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let chain = compute::chain(&setting)?;
    let depth = compute::depth(&setting)?;
    Ok(depth::depth(&setting, &chain, &depth))
}

/// At most so many layers have a mark of their own, besides the input.
const SHOWN: usize = 16;
/// Lower ends of logarithmic axes are one over ten to one of these.
const DECADES: [i32; 8] = [3, 6, 9, 12, 20, 50, 100, 300];

/// The layers that have marks, the input (0) and the last one included: all of them, or about
/// every so many.
pub(super) fn shown(setting: &Setting) -> Vec<usize> {
    let count = setting.layers.min(SHOWN);
    (0..=count)
        .map(|number| (number * setting.layers + count / 2) / count)
        .collect()
}

/// Id of a mark of an input, counted from 0, at a layer.
pub(super) fn id(kind: &str, input: usize, layer: usize) -> String {
    format!("{kind}-{}-{layer}", input + 1)
}

/// Marks of one layer light up together.
fn group(layer: usize) -> String {
    format!("layer-{layer}")
}

/// Powers of ten that hold 1 and these numbers, as far as can be, and the upper end of an axis that has room
/// above them for what is printed there.
fn decades(numbers: impl Iterator<Item = f64>) -> ([f64; 2], f64) {
    let [mut least, mut most] = [0, 0];
    for number in numbers.filter(|number| *number > 0.0) {
        let power = libm::log10(number);
        let class = |size: f64| {
            let fits = DECADES
                .iter()
                .filter(|decades| f64::from(**decades) >= size);
            fits.copied().next().unwrap_or(DECADES[DECADES.len() - 1])
        };
        least = least.max(if power < 0.0 { class(-power) } else { 0 });
        most = most.max(if power > 1e-9 { class(power) } else { 0 });
    }
    if least + most == 0 {
        least = DECADES[0];
    }
    let [low, high] = [f64::from(-least), f64::from(most)];
    let top = high + 0.12 * (high - low);
    ([low, high].map(libm::exp10), libm::exp10(top.min(308.0)))
}

/// Where the second of two labels stands so that it is at least so far from the first.
fn apart(first: f64, second: f64, least: f64) -> f64 {
    if (second - first).abs() >= least {
        second
    } else if second >= first {
        first + least
    } else {
        first - least
    }
}
