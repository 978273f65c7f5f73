//! What is asked before the truth is shown: double the depth at the gain 0.8.

use popgrad_figures::number::{short, with_digits};

use super::depth_figure::answered;
use super::parameters::SQUARE;
use super::setting::Setting;
use super::{VanishingExploding, strings, theory};
use crate::{Error, State};

/// The net of the question is the one that the experiment opens with.
pub(super) fn setting() -> Result<Setting, Error> {
    Setting::of(&State::defaults(&VanishingExploding))
}

/// The first layer's gradient of the net of the question and of one twice as deep, by theory.
pub(super) fn gradients() -> Result<[f64; 2], Error> {
    let setting = setting()?;
    let depth = setting.depth;
    let first = theory::theory(&setting.with_depth(2 * depth))?.first_gradients();
    Ok([depth, 2 * depth].map(|depth| first[depth]))
}

/// What is said of an answer.
pub(super) fn verdict(answer: f64) -> Result<String, Error> {
    let [once, twice] = gradients()?;
    let said = answered(answer, once);
    let apart = (libm::log10(said / twice)).abs();
    Ok(strings::verdict(
        answer as usize == SQUARE,
        &[once, twice, said].map(short),
        &with_digits(twice / once, 2),
        &short(libm::exp10(apart)),
    ))
}
