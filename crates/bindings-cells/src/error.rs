//! What can go wrong at the border.

use std::fmt;

use wasm_bindgen::JsValue;

/// Why something could not be passed to JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(cause) = self;
        write!(out, "what the cell put out cannot be passed on: {cause}")
    }
}

impl std::error::Error for Error {}

impl From<serde_wasm_bindgen::Error> for Error {
    fn from(cause: serde_wasm_bindgen::Error) -> Self {
        Self(cause.to_string())
    }
}

impl From<popgrad_figures::Error> for Error {
    fn from(cause: popgrad_figures::Error) -> Self {
        Self(cause.to_string())
    }
}

impl From<popgrad_cells::Report> for Error {
    fn from(report: popgrad_cells::Report) -> Self {
        Self(report.message)
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}
