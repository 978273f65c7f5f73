//! What a reader can set.
//!
//! | id | what | range | default |
//! |---|---|---|---|
//! | `step` | step size on the parabola and in the valley | 0.01 to 2.5 | 1.8 |
//! | `time` | step of the recorded run that is shown | 0 to 5000, by 10 | 5000 |
//! | `curvature` | λ of the parabola, λmax of the valley | 0.25 to 4, logarithmic | 1 |
//! | `ratio` | λmax/λmin of the valley | 1 to 100, logarithmic | 25 |
//! | `momentum` | β in the valley | 0 to 0.95 | 0.8 |
//! | `wells-step` | step size in the two wells | 0.5 to 2.1 | 1.4 |
//! | `catapult-step` | step size of the catapult | 0.01 to 0.5 | 0.4 |
//! | `edge-step` | step size of the net on a sine | 0.05 to 1 | 0.3 |
//! | `zoom` | the map is 2ᶻ times larger | 0 to 48 | 0 |
//! | `hidden-step` | chosen step size of the hidden layer | 0 to 16, all digits | 8 |
//! | `output-step` | chosen step size of the output | 0 to 1, all digits | 0.4888233121744558 |
//! | `output` | output of the net of the map | linear, tanh | linear |
//! | `seed` | seed of the weights of both nets | | 1 |

use super::edge::run;
use super::map::window::WHOLE;
use super::{parabola, strings, wells};
use crate::{Choice, PREDICTION, Parameter, Prediction};

pub(super) const STEP: &str = "step";
pub(super) const TIME: &str = "time";
pub(super) const CURVATURE: &str = "curvature";
pub(super) const RATIO: &str = "ratio";
pub(super) const MOMENTUM: &str = "momentum";
pub(super) const WELLS_STEP: &str = "wells-step";
pub(super) const CATAPULT_STEP: &str = "catapult-step";
pub(super) const EDGE_STEP: &str = "edge-step";
pub(super) const ZOOM: &str = "zoom";
/// The chosen place of the map: step sizes of the hidden layer and of the output.
pub(super) const CHOSEN: [&str; 2] = ["hidden-step", "output-step"];
pub(super) const OUTPUT: &str = "output";
pub(super) const SEED: &str = "seed";

/// The largest step size on the parabola.
pub(super) const LARGEST_STEP: f64 = 2.5;
/// The largest zoom: beyond it neighbouring step sizes are one number.
pub(super) const LARGEST_ZOOM: f64 = 48.0;

/// The place that is chosen at the start: on the border, to the last digit. The run of the next larger
/// number of the machine diverges.
const BORDER: [f64; 2] = [8.0, 0.488_823_312_174_455_8];

const OUTPUTS: &[Choice] = &[
    Choice {
        id: "linear",
        label: strings::OUTPUTS[0],
    },
    Choice {
        id: "tanh",
        label: strings::OUTPUTS[1],
    },
];

const ANSWERS: &[Choice] = &[
    Choice {
        id: "faster",
        label: strings::ANSWERS[0],
    },
    Choice {
        id: "slower",
        label: strings::ANSWERS[1],
    },
    Choice {
        id: "never",
        label: strings::ANSWERS[2],
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    number(
        STEP,
        "η",
        strings::STEP_LABEL,
        [0.01, LARGEST_STEP],
        0.01,
        1.8,
    ),
    number(
        TIME,
        "k",
        strings::TIME_LABEL,
        [0.0, run::STEPS as f64],
        run::EVERY as f64,
        run::STEPS as f64,
    )
    .whole()
    .played_at(60.0),
    number(
        CURVATURE,
        "λ",
        strings::CURVATURE_LABEL,
        [0.25, 4.0],
        0.02,
        1.0,
    )
    .logarithmic()
    .more(),
    number(RATIO, "κ", strings::RATIO_LABEL, [1.0, 100.0], 0.02, 25.0)
        .logarithmic()
        .more(),
    number(
        MOMENTUM,
        "β",
        strings::MOMENTUM_LABEL,
        [0.0, 0.95],
        0.01,
        0.8,
    )
    .more(),
    number(
        WELLS_STEP,
        "η",
        strings::WELLS_STEP_LABEL,
        wells::compute::STEPS,
        0.002,
        1.4,
    )
    .more(),
    number(
        CATAPULT_STEP,
        "η",
        strings::CATAPULT_STEP_LABEL,
        [0.01, 0.5],
        0.005,
        0.4,
    )
    .more(),
    number(
        EDGE_STEP,
        "η",
        strings::EDGE_STEP_LABEL,
        [0.05, 1.0],
        0.05,
        0.3,
    )
    .more(),
    number(
        ZOOM,
        "z",
        strings::ZOOM_LABEL,
        [0.0, LARGEST_ZOOM],
        1.0,
        0.0,
    )
    .whole()
    .more(),
    chosen(0, "η₁", BORDER[0]),
    chosen(1, "η₂", BORDER[1]),
    Parameter::choice(OUTPUT, strings::OUTPUT_LABEL, OUTPUTS, 0).more(),
    Parameter::seed(SEED, strings::SEED_LABEL, 1).more(),
];

const fn number(
    id: &'static str,
    symbol: &'static str,
    label: &'static str,
    range: [f64; 2],
    step: f64,
    default: f64,
) -> Parameter {
    Parameter::number(id, symbol, label, range, step, default)
}

/// A coordinate of the map, with all digits that a number holds.
const fn chosen(axis: usize, symbol: &'static str, default: f64) -> Parameter {
    let label = strings::CHOSEN_LABELS[axis];
    let range = [0.0, WHOLE[axis]];
    number(CHOSEN[axis], symbol, label, range, 0.01, default)
        .exact()
        .more()
}

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 0),
    figure: parabola::figure::PARABOLA,
};
