//! The experiments, in the order of the page.

use crate::depth_decay::DepthDecay;
use crate::flow_vs_descent::FlowVsDescent;
use crate::gradient_shape::GradientShape;
use crate::intrinsic_flow::IntrinsicFlow;
use crate::population_vs_scalar::PopulationVsScalar;
use crate::reduction_bottleneck::ReductionBottleneck;
use crate::shared_subgraph::SharedSubgraph;
use crate::symmetry_breaking::SymmetryBreaking;
use crate::training_stability::TrainingStability;
use crate::vanishing_exploding::VanishingExploding;
use crate::xor::Xor;
use crate::{Article, Error, Experiment};

/// The order of the page, said once: [`registry`], [`first`] and [`articles`] are the same list seen
/// from three sides. What stands before the semicolon is on the first screen.
macro_rules! experiments {
    ($($first:ident),+; $($later:ident),* $(,)?) => {
        /// Every experiment in the order of the page.
        #[must_use]
        pub fn registry() -> &'static [&'static dyn Experiment] {
            &[$(&$first,)+ $(&$later),*]
        }

        /// The experiments of the first screen. A WebAssembly file that asks for no others carries
        /// no others, so the first slider works while the rest is on its way.
        #[must_use]
        pub fn first() -> &'static [&'static dyn Experiment] {
            &[$(&$first),+]
        }

        /// Every experiment with its text, in the order of the page.
        #[must_use]
        pub fn articles() -> &'static [&'static dyn Article] {
            &[$(&$first,)+ $(&$later),*]
        }
    };
}

experiments![
    GradientShape;
    DepthDecay,
    PopulationVsScalar,
    SharedSubgraph,
    ReductionBottleneck,
    SymmetryBreaking,
    IntrinsicFlow,
    Xor,
    VanishingExploding,
    TrainingStability,
    FlowVsDescent,
];

/// The experiment of a slug.
///
/// # Errors
/// When no experiment has this slug; the message names those that there are.
pub fn find(slug: &str) -> Result<&'static dyn Experiment, Error> {
    find_among(registry(), slug)
}

/// The experiment of the [`first`] screen that has this slug.
///
/// # Errors
/// When no experiment of the first screen has it; the message names those that there are.
pub fn find_first(slug: &str) -> Result<&'static dyn Experiment, Error> {
    find_among(first(), slug)
}

fn find_among(
    experiments: &[&'static dyn Experiment],
    slug: &str,
) -> Result<&'static dyn Experiment, Error> {
    let found = experiments
        .iter()
        .find(|experiment| experiment.slug() == slug);
    found.copied().ok_or_else(|| Error::UnknownExperiment {
        slug: slug.to_owned(),
        known: experiments.iter().map(|one| one.slug()).collect(),
    })
}
