//! The experiments of the notebook: one folder each, and the registry that lists them.
//!
//! ```
//! use popgrad_experiments::{Values, find};
//! let experiment = find("gradient-shape")?;
//! let figures = experiment.figures(&Values::defaults(experiment))?;
//! assert_eq!(figures.len(), 1);
//! # Ok::<(), popgrad_experiments::Error>(())
//! ```

mod error;
mod experiment;
mod fill;
mod gradient_shape;
mod parameter;
mod registry;
mod values;

pub use error::Error;
pub use experiment::{Article, Experiment, Explanation};
pub use fill::fill;
pub use parameter::{Parameter, Scale};
pub use registry::{articles, find, registry};
pub use values::Values;
