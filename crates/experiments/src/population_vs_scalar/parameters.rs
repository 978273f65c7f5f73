//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `units` | 4 | 1 | 256, logarithmic |
//! | `width` | 1 | 1 | 64, logarithmic |
//! | `net` | linear | | |
//! | `input` | 0.5 | −3 | 3 |
//! | `noise` | 0.5 | 0.05 | 2 |
//! | `seed` | 1 | | |

use super::{depth_figure, strings};
use crate::{Choice, PREDICTION, Parameter, Prediction};

/// Id of the number of units.
pub(super) const UNITS: &str = "units";
/// Id of the width of the deep net.
pub(super) const WIDTH: &str = "width";
/// Id of the kind of the deep net.
pub(super) const NET: &str = "net";
/// Id of the input of every unit.
pub(super) const INPUT: &str = "input";
/// Id of the standard deviation of the noise.
pub(super) const NOISE: &str = "noise";
/// Id of the seed.
pub(super) const SEED: &str = "seed";

const NETS: &[Choice] = &[
    Choice {
        id: "linear",
        label: strings::NETS[0],
    },
    Choice {
        id: "tanh",
        label: strings::NETS[1],
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(UNITS, "N", strings::UNITS_LABEL, [1.0, 256.0], 0.03, 4.0)
        .logarithmic()
        .whole()
        .spoken_as(strings::units_spoken),
    Parameter::number(WIDTH, "n", strings::WIDTH_LABEL, [1.0, 64.0], 0.03, 1.0)
        .logarithmic()
        .whole()
        .spoken_as(strings::width_spoken),
    Parameter::choice(NET, strings::NET_LABEL, NETS, 0).more(),
    Parameter::number(INPUT, "x", strings::INPUT_LABEL, [-3.0, 3.0], 0.05, 0.5).more(),
    Parameter::number(NOISE, "σ", strings::NOISE_LABEL, [0.05, 2.0], 0.05, 0.5).more(),
    Parameter::seed(SEED, strings::SEED_LABEL, 1).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "p",
        strings::PREDICTION_LABEL,
        [-20.0, 2.0],
        0.1,
        0.0,
    ),
    figure: depth_figure::DEPTH,
};
