//! The engine, the experiments and their figures for JavaScript.
//!
//! Conversion and nothing else: arithmetic lives in `popgrad`, content in `popgrad-experiments`,
//! drawing in `popgrad-figures`. Only fallible functions cross the border, so bad input becomes a
//! JavaScript exception and never a trap that would leave the page dead.
//!
//! The feature `full`, on by default, brings everything. Without it the crate holds what the first
//! screen needs and no more: the class [`Experiment`] with the experiments of the first screen
//! (`crates/bindings-first` makes that file).

#[cfg(feature = "full")]
mod arena;
#[cfg(feature = "full")]
mod border;
#[cfg(feature = "full")]
mod cell_figure;
mod convert;
#[cfg(feature = "full")]
mod download;
mod enlarged;
mod error;
mod experiment;
#[cfg(feature = "full")]
mod job;
mod link;
mod made;
#[cfg(feature = "full")]
mod node;
#[cfg(feature = "full")]
mod operations;
mod picture;
mod shown;
#[cfg(feature = "full")]
mod tape;

#[cfg(feature = "full")]
pub use cell_figure::CellFigure;
pub use error::Error;
pub use experiment::Experiment;
#[cfg(feature = "full")]
pub use node::Nodes;
#[cfg(feature = "full")]
pub use operations::operations;
#[cfg(feature = "full")]
pub use tape::Tape;
