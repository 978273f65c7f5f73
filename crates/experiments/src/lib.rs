//! The experiments of the notebook: one folder each, and the registry that lists them.
//!
//! ```
//! use popgrad_experiments::{State, find};
//! let experiment = find("gradient-shape")?;
//! let figure = experiment.figure(&State::defaults(experiment), "gradient-shape")?;
//! assert!(figure.marks().any(|(_, mark)| mark.id == "value-1"));
//! # Ok::<(), popgrad_experiments::Error>(())
//! ```
//!
//! # What was measured
//!
//! The numbers that an experiment is known for, beside those that it measures. Its tests write the table.
//!
#![doc = include_str!("../measured/gradient-shape.md")]
//!
#![doc = include_str!("../measured/depth-decay.md")]
//!
#![doc = include_str!("../measured/population-vs-scalar.md")]
//!
#![doc = include_str!("../measured/shared-subgraph.md")]
//!
#![doc = include_str!("../measured/reduction-bottleneck.md")]
//!
#![doc = include_str!("../measured/symmetry-breaking.md")]
//!
#![doc = include_str!("../measured/intrinsic-flow.md")]
//!
#![doc = include_str!("../measured/xor.md")]
//!
#![doc = include_str!("../measured/vanishing-exploding.md")]
//!
#![doc = include_str!("../measured/training-stability.md")]
//!
#![doc = include_str!("../measured/flow-vs-descent.md")]

mod activation;
mod article;
mod dependence;
mod depth_decay;
mod error;
mod experiment;
mod fill;
mod flow_vs_descent;
mod gradient_shape;
mod intrinsic_flow;
pub mod link;
mod net;
pub mod ode;
mod parameter;
mod phrases;
mod population_vs_scalar;
mod prediction;
mod reads;
mod reduction_bottleneck;
mod registry;
mod shared_subgraph;
mod state;
mod symmetry_breaking;
mod training_stability;
mod vanishing_exploding;
mod work;
mod xor;

pub use article::{Article, Numbers, Words};
pub use dependence::parameters_of;
pub use error::Error;
pub use experiment::{Experiment, Explanation, LiveFigure};
pub use fill::fill;
pub use parameter::{Choice, Control, Pace, Parameter, Place, Scale};
pub use prediction::{Guess, PREDICTION, Prediction};
pub use reads::Reads;
pub use registry::{articles, find, find_first, first, registry};
pub use state::State;
pub use work::Job;
