//! What a reader can set.
//!
//! | id | what | range | default |
//! |---|---|---|---|
//! | `layers` | number of tanh layers | 1 to 1000, logarithmic | 8 |
//! | `weight` | weight of every layer | 0.1 to 3 | 1 |
//! | `first` | first input | −6 to 6 | 0.5 |
//! | `second` | second input | −6 to 6 | 4.5 |
//! | `axis` | axis of the gradient | linear, log₁₀ | linear |

use super::{figures, strings};
use crate::{Choice, PREDICTION, Parameter, Prediction};

pub(super) const LAYERS: &str = "layers";
pub(super) const WEIGHT: &str = "weight";
/// The two inputs.
pub(super) const INPUTS: [&str; 2] = ["first", "second"];
pub(super) const AXIS: &str = "axis";

/// The inputs of the seed.
pub(super) const SEED: [f64; 2] = [0.5, 4.5];
/// How far inputs reach to both sides.
pub(super) const REACH: f64 = 6.0;
/// The most layers.
pub(super) const DEEPEST: usize = 1000;

const AXES: &[Choice] = &[
    Choice {
        id: "linear",
        label: strings::LINEAR,
    },
    Choice {
        id: "log",
        label: strings::LOG,
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(
        LAYERS,
        "L",
        strings::LAYERS_LABEL,
        [1.0, DEEPEST as f64],
        0.02,
        8.0,
    )
    .logarithmic()
    .whole()
    .spoken_as(strings::layers_spoken),
    Parameter::number(WEIGHT, "w", strings::WEIGHT_LABEL, [0.1, 3.0], 0.01, 1.0),
    input(0, "x₁", strings::FIRST_LABEL),
    input(1, "x₂", strings::SECOND_LABEL),
    Parameter::choice(AXIS, strings::AXIS_LABEL, AXES, 0).more(),
];

const fn input(number: usize, symbol: &'static str, label: &'static str) -> Parameter {
    Parameter::number(
        INPUTS[number],
        symbol,
        label,
        [-REACH, REACH],
        0.1,
        SEED[number],
    )
    .more()
}

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "p",
        strings::PREDICTION_LABEL,
        [0.0, 100.0],
        1.0,
        50.0,
    )
    .in_unit("%"),
    figure: figures::LAYERS,
};
