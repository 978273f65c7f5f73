//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `step` | 24 | 0 | 24 |
//! | `eta` | 0.1 | 0.005 | 1, logarithmic |
//! | `loss` | product | | |
//! | `x`, `y` | 1.5, −1 | −1, −1.5 | 2, 1.5 |
//! | `condition` | 5 | 1 | 100, logarithmic |
//! | `target` | 1 | 0.25 | 2 |
//! | `small` | 0.001 | 10⁻⁸ | 0.1, logarithmic |
//! | `z` | 2.2 | 0 | 4 |
//! | `seed` | 1 | | |

use super::{compute, figures, strings};
use crate::{Choice, PREDICTION, Parameter, Prediction};

pub(super) const STEP: &str = "step";
pub(super) const ETA: &str = "eta";
pub(super) const LOSS: &str = "loss";
/// The two numbers of the start.
pub(super) const START: [&str; 2] = ["x", "y"];
pub(super) const CONDITION: &str = "condition";
pub(super) const TARGET: &str = "target";
pub(super) const SMALL: &str = "small";
pub(super) const Z: &str = "z";
pub(super) const SEED: &str = "seed";

/// The part of the plane in which descent may begin.
pub(super) const WINDOW: [[f64; 2]; 2] = [[-1.0, 2.0], [-1.5, 1.5]];
/// The largest step size times curvature.
pub(super) const LARGEST_Z: f64 = 4.0;

/// Steps a second of the run that is played.
const PACE: f64 = 4.0;

const LOSSES: &[Choice] = &[
    Choice {
        id: "product",
        label: strings::LOSSES[0],
    },
    Choice {
        id: "quadratic",
        label: strings::LOSSES[1],
    },
    Choice {
        id: "rosenbrock",
        label: strings::LOSSES[2],
    },
    Choice {
        id: "xor",
        label: strings::LOSSES[3],
    },
];

const ANSWERS: &[Choice] = &[
    Choice {
        id: "halves",
        label: strings::ANSWERS[0],
    },
    Choice {
        id: "quarters",
        label: strings::ANSWERS[1],
    },
    Choice {
        id: "stays",
        label: strings::ANSWERS[2],
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(
        STEP,
        "k",
        strings::STEP_LABEL,
        [0.0, compute::STEPS as f64],
        1.0,
        compute::STEPS as f64,
    )
    .whole()
    .played_at(PACE)
    .begun_by_hand(),
    Parameter::number(ETA, "η", strings::ETA_LABEL, [0.005, 1.0], 0.02, 0.1).logarithmic(),
    Parameter::choice(LOSS, strings::LOSS_LABEL, LOSSES, 0).more(),
    Parameter::number(
        START[0],
        "x₀",
        strings::START_LABELS[0],
        WINDOW[0],
        0.05,
        1.5,
    )
    .more(),
    Parameter::number(
        START[1],
        "y₀",
        strings::START_LABELS[1],
        WINDOW[1],
        0.05,
        -1.0,
    )
    .more(),
    Parameter::number(
        CONDITION,
        "κ",
        strings::CONDITION_LABEL,
        [1.0, 100.0],
        0.02,
        5.0,
    )
    .logarithmic()
    .more(),
    Parameter::number(TARGET, "y", strings::TARGET_LABEL, [0.25, 2.0], 0.05, 1.0).more(),
    Parameter::number(SMALL, "a₀", strings::SMALL_LABEL, [1e-8, 0.1], 0.125, 1e-3)
        .logarithmic()
        .more(),
    Parameter::number(Z, "z", strings::Z_LABEL, [0.0, LARGEST_Z], 0.05, 2.2).more(),
    Parameter::seed(SEED, strings::SEED_LABEL, 1).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 2),
    figure: figures::HALVING,
};
