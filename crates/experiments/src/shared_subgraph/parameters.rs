//! What a reader can set.

use popgrad_graph::Rule;

use super::{compute, figures, strings};
use crate::{Choice, Error, PREDICTION, Parameter, Prediction, State};

const STEP: &str = "step";
const ARRIVAL: &str = "arrival";
const MEMBER: &str = "member";
/// Ids of the members of the population.
pub(super) const MEMBERS: [&str; 3] = ["x1", "x2", "x3"];
const A: &str = "a";
const B: &str = "b";
/// Id of the number of rungs.
pub(super) const RUNGS: &str = "rungs";

/// The members lie between these.
pub(super) const REACH: f64 = 5.0;
/// The most rungs of the ladder.
pub(super) const MOST_RUNGS: f64 = 16.0;

const RULES: &[Choice] = &[
    Choice {
        id: "add",
        label: strings::ADD,
    },
    Choice {
        id: "replace",
        label: strings::REPLACE,
    },
    Choice {
        id: "stale",
        label: strings::STALE,
    },
];

const WHOSE: &[Choice] = &[
    Choice {
        id: "x1",
        label: "x₁",
    },
    Choice {
        id: "x2",
        label: "x₂",
    },
    Choice {
        id: "x3",
        label: "x₃",
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
    .played()
    .spoken_as(|step| strings::step_spoken(step as usize, compute::STEPS)),
    Parameter::choice(ARRIVAL, strings::ARRIVAL_LABEL, RULES, 0),
    Parameter::choice(MEMBER, strings::MEMBER_LABEL, WHOSE, 2).more(),
    input(MEMBERS[0], "x₁", strings::INPUT_LABELS[0], 1.0),
    input(MEMBERS[1], "x₂", strings::INPUT_LABELS[1], 2.0),
    input(MEMBERS[2], "x₃", strings::INPUT_LABELS[2], 3.0),
    Parameter::number(
        RUNGS,
        "K",
        strings::RUNGS_LABEL,
        [1.0, MOST_RUNGS],
        1.0,
        10.0,
    )
    .whole()
    .more(),
    Parameter::number(A, "a", strings::A_LABEL, [-2.0, 2.0], 0.05, 1.0).more(),
    Parameter::number(B, "b", strings::B_LABEL, [-2.0, 2.0], 0.05, -0.9).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::number(
        PREDICTION,
        "g",
        strings::PREDICTION_LABEL,
        [-4.0, 12.0],
        0.5,
        0.0,
    ),
    figure: figures::CHECK,
};

/// A member of the population.
const fn input(
    id: &'static str,
    symbol: &'static str,
    label: &'static str,
    default: f64,
) -> Parameter {
    Parameter::number(id, symbol, label, [-REACH, REACH], 0.01, default)
        .field()
        .more()
}

/// The values of the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Settings {
    /// How many steps of the backward pass have been made.
    pub(super) step: usize,
    pub(super) rule: Rule,
    /// The member whose paths are shown, counted from 0.
    pub(super) member: usize,
    pub(super) inputs: [f64; 3],
    /// The factors of the ladder.
    pub(super) factors: [f64; 2],
    pub(super) rungs: usize,
}

impl Settings {
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let mut inputs = [0.0; 3];
        for (input, id) in inputs.iter_mut().zip(MEMBERS) {
            *input = state.get(id)?;
        }
        // What would give the answer away is hidden while the reader predicts: nothing has been sent yet.
        let hides = state.guess().hides();
        Ok(Self {
            step: if hides { 0 } else { state.count(STEP)? },
            rule: match state.count(ARRIVAL)? {
                0 => Rule::Add,
                1 => Rule::Replace,
                _ => Rule::Stale,
            },
            member: state.count(MEMBER)?,
            inputs,
            factors: [state.get(A)?, state.get(B)?],
            rungs: state.count(RUNGS)?,
        })
    }
}
