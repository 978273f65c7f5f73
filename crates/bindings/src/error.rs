//! The one error of this crate.

use std::fmt;

use wasm_bindgen::{JsError, JsValue};

/// Why a call from JavaScript was refused. It reaches the page as an exception with this message.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The engine refused the operation.
    Engine(popgrad::Error),
    /// An experiment refused a parameter or could not be computed.
    Experiment(popgrad_experiments::Error),
    /// A value is of a kind that the call does not take.
    Kind {
        /// The call, as JavaScript names it.
        call: &'static str,
        /// What was given.
        given: String,
        /// What is expected.
        expected: &'static str,
    },
    /// The canvas could not be drawn on.
    Canvas(String),
    /// A result could not be turned into a JavaScript value.
    Conversion(String),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engine(error) => error.fmt(formatter),
            Self::Experiment(error) => error.fmt(formatter),
            Self::Kind {
                call,
                given,
                expected,
            } => {
                write!(formatter, "{call}: given {given}, expected {expected}")
            }
            Self::Canvas(reason) => write!(
                formatter,
                "draw: the canvas took no drawing ({reason}); the picture before it stays valid"
            ),
            Self::Conversion(reason) => {
                write!(
                    formatter,
                    "a result could not be passed to JavaScript: {reason}"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<popgrad::Error> for Error {
    fn from(error: popgrad::Error) -> Self {
        Self::Engine(error)
    }
}

impl From<popgrad_experiments::Error> for Error {
    fn from(error: popgrad_experiments::Error) -> Self {
        Self::Experiment(error)
    }
}

impl From<serde_wasm_bindgen::Error> for Error {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Self::Conversion(error.to_string())
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        JsError::new(&error.to_string()).into()
    }
}
