//! The experiments, in the order of the page.

use crate::depth_decay::DepthDecay;
use crate::gradient_shape::GradientShape;
use crate::intrinsic_flow::IntrinsicFlow;
use crate::population_vs_scalar::PopulationVsScalar;
use crate::reduction_bottleneck::ReductionBottleneck;
use crate::shared_subgraph::SharedSubgraph;
use crate::symmetry_breaking::SymmetryBreaking;
use crate::{Article, Error, Experiment};

/// The order of the page, said once: [`registry`] and [`articles`] are the same list seen from two sides.
macro_rules! experiments {
    ($($experiment:ident),+ $(,)?) => {
        /// Every experiment in the order of the page.
        #[must_use]
        pub fn registry() -> &'static [&'static dyn Experiment] {
            &[$(&$experiment),+]
        }

        /// Every experiment with its text, in the order of the page.
        #[must_use]
        pub fn articles() -> &'static [&'static dyn Article] {
            &[$(&$experiment),+]
        }
    };
}

experiments![
    GradientShape,
    DepthDecay,
    PopulationVsScalar,
    SharedSubgraph,
    ReductionBottleneck,
    SymmetryBreaking,
    IntrinsicFlow
];

/// The experiment of a slug.
///
/// # Errors
/// When no experiment has this slug; the message names those that there are.
pub fn find(slug: &str) -> Result<&'static dyn Experiment, Error> {
    let found = registry()
        .iter()
        .find(|experiment| experiment.slug() == slug);
    found.copied().ok_or_else(|| Error::UnknownExperiment {
        slug: slug.to_owned(),
    })
}
