//! The graph with its backward pass.

use popgrad_figures::{Figure, Panel};
use popgrad_graph::Rule;

use super::super::compute::Credit;
use super::super::parameters::Settings;
use super::super::strings;
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const GRAPH: &str = "shared-subgraph";

/// The figure.
pub(in super::super) fn graph(state: &State) -> Result<Figure, Error> {
    let settings = &Settings::of(state)?;
    let credit = Credit::new(&settings.inputs, settings.rule)?;
    let title = match settings.rule {
        Rule::Add => strings::GRAPH_TITLE,
        Rule::Replace => strings::GRAPH_TITLE_REPLACE,
        Rule::Stale => strings::GRAPH_TITLE_STALE,
    };
    let member = Some(settings.member);
    let graph = popgrad_graph::graph(strings::GRAPH, &credit.walk, settings.step, member);
    let title_of_graph = strings::graph_panel(settings.member);
    Ok(Figure::new(GRAPH, title, strings::GRAPH_SUBTITLE)
        .with_caption(strings::GRAPH_CAPTION)
        .with(Panel::graph("graph", title_of_graph, graph)))
}
