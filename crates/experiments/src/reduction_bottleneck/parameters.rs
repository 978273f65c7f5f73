//! What a reader can set.
//!
//! | id | what | range | default |
//! |---|---|---|---|
//! | `x3` | third member | −4 to 4 | 3 |
//! | `reduction` | sum, mean, max, product, norm, smooth maximum | | sum |
//! | `members` | number of members | 2 to 8 | 3 |
//! | `tanh` | each member goes through tanh first | off, on | on |
//! | `sharpness` | β of the smooth maximum | 0.01 to 50, logarithmic | 1 |
//! | `x1`, `x2`, `x4` to `x8` | the other members | −4 to 4 | 1 |
//! | `twin` | first member of the second population | −4 to 4 | 0.6 |
//! | `size` | members of the linear model | 1 to 256, logarithmic | 8 |
//! | `step` | step size of gradient descent | 0.00001 to 10, logarithmic | 0.1 |

use super::{figures, strings};
use crate::{Choice, PREDICTION, Parameter, Prediction};

pub(super) const REDUCTION: &str = "reduction";
pub(super) const COUNT: &str = "members";
pub(super) const TANH: &str = "tanh";
pub(super) const SHARPNESS: &str = "sharpness";
pub(super) const TWIN: &str = "twin";
pub(super) const SIZE: &str = "size";
pub(super) const STEP: &str = "step";
/// The members.
pub(super) const MEMBERS: [&str; 8] = ["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"];
/// Members reach as far to both sides.
pub(super) const REACH: f64 = 4.0;
/// The most members of the linear model.
pub(super) const LARGEST: f64 = 256.0;
/// The smallest and the largest step of gradient descent.
pub(super) const STEPS: [f64; 2] = [1e-5, 10.0];

const REDUCTIONS: &[Choice] = &[
    Choice {
        id: "sum",
        label: strings::REDUCTIONS[0],
    },
    Choice {
        id: "mean",
        label: strings::REDUCTIONS[1],
    },
    Choice {
        id: "max",
        label: strings::REDUCTIONS[2],
    },
    Choice {
        id: "product",
        label: strings::REDUCTIONS[3],
    },
    Choice {
        id: "norm",
        label: strings::REDUCTIONS[4],
    },
    Choice {
        id: "smooth",
        label: strings::REDUCTIONS[5],
    },
];

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(
        MEMBERS[2],
        "x₃",
        strings::MEMBER_LABELS[2],
        [-REACH, REACH],
        0.05,
        3.0,
    ),
    Parameter::choice(REDUCTION, strings::REDUCTION_LABEL, REDUCTIONS, 0),
    Parameter::number(COUNT, "N", strings::COUNT_LABEL, [2.0, 8.0], 1.0, 3.0)
        .whole()
        .more(),
    Parameter::switch(TANH, strings::TANH_LABEL, true).more(),
    Parameter::number(
        SHARPNESS,
        "β",
        strings::SHARPNESS_LABEL,
        [0.01, 50.0],
        0.02,
        1.0,
    )
    .logarithmic()
    .more(),
    member(0, "x₁"),
    member(1, "x₂"),
    member(3, "x₄"),
    member(4, "x₅"),
    member(5, "x₆"),
    member(6, "x₇"),
    member(7, "x₈"),
    Parameter::number(TWIN, "x₁′", strings::TWIN_LABEL, [-REACH, REACH], 0.05, 0.6).more(),
    Parameter::number(SIZE, "n", strings::SIZE_LABEL, [1.0, LARGEST], 0.02, 8.0)
        .logarithmic()
        .whole()
        .more(),
    Parameter::number(STEP, "η", strings::STEP_LABEL, STEPS, 0.02, 0.1)
        .logarithmic()
        .more(),
];

const fn member(number: usize, symbol: &'static str) -> Parameter {
    let label = strings::MEMBER_LABELS[number];
    Parameter::number(MEMBERS[number], symbol, label, [-REACH, REACH], 0.05, 1.0)
        .field()
        .more()
}

const ANSWERS: &[Choice] = &[
    Choice {
        id: "rises",
        label: strings::ANSWERS[0],
    },
    Choice {
        id: "stays",
        label: strings::ANSWERS[1],
    },
    Choice {
        id: "falls",
        label: strings::ANSWERS[2],
    },
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 1),
    figure: figures::CREDIT,
};
