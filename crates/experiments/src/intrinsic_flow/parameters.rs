//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `spread` | 1 | 0.01 | 10, logarithmic |
//! | `activation` | tanh | | |
//! | `mean` | 0 | −4 | 4 |
//! | `compare` | off | | |
//! | `w1`, `w2` | 1, 0.5 | −2 | 2 |
//! | `x1` to `x5` | −3, −1, 0, 1, 3 | −5 | 5 |
//! | `seed` | 1 | | |

use super::{figures, strings};
use crate::activation;
use crate::{Choice, PREDICTION, Parameter, Prediction};

/// Id of the standard deviation of the population.
pub(super) const SPREAD: &str = "spread";
/// Id of the mean of the population.
pub(super) const MEAN: &str = "mean";
/// Id of the switch that shows every activation.
pub(super) const COMPARE: &str = "compare";
/// Ids of the two weights.
pub(super) const WEIGHTS: [&str; 2] = ["w1", "w2"];
/// Id of the seed of the population.
pub(super) const SEED: &str = "seed";
/// Ids of the probes.
pub(super) const PROBES: [&str; 5] = ["x1", "x2", "x3", "x4", "x5"];

/// The inputs of the seed.
pub(super) const INPUTS: [f64; 5] = [-3.0, -1.0, 0.0, 1.0, 3.0];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(SPREAD, "σ", strings::SPREAD_LABEL, [0.01, 10.0], 0.02, 1.0).logarithmic(),
    activation::parameter(strings::ACTIVATION_LABEL),
    Parameter::number(MEAN, "μ", strings::MEAN_LABEL, [-4.0, 4.0], 0.05, 0.0).more(),
    Parameter::switch(COMPARE, strings::COMPARE_LABEL, false).more(),
    Parameter::number(
        WEIGHTS[0],
        "w₁",
        strings::WEIGHT_LABELS[0],
        [-2.0, 2.0],
        0.05,
        1.0,
    )
    .more(),
    Parameter::number(
        WEIGHTS[1],
        "w₂",
        strings::WEIGHT_LABELS[1],
        [-2.0, 2.0],
        0.05,
        0.5,
    )
    .more(),
    probe(0, "x₁", strings::PROBE_LABELS[0]),
    probe(1, "x₂", strings::PROBE_LABELS[1]),
    probe(2, "x₃", strings::PROBE_LABELS[2]),
    probe(3, "x₄", strings::PROBE_LABELS[3]),
    probe(4, "x₅", strings::PROBE_LABELS[4]),
    Parameter::seed(SEED, strings::SEED_LABEL, 1).more(),
];

/// The place of the right answer.
pub(super) const OPPOSITE_PAIRS: f64 = 1.0;

const ANSWERS: &[Choice] = &[
    Choice {
        id: "none",
        label: strings::ANSWERS[0],
    },
    Choice {
        id: "opposite-pairs",
        label: strings::ANSWERS[1],
    },
    Choice {
        id: "far-ones",
        label: strings::ANSWERS[2],
    },
    Choice {
        id: "all",
        label: strings::ANSWERS[3],
    },
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 0),
    figure: figures::PROFILE,
};

const fn probe(index: usize, symbol: &'static str, label: &'static str) -> Parameter {
    Parameter::number(
        PROBES[index],
        symbol,
        label,
        [-5.0, 5.0],
        0.01,
        INPUTS[index],
    )
    .field()
    .more()
}
