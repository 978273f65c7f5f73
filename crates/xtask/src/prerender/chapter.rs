//! The experiments as the page shows them at the start: computed once, written in several places.

use popgrad_experiments::{Article, Parameter, State, parameters_of};
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
    /// The parameters that move each figure, in the order of the figures.
    moving: Vec<Vec<&'static Parameter>>,
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
        let moving = figures
            .iter()
            .map(|figure| parameters_of(&state, &figure.id))
            .collect::<Result<_, _>>()
            .map_err(|cause| failed(slug, &cause))?;
        Ok(Self {
            number,
            article,
            state,
            figures,
            moving,
        })
    }

    /// The stable name of the experiment.
    pub(crate) fn slug(&self) -> &'static str {
        self.article.slug()
    }

    /// Its title.
    pub(crate) fn title(&self) -> &'static str {
        self.article.words().title
    }

    /// Whether it is the experiment of the first screen: a reader may touch all of it at once.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// Its parameters with their values.
    pub(super) fn shown(&self) -> Vec<(&'static Parameter, f64)> {
        self.state.iter().collect()
    }

    /// All controls that move a figure, for a page of its own. Figures are named by their places.
    pub(super) fn moving(&self, figure: usize) -> Controls {
        Controls::of_figure(&self.chosen(|parameter| self.moves(parameter, figure)))
    }

    /// The controls that stand under a figure: those that move it and none before it.
    pub(super) fn controls(&self, figure: usize) -> Controls {
        let first = |parameter: &Parameter| {
            let mut figures = 0..self.figures.len();
            figures.find(|&place| self.moves(parameter, place)) == Some(figure)
        };
        Controls::under_figure(&self.chosen(first))
    }

    /// Whether the first control under the first figure moves others too: it stays in view while they go by.
    pub(super) fn is_led(&self) -> bool {
        let main = self.controls(0).main();
        main.is_some_and(|main| (1..self.figures.len()).any(|figure| self.moves(main, figure)))
    }

    /// The name of the file with the controls behind "more" under a figure, if they are fetched as the
    /// experiment comes alive.
    pub(super) fn more(&self, figure: usize) -> Option<String> {
        let fetched = !self.is_first() && self.controls(figure).have_more();
        fetched.then(|| format!("{}-more.html", self.figures[figure].id))
    }

    fn chosen(&self, wanted: impl Fn(&Parameter) -> bool) -> Vec<(&'static Parameter, f64)> {
        let all = self.shown().into_iter();
        all.filter(|(parameter, _)| wanted(parameter)).collect()
    }

    fn moves(&self, parameter: &Parameter, figure: usize) -> bool {
        let moving = self.moving[figure].iter();
        moving.into_iter().any(|one| one.id == parameter.id)
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
