//! The experiments as the page shows them at the start: computed once, written in several places.

use popgrad_experiments::{Article, Parameter, State};
use popgrad_figures::Figure;

use super::controls::Controls;
use super::experiment::failed;
use crate::error::Error;

/// An experiment with its figures in their default state.
pub(crate) struct Chapter {
    /// Its place on the page, from 1 on.
    pub(super) number: usize,
    pub(super) article: &'static dyn Article,
    pub(super) state: State,
    pub(crate) figures: Vec<Figure>,
}

/// All experiments in the order of the page.
///
/// # Errors
/// If a figure cannot be computed.
pub(super) fn all() -> Result<Vec<Chapter>, Error> {
    (1..)
        .zip(popgrad_experiments::articles())
        .map(|(number, article)| Chapter::at_start(number, *article))
        .collect()
}

impl Chapter {
    fn at_start(number: usize, article: &'static dyn Article) -> Result<Self, Error> {
        let slug = article.slug();
        let mut state = State::defaults(article);
        state.finish().map_err(|cause| failed(slug, &cause))?;
        let figures = article
            .figures(&state)
            .map_err(|cause| failed(slug, &cause))?;
        Ok(Self {
            number,
            article,
            state,
            figures,
        })
    }

    /// Whether it is the experiment of the first screen: a reader may touch all of it at once.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// Its parameters with their values.
    pub(super) fn shown(&self) -> Vec<(&'static Parameter, f64)> {
        self.state.iter().collect()
    }

    /// The controls of its parameters.
    pub(super) fn controls(&self) -> Controls {
        Controls::placed(&self.shown())
    }

    /// The name of the file with its controls behind "more", if they are fetched as it comes alive.
    pub(super) fn more(&self) -> Option<String> {
        let fetched = !self.is_first() && self.controls().have_more();
        fetched.then(|| format!("{}-more.html", self.article.slug()))
    }

    /// Whether a figure stands on the first screen: the first of the first experiment.
    pub(super) fn is_first_on_page(&self, figure: &Figure) -> bool {
        self.is_first()
            && self
                .figures
                .first()
                .is_some_and(|first| first.id == figure.id)
    }
}
