//! What a reader can set.

use popgrad_figures::number;

use super::{figures, strings};
use crate::{PREDICTION, Parameter, Prediction};

/// Id of the factor of all inputs.
pub(super) const SCALE: &str = "scale";

pub(super) const PARAMETERS: &[Parameter] =
    &[
        Parameter::number(SCALE, "s", strings::SCALE_LABEL, [0.0, 1.2], 0.01, 1.0)
            .spoken_as(|value| strings::scale_spoken(&number::short(value))),
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
