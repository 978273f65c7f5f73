//! What every experiment gives.

use popgrad_figures::Figure;
use serde::Serialize;

use crate::{Error, Parameter, Values};

/// An experiment: what a reader can set, and pure functions from there to figures and explanations.
pub trait Experiment: Sync {
    /// Stable id: part of links and file names.
    fn slug(&self) -> &'static str;

    /// Its title.
    fn title(&self) -> &'static str;

    /// What a reader can set.
    fn parameters(&self) -> &'static [Parameter];

    /// The figures for these values.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn figures(&self, values: &Values) -> Result<Vec<Figure>, Error>;

    /// What a mark is, with its formula.
    ///
    /// # Errors
    /// When no figure of this experiment has such a mark.
    fn explain(&self, values: &Values, figure: &str, mark: &str) -> Result<Explanation, Error>;
}

/// What the page says about an experiment. It is written into the HTML when the page is built and
/// stays out of the WebAssembly file, which reaches experiments by [`Experiment`] alone.
pub trait Article: Experiment {
    /// The question that it answers.
    fn question(&self) -> &'static str;

    /// One plain sentence that stands under the title.
    fn lead(&self) -> &'static str;

    /// The text: Markdown with LaTeX mathematics between dollar signs and `{{name}}` for each
    /// measured number.
    fn prose(&self) -> &'static str;

    /// What to notice, as Markdown of the same kind.
    fn notice(&self) -> &'static str;

    /// The numbers that the prose asks for, as they are printed.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn numbers(&self) -> Result<Vec<(&'static str, String)>, Error>;

    /// The code of its cell, in Python.
    fn code(&self) -> &'static str;
}

/// What a mark is: in words, and as a formula with the numbers in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// What the mark shows.
    pub words: String,
    /// The formula with its numbers, as plain text.
    pub formula: String,
}
