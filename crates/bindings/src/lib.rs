//! The engine, the experiments and their figures for JavaScript.
//!
//! Conversion and nothing else: arithmetic lives in `popgrad`, content in `popgrad-experiments`,
//! drawing in `popgrad-figures`. Only fallible functions cross the border, so bad input becomes a
//! JavaScript exception and never a trap that would leave the page dead.

mod arena;
mod border;
mod convert;
mod error;
mod experiment;
mod link;
mod node;
mod operations;
mod picture;
mod tape;

pub use error::Error;
pub use experiment::Experiment;
pub use node::Nodes;
pub use operations::operations;
pub use tape::Tape;
