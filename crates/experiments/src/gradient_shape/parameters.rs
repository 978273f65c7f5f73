//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `scale` | 1 | 0 | 1.2 |
//! | `activation` | tanh | | |
//! | `axis` | linear | | |
//! | `x1` to `x7` | −6, −3, −0.5, 0, 0.5, 3, 6 | −6 | 6 |

use popgrad_figures::number;

use super::{figures, strings};
use crate::activation;
use crate::{Choice, PREDICTION, Parameter, Prediction};

/// Id of the factor of all inputs.
pub(super) const SCALE: &str = "scale";
/// Id of the scale of the gradient axis.
pub(super) const AXIS: &str = "axis";
/// Ids of the members.
pub(super) const MEMBERS: [&str; 7] = ["x1", "x2", "x3", "x4", "x5", "x6", "x7"];

/// The inputs of the seed.
pub(super) const SEED: [f64; 7] = [-6.0, -3.0, -0.5, 0.0, 0.5, 3.0, 6.0];

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
    Parameter::number(SCALE, "s", strings::SCALE_LABEL, [0.0, 1.2], 0.01, 1.0)
        .spoken_as(|value| strings::scale_spoken(&number::short(value))),
    activation::parameter(strings::ACTIVATION_LABEL),
    Parameter::choice(AXIS, strings::AXIS_LABEL, AXES, 0).more(),
    member(0, "x₁", strings::MEMBER_LABELS[0]),
    member(1, "x₂", strings::MEMBER_LABELS[1]),
    member(2, "x₃", strings::MEMBER_LABELS[2]),
    member(3, "x₄", strings::MEMBER_LABELS[3]),
    member(4, "x₅", strings::MEMBER_LABELS[4]),
    member(5, "x₆", strings::MEMBER_LABELS[5]),
    member(6, "x₇", strings::MEMBER_LABELS[6]),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "x",
        strings::PREDICTION_LABEL,
        [0.0, 6.0],
        0.01,
        3.0,
    ),
    figure: figures::SHAPE,
};

const fn member(index: usize, symbol: &'static str, label: &'static str) -> Parameter {
    Parameter::number(
        MEMBERS[index],
        symbol,
        label,
        [-6.0, 6.0],
        0.01,
        SEED[index],
    )
    .field()
    .more()
}
