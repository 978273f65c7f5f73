//! The experiments, in the order of the page.

use crate::gradient_shape::GradientShape;
use crate::{Error, Experiment};

/// Every experiment in the order of the page.
#[must_use]
pub fn registry() -> &'static [&'static dyn Experiment] {
    &[&GradientShape]
}

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
