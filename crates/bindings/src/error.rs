//! The one error of this crate.

use std::fmt;

use wasm_bindgen::{JsError, JsValue};

/// Why a call from JavaScript was refused. It reaches the page as an exception with this message.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The engine refused a call.
    Engine {
        /// The call, as JavaScript names it.
        call: &'static str,
        /// Why.
        error: popgrad::Error,
    },
    /// The JavaScript side refused a value: its exception.
    Refused(JsValue),
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
            Self::Engine { call, error } => {
                let text = error.to_string();
                if !text.starts_with(call) {
                    write!(formatter, "{call}: ")?;
                }
                formatter.write_str(&text)
            }
            Self::Refused(_) => formatter.write_str("JavaScript refused the value"),
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

/// Makes the error of a call that the engine refused, in whose words the call has another name.
#[cfg(feature = "full")]
pub(crate) fn refused(call: &'static str) -> impl Fn(popgrad::Error) -> Error {
    move |mut error| {
        use popgrad::Error::{Borrowed, Length, NotALeaf};
        if let Length { operation, .. } | NotALeaf { operation, .. } | Borrowed { operation } =
            &mut error
        {
            *operation = call;
        }
        Error::Engine { call, error }
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
        match error {
            Error::Refused(exception) => exception,
            error => JsError::new(&error.to_string()).into(),
        }
    }
}
