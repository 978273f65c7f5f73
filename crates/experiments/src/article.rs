//! What the page says about an experiment.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::{Error, Experiment};

/// The numbers that texts ask for: their names, and how they are printed.
pub type Numbers = Vec<(&'static str, String)>;

/// What the page says about an experiment. It is written into the HTML when the page is built and
/// stays out of the WebAssembly file, which reaches experiments by [`Experiment`] alone.
pub trait Article: Experiment {
    /// Every text of the experiment.
    fn words(&self) -> &'static Words;

    /// The code of its cell, in Python.
    fn code(&self) -> &'static str;

    /// Computes the numbers that the texts ask for; [`numbers`](Article::numbers) remembers them.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn computed_numbers(&self) -> Result<Numbers, Error>;

    /// The numbers that the texts ask for, computed once: some take many runs.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    fn numbers(&self) -> Result<Numbers, Error> {
        static KNOWN: Mutex<BTreeMap<&str, Numbers>> = Mutex::new(BTreeMap::new());
        let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(numbers) = known().get(self.slug()) {
            return Ok(numbers.clone());
        }
        let numbers = self.computed_numbers()?;
        known().insert(self.slug(), numbers.clone());
        Ok(numbers)
    }
}

/// The texts of an experiment. Prose, what to notice and the sheet are Markdown with LaTeX mathematics
/// between dollar signs, `{{name}}` for each measured number, and `{{=id}}` for the value of a
/// parameter, which the reader can move in the sentence.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Its title.
    pub title: &'static str,
    /// The question that it answers.
    pub question: &'static str,
    /// One plain sentence that stands under the title.
    pub lead: &'static str,
    /// What it demonstrates, in a few words: its row in the summary at the end of the page.
    pub demonstrates: &'static str,
    /// The text.
    pub prose: &'static str,
    /// What to notice.
    pub notice: &'static str,
    /// The teacher's sheet: goal, misconception, script of five minutes, three predictions with the
    /// wrong answers to expect, one transfer exercise.
    pub sheet: &'static str,
}
