//! The language of the code cells for JavaScript, as a WebAssembly file of its own.
//!
//! Conversion and nothing else: a [`Session`] runs cells and gives what they put out as plain objects. Only text,
//! numbers and figures as bytes cross the border; the file `popgrad-web` draws those figures. It is made for a worker,
//! which the page ends when it gives no sign.

mod error;
mod graph;
mod outcome;
mod session;

pub use error::Error;
pub use session::Session;
