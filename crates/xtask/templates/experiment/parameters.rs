//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `input` | 1 | −2 | 2 |

use super::{figures, strings};
use crate::{PREDICTION, Parameter, Prediction};

/// Id of the input.
pub(super) const INPUT: &str = "input";

pub(super) const PARAMETERS: &[Parameter] = &[Parameter::number(
    INPUT,
    "x",
    strings::INPUT_LABEL,
    [-2.0, 2.0],
    0.01,
    1.0,
)];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "g",
        strings::PREDICTION_LABEL,
        [0.0, 4.0],
        0.01,
        1.0,
    ),
    figure: figures::PARABOLA,
};
