//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `step` | 4000 | 1 | 4000, logarithmic |
//! | `hidden` | 2 | 1 | 8 |
//! | `left` | 0.3 | −2 | 2 |
//! | `right` | 1.6 | −2 | 2 |
//! | `rate` | 0.1 | 0.01 | 1.2 |
//! | `eta` | 0.1 | 0.01 | 10, logarithmic |
//! | `gain` | 1 | 0.1 | 4 |
//! | `runs` | 5 | 1 | 12 |
//! | `targets` | ±1 | | |
//! | `loss` | squared | | |
//! | `units` | tanh | | |
//! | `output` | linear | | |
//! | `seed` | 135 | | |

use super::compute::line::Line;
use super::compute::run::STEPS;
use super::{figures, strings};
use crate::net::{Design, Loss, Targets};
use crate::{Choice, Error, PREDICTION, Parameter, Prediction, State};

/// Id of the step of the recorded run that is shown.
pub(super) const STEP: &str = "step";
/// Id of the number of hidden units.
pub(super) const HIDDEN: &str = "hidden";
/// Ids of the heights of the reader's line at x₁ = −1 and at x₁ = 1.
pub(super) const LEFT: &str = "left";
pub(super) const RIGHT: &str = "right";
/// Id of the step size of the linear model.
pub(super) const RATE: &str = "rate";
/// Id of the step size of the net.
pub(super) const ETA: &str = "eta";
/// Id of the size of the weights at the start.
pub(super) const GAIN: &str = "gain";
/// Id of the number of runs that are drawn.
pub(super) const RUNS: &str = "runs";
/// Id of how the two classes are written.
pub(super) const TARGETS: &str = "targets";
/// Id of what is made small.
pub(super) const LOSS: &str = "loss";
/// Id of the activation of the hidden units.
pub(super) const UNITS: &str = "units";
/// Id of the activation of the output.
pub(super) const OUTPUT: &str = "output";
/// Id of the seed.
pub(super) const SEED: &str = "seed";

/// The pace of the player: all of the run within a few seconds, its first hundred steps one a frame.
const STEPS_A_SECOND: f64 = 3000.0;

/// A run that stands on both of the levels that runs of two units stand on, with one after it that never leaves the
/// second.
const DEFAULT_SEED: u32 = 135;

/// The reader's line moves as far up and down.
pub(super) const REACH: f64 = 2.0;
/// The smallest and the largest size of weights at the start.
pub(super) const GAIN_RANGE: [f64; 2] = [0.1, 4.0];

const ENCODINGS: &[Choice] = &[
    choice("signed", strings::TARGETS[0]),
    choice("zero-one", strings::TARGETS[1]),
];
const LOSSES: &[Choice] = &[
    choice("squared", strings::LOSSES[0]),
    choice("logistic", strings::LOSSES[1]),
];
const UNIT_KINDS: &[Choice] = &[
    choice("tanh", strings::UNIT_KINDS[0]),
    choice("linear", strings::UNIT_KINDS[1]),
];
const OUTPUTS: &[Choice] = &[
    choice("linear", strings::OUTPUTS[0]),
    choice("tanh", strings::OUTPUTS[1]),
];

const fn choice(id: &'static str, label: &'static str) -> Choice {
    Choice { id, label }
}

pub(super) const PARAMETERS: &[Parameter] = &[
    // The steps of the slider are so small that one of them is one step of descent, up to the end.
    Parameter::number(
        STEP,
        "k",
        strings::STEP_LABEL,
        [1.0, STEPS as f64],
        1e-4,
        STEPS as f64,
    )
    .logarithmic()
    .whole()
    .played_at(STEPS_A_SECOND)
    .spoken_as(strings::step_spoken),
    Parameter::number(HIDDEN, "H", strings::HIDDEN_LABEL, [1.0, 8.0], 1.0, 2.0)
        .whole()
        .spoken_as(strings::hidden_spoken),
    height(LEFT, "a", strings::HEIGHT_LABELS[0], 0.3),
    height(RIGHT, "b", strings::HEIGHT_LABELS[1], 1.6),
    Parameter::number(RATE, "η", strings::RATE_LABEL, [0.01, 1.2], 0.01, 0.1).more(),
    Parameter::number(ETA, "η", strings::ETA_LABEL, [0.01, 10.0], 0.05, 0.1)
        .logarithmic()
        .more(),
    Parameter::number(GAIN, "g", strings::GAIN_LABEL, GAIN_RANGE, 0.1, 1.0).more(),
    Parameter::number(RUNS, "n", strings::RUNS_LABEL, [1.0, 12.0], 1.0, 5.0)
        .whole()
        .more(),
    Parameter::choice(TARGETS, strings::TARGETS_LABEL, ENCODINGS, 0).more(),
    Parameter::choice(LOSS, strings::LOSS_LABEL, LOSSES, 0).more(),
    Parameter::choice(UNITS, strings::UNITS_LABEL, UNIT_KINDS, 0).more(),
    Parameter::choice(OUTPUT, strings::OUTPUT_LABEL, OUTPUTS, 0).more(),
    Parameter::seed(SEED, strings::SEED_LABEL, DEFAULT_SEED).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "n",
        strings::PREDICTION_LABEL,
        [0.0, 4.0],
        1.0,
        2.0,
    )
    .whole()
    .spoken_as(strings::count_spoken),
    figure: figures::LINE,
};

/// A height of the reader's line.
const fn height(
    id: &'static str,
    symbol: &'static str,
    label: &'static str,
    default: f64,
) -> Parameter {
    Parameter::number(id, symbol, label, [-REACH, REACH], 0.05, default)
        .field()
        .more()
}

/// The reader's line.
pub(super) fn line(state: &State) -> Result<Line, Error> {
    Ok(Line {
        left: state.get(LEFT)?,
        right: state.get(RIGHT)?,
    })
}

/// The net that the reader has chosen.
pub(super) fn design(state: &State) -> Result<Design, Error> {
    Ok(Design {
        hidden: state.count(HIDDEN)?,
        tanh_hidden: state.count(UNITS)? == 0,
        tanh_output: state.count(OUTPUT)? == 1,
        targets: if state.count(TARGETS)? == 0 {
            Targets::Signed
        } else {
            Targets::ZeroOne
        },
        loss: if state.count(LOSS)? == 0 {
            Loss::Squared
        } else {
            Loss::Logistic
        },
    })
}
