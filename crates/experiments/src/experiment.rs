//! What every experiment gives.

use popgrad_figures::Figure;
use serde::Serialize;

use crate::{Error, Job, Parameter, Prediction, State};

/// An experiment: what a reader can set, and pure functions from there to figures and explanations.
pub trait Experiment: Sync {
    /// Stable id: part of links and file names.
    fn slug(&self) -> &'static str;

    /// Its title.
    fn title(&self) -> &'static str;

    /// What a reader can set.
    fn parameters(&self) -> &'static [Parameter];

    /// What the reader is asked before the truth is revealed.
    fn prediction(&self) -> &'static Prediction;

    /// What is said when the reader has answered: the truth, and how far from it the answer is.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn verdict(&self, state: &State, answer: f64) -> Result<String, Error>;

    /// The figures of this state.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error>;

    /// What a mark is, with its formula.
    ///
    /// # Errors
    /// When no figure of this experiment has such a mark.
    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error>;

    /// The long computations that this state asks for.
    fn jobs(&self, _state: &State) -> Vec<Job> {
        Vec::new()
    }

    /// Computes one part of a long computation. It reads the parameters of `state` alone: the same
    /// values give the same numbers in every worker.
    ///
    /// # Errors
    /// When the experiment has no such job, or when the engine refuses an operation.
    fn work(&self, _state: &State, job: &str, _part: usize) -> Result<Vec<f64>, Error> {
        Err(Error::UnknownJob { id: job.to_owned() })
    }
}

/// What the page says about an experiment. It is written into the HTML when the page is built and
/// stays out of the WebAssembly file, which reaches experiments by [`Experiment`] alone.
pub trait Article: Experiment {
    /// The question that it answers.
    fn question(&self) -> &'static str;

    /// One plain sentence that stands under the title.
    fn lead(&self) -> &'static str;

    /// What it demonstrates, in a few words: its row in the summary at the end of the page.
    fn demonstrates(&self) -> &'static str;

    /// The text: Markdown with LaTeX mathematics between dollar signs, `{{name}}` for each measured
    /// number, and `{{=id}}` for the value of a parameter, which the reader can move in the sentence.
    fn prose(&self) -> &'static str;

    /// What to notice, as Markdown of the same kind.
    fn notice(&self) -> &'static str;

    /// The teacher's sheet, as Markdown of the same kind: goal, misconception, script of five
    /// minutes, three predictions with the wrong answers to expect, one transfer exercise.
    fn sheet(&self) -> &'static str;

    /// The numbers that the texts ask for, as they are printed.
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
