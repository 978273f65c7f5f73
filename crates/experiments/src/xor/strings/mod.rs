//! Every word of this experiment; each figure has a file of its own.

mod fold;
mod lines;
mod net;
mod success;
mod texts;

use popgrad_figures::number::short;

use super::compute::outcome::Outcome;
use crate::Words;

pub(super) use fold::*;
pub(super) use lines::*;
pub(super) use net::*;
pub(super) use success::*;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: texts::PROSE,
    notice: texts::NOTICE,
    sheet: texts::SHEET,
};

const TITLE: &str = "XOR from scratch";
const QUESTION: &str = "Why does a net need a hidden layer?";
const LEAD: &str = "No line parts the points of XOR. One hidden layer bends the plane until a line does, if its start is a lucky one.";
const DEMONSTRATES: &str = "Hidden layers make new features";

pub(in crate::xor) const PREDICTION: &str =
    "A line parts the plane into two sides. How many of the four points can it get right?";
pub(in crate::xor) const PREDICTION_LABEL: &str = "Points right";

pub(in crate::xor) fn count_spoken(count: f64) -> String {
    format!("{} of 4 points", short(count))
}

pub(in crate::xor) fn verdict(said: usize, most: usize) -> String {
    let start = if said == most {
        "Yes.".to_owned()
    } else {
        format!("You said {said}, which is {} off.", said.abs_diff(most))
    };
    format!("{start} No line gets more than {most} of 4. The map on the right shows every line.")
}

pub(in crate::xor) const STEP_LABEL: &str = "Step of the net";
pub(in crate::xor) const HIDDEN_LABEL: &str = "Hidden units";
pub(in crate::xor) const HEIGHT_LABELS: [&str; 2] = ["Your line at x₁ = −1", "Your line at x₁ = 1"];
pub(in crate::xor) const RATE_LABEL: &str = "Step size of the line";
pub(in crate::xor) const ETA_LABEL: &str = "Step size of the net";
pub(in crate::xor) const GAIN_LABEL: &str = "Size of the first weights";
pub(in crate::xor) const RUNS_LABEL: &str = "Runs drawn";
pub(in crate::xor) const TARGETS_LABEL: &str = "Targets";
pub(in crate::xor) const TARGETS: [&str; 2] = ["−1 and 1", "0 and 1"];
pub(in crate::xor) const LOSS_LABEL: &str = "Loss";
pub(in crate::xor) const LOSSES: [&str; 2] = ["squared error", "logistic"];
pub(in crate::xor) const UNITS_LABEL: &str = "Hidden units are";
pub(in crate::xor) const UNIT_KINDS: [&str; 2] = ["tanh", "linear"];
pub(in crate::xor) const OUTPUT_LABEL: &str = "Output";
pub(in crate::xor) const OUTPUTS: [&str; 2] = ["linear", "tanh"];
pub(in crate::xor) const SEED_LABEL: &str = "Seed of the first weights";

pub(in crate::xor) fn step_spoken(step: f64) -> String {
    at_step(step as usize)
}

pub(in crate::xor) fn hidden_spoken(units: f64) -> String {
    counted(units as usize)
}

fn counted(units: usize) -> String {
    if units == 1 {
        "one hidden unit".to_owned()
    } else {
        format!("{units} hidden units")
    }
}

/// What a run that ends so does.
fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Learnt => "all points learnt",
        Outcome::Half => "two points share an answer",
        Outcome::Corner => "one corner is cut off",
        Outcome::Line => "as a line",
        Outcome::Elsewhere => "elsewhere",
    }
}
