//! What a cell puts out.

use std::borrow::Cow;

use popgrad_figures::Figure;
use popgrad_graph::GraphView;

use crate::Report;

/// What a cell put out, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Printed text.
    Text(String),
    /// A figure.
    Figure(Box<Figure>),
    /// A graph that a reader steps through: a figure that follows the reader's steps without another run.
    Graph(Box<GraphView>),
    /// A control that the cell asks for.
    Control(Control),
}

impl Event {
    /// Whether it is a figure or a graph.
    pub(crate) fn is_figure(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::Graph(_))
    }
}

/// A control that a cell asks for. The reader's setting goes to
/// [`Session::set_slider`](crate::Session::set_slider) or [`Session::set_choice`](crate::Session::set_choice) before
/// the cell runs again.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// `slider(name, value, low, high, step)`
    Slider {
        /// Its name, unique among the controls.
        name: String,
        /// The value that the cell got.
        value: f64,
        /// The ends.
        range: [f64; 2],
        /// The step between values, if the cell names one.
        step: Option<f64>,
    },
    /// `choice(name, options)`
    Choice {
        /// Its name, unique among the controls.
        name: String,
        /// What can be chosen, as it is printed.
        options: Vec<String>,
        /// The place of the option that the cell got.
        chosen: usize,
    },
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What was put out, in order, also before an error.
    pub events: Vec<Event>,
    /// Why it ended early, if it did.
    pub error: Option<Report>,
    /// The steps it took.
    pub steps: u64,
}

impl Outcome {
    /// All printed text.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// The figures, in order; graphs as they stand.
    pub fn figures(&self) -> impl Iterator<Item = Cow<'_, Figure>> {
        self.events.iter().filter_map(|event| match event {
            Event::Figure(figure) => Some(Cow::Borrowed(&**figure)),
            Event::Graph(view) => Some(Cow::Owned(view.figure())),
            _ => None,
        })
    }
}
