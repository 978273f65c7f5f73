//! Why a solution could not be carried on.

use std::fmt;

/// Why a solution could not be carried on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The field, or the solution, is infinite or not a number however short the step is.
    NotFinite {
        /// The last time that was reached.
        time: f64,
    },
    /// The error asks for steps so short that the time no longer moves.
    StepUnderflow {
        /// The last time that was reached.
        time: f64,
        /// The step that was to follow.
        step: f64,
    },
    /// The steps that were allowed are used up.
    TooManySteps {
        /// The last time that was reached.
        time: f64,
        /// How many steps were made.
        steps: usize,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { time } => write!(
                out,
                "beyond time {time} the solution is not a finite number: end before it"
            ),
            Self::StepUnderflow { time, step } => write!(
                out,
                "at time {time} a step of {step} no longer moves the time: end before it or allow a larger error"
            ),
            Self::TooManySteps { time, steps } => write!(
                out,
                "{steps} steps end at time {time}: allow more steps or a larger error"
            ),
        }
    }
}
