//! What every experiment gives.

use popgrad_figures::Figure;
use serde::Serialize;

use crate::{Error, Job, Parameter, Prediction, State};

/// An experiment: what a reader can set, and pure functions from there to figures and explanations.
pub trait Experiment: Sync {
    /// Stable id: part of links and file names.
    fn slug(&self) -> &'static str;

    /// What a reader can set.
    fn parameters(&self) -> &'static [Parameter];

    /// What else moves when a parameter is set: other parameters, and their values, which need not be steps of
    /// their sliders. What moves along moves nothing further.
    ///
    /// # Errors
    /// When the experiment asks the state for a parameter that it does not have.
    fn follow(&self, _state: &State, _moved: &str) -> Result<Vec<(&'static str, f64)>, Error> {
        Ok(Vec::new())
    }

    /// What the reader is asked before the truth is revealed.
    fn prediction(&self) -> &'static Prediction;

    /// What is said when the reader has answered: the truth, and how far from it the answer is.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn verdict(&self, state: &State, answer: f64) -> Result<String, Error>;

    /// Its figures in the order of the page, each made from a state by itself.
    fn live_figures(&self) -> &'static [LiveFigure];

    /// One figure of this state, and no other.
    ///
    /// # Errors
    /// When no figure has this id; the message names those that there are. When the engine refuses an
    /// operation.
    fn figure(&self, state: &State, id: &str) -> Result<Figure, Error> {
        (self.live_figure(id)?.make)(state)
    }

    /// All figures of this state, in the order of the page.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        let figures = self.live_figures().iter();
        figures.map(|figure| (figure.make)(state)).collect()
    }

    /// What a mark is, with its formula.
    ///
    /// # Errors
    /// When no figure of this experiment has this id or this mark, or when the engine refuses an
    /// operation.
    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        let explained = (self.live_figure(figure)?.explain)(state, mark)?;
        explained.ok_or_else(|| Error::UnknownMark {
            figure: figure.to_owned(),
            mark: mark.to_owned(),
        })
    }

    /// The figure of an id.
    ///
    /// # Errors
    /// When no figure has this id; the message names those that there are.
    fn live_figure(&self, id: &str) -> Result<&'static LiveFigure, Error> {
        let figures = self.live_figures();
        let found = figures.iter().find(|figure| figure.id == id);
        found.ok_or_else(|| Error::UnknownFigure {
            id: id.to_owned(),
            known: figures.iter().map(|figure| figure.id).collect(),
        })
    }

    /// The long computations that this state asks for.
    fn jobs(&self, _state: &State) -> Vec<Job> {
        Vec::new()
    }

    /// Long computations that only make the pictures of [`jobs`](Experiment::jobs) finer. A page in use asks
    /// for them after those; a picture outside of a page does without.
    fn refinements(&self, _state: &State) -> Vec<Job> {
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

/// A figure that can be made from any state of its experiment.
#[derive(Clone, Copy, Debug)]
pub struct LiveFigure {
    /// Stable id, unique on the page: the id of every [`Figure`] that it makes.
    pub id: &'static str,
    /// Computes what this figure needs, and makes it.
    pub make: fn(&State) -> Result<Figure, Error>,
    /// What a mark of this figure is; nothing for a mark that it does not have.
    pub explain: fn(&State, &str) -> Result<Option<Explanation>, Error>,
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
