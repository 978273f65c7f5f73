//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `epsilon` | 10⁻⁴ | 10⁻¹⁷ | 1, logarithmic |
//! | `noise` | 10⁻⁸ | 10⁻¹² | 1, logarithmic |
//! | `output` | linear | | |
//! | `equal` | off | | |
//! | `hidden` | 4 | 2 | 8 |
//! | `seed` | 1 | | |

use super::{learning_figure, strings};
use crate::{Choice, PREDICTION, Parameter, Prediction};

/// Id of the difference between the two inputs.
pub(super) const EPSILON: &str = "epsilon";
/// Id of the noise on the weights at the start.
pub(super) const NOISE: &str = "noise";
/// Id of the output's activation.
pub(super) const OUTPUT: &str = "output";
/// Id of the switch that leaves no difference at all.
pub(super) const EQUAL: &str = "equal";
/// Id of the number of hidden units.
pub(super) const HIDDEN: &str = "hidden";
/// Id of the seed.
pub(super) const SEED: &str = "seed";

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
        id: "never",
        label: strings::ANSWERS[0],
    },
    Choice {
        id: "soon",
        label: strings::ANSWERS[1],
    },
    Choice {
        id: "late",
        label: strings::ANSWERS[2],
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(
        EPSILON,
        "ε",
        strings::EPSILON_LABEL,
        [1e-17, 1.0],
        0.125,
        1e-4,
    )
    .logarithmic(),
    Parameter::number(NOISE, "σ", strings::NOISE_LABEL, [1e-12, 1.0], 0.125, 1e-8).logarithmic(),
    Parameter::switch(EQUAL, strings::EQUAL_LABEL, false).more(),
    Parameter::choice(OUTPUT, strings::OUTPUT_LABEL, OUTPUTS, 0).more(),
    Parameter::number(HIDDEN, "H", strings::HIDDEN_LABEL, [2.0, 8.0], 1.0, 4.0)
        .whole()
        .more(),
    Parameter::seed(SEED, strings::SEED_LABEL, 1).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 1),
    figure: learning_figure::LEARNING,
};
