//! The language of the code cells: a subset of Python.

mod builtins;
mod code;
mod eval;
mod event;
mod format;
mod library;
mod limits;
mod memory;
mod methods;
mod names;
mod parse;
mod raise;
mod report;
mod session;
mod suggest;
mod value;

pub use event::{Control, Event, Outcome};
pub use limits::Limits;
pub use report::{Frame, Position, Range, Report};
pub use session::Session;
