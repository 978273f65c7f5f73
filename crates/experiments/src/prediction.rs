//! The question that an experiment asks before it reveals.

use crate::Parameter;

/// Id of the answer: a mark whose `Movable` names it moves the reader's prediction.
pub const PREDICTION: &str = "prediction";

/// A question that the reader answers before seeing the truth. Who predicts first learns from a
/// demonstration (Crouch et al. 2004; Brod 2021).
#[derive(Clone, Debug)]
pub struct Prediction {
    /// The question.
    pub question: &'static str,
    /// How it is answered: a number or a choice; its id is [`PREDICTION`], its default is where the
    /// answer stands before the reader moves it.
    pub answer: Parameter,
    /// Id of the figure that the question is about.
    pub figure: &'static str,
}

/// The reader's prediction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Guess {
    /// Not begun: figures show everything.
    None,
    /// Being made: figures show it and hide what would give the answer away.
    Open(f64),
    /// Made: figures show it beside the truth.
    Made(f64),
}

impl Guess {
    /// The value that the reader has set, if any.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::None => None,
            Self::Open(value) | Self::Made(value) => Some(value),
        }
    }

    /// Whether the truth is to be hidden.
    #[must_use]
    pub fn hides(self) -> bool {
        matches!(self, Self::Open(_))
    }
}
