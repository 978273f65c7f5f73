//! The words of the figure of the success rate.

use popgrad_figures::number::short;

use super::{OUTPUTS, counted, outcome_words};
use crate::xor::compute::outcome::Outcome;

pub(in crate::xor) const SUCCESS_TITLE: &str =
    "Whether it learns is luck, and the first weights set the odds";
const SUCCESS_CAPTION: &str = "A run has learnt when its mean squared error is below a tenth of a \
    line's after 4000 steps of size 0.1. Upright strokes: where the share lies with a probability of 95 %.";
pub(in crate::xor) const YOUR_GAIN: &str = "your g";
pub(in crate::xor) const GAIN_AXIS: &str = "size of the first weights";
pub(in crate::xor) const SHARE_AXIS: &str = "share of runs";
pub(in crate::xor) const SUCCESS_PANEL: &str = "Runs that learn, by output";
pub(in crate::xor) const INTERVAL: &str = "95 % interval";

pub(in crate::xor) fn success_subtitle(hidden: usize) -> String {
    format!(
        "The share of 200 runs of nets with {} that learn, against the size g of their first weights",
        counted(hidden)
    )
}

/// With the ends that have marks near the axis and no name there.
pub(in crate::xor) fn success_caption(unnamed: &[Outcome]) -> String {
    let names: Vec<_> = unnamed.iter().map(|one| outcome_words(*one)).collect();
    if names.is_empty() {
        SUCCESS_CAPTION.to_owned()
    } else {
        format!(
            "{SUCCESS_CAPTION} Marks near 0 without a name: {}.",
            names.join("; ")
        )
    }
}

pub(in crate::xor) fn others_panel(tanh_output: bool, is_empty: bool) -> String {
    let output = OUTPUTS[usize::from(tanh_output)];
    if is_empty {
        format!("No others, {output} output: all learn")
    } else {
        format!("The others, {output} output")
    }
}

pub(in crate::xor) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Half => "at 1/2",
        Outcome::Corner => "at 2/3",
        Outcome::Line => "at 1",
        Outcome::Learnt | Outcome::Elsewhere => outcome_words(outcome),
    }
}

pub(in crate::xor) fn percent(percent: f64) -> String {
    format!("{} %", short(percent))
}

pub(in crate::xor) fn at_gain(gain: &str, runs: usize) -> String {
    format!("g = {gain}, {runs} runs")
}

pub(in crate::xor) fn outcome_at_gain(outcome: Outcome, gain: &str) -> String {
    format!("g = {gain}, {}", outcome_words(outcome))
}

pub(in crate::xor) fn explain_rate(
    gain: &str,
    low: &str,
    high: &str,
    failure: Option<usize>,
) -> String {
    let failure = failure.map_or(String::new(), |seed| {
        format!(" The first seed that does not is {}.", short(seed as f64))
    });
    format!(
        "With g = {gain} so many runs learn; the share lies between {low} and {high} %.{failure}"
    )
}

pub(in crate::xor) fn explain_outcome(outcome: Outcome) -> String {
    format!("Runs whose end is: {}.", outcome_words(outcome))
}
