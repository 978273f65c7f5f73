//! What a panel draws: one file per kind of layer.

mod arrows;
mod band;
mod bars;
mod contours;
mod curve;
mod graph;
mod heat_map;
mod label;
mod points;
mod printed;
mod rare;
mod rule;
mod segments;
mod traces;

pub use arrows::Arrows;
pub use band::Band;
pub use bars::Bars;
pub use contours::Contours;
pub use curve::Curve;
pub use graph::{Edge, Graph, Node, Progress};
pub use heat_map::HeatMap;
pub use label::{Label, Side};
pub use points::Points;
pub use rare::Rare;
pub use rule::Rule;
pub use segments::Segments;
pub use traces::Traces;

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::draw::plot::Plot;
use crate::{Error, Grid, Mark, Role};

/// Takes the kind of a layer, its name, a place, and the value that is shown there besides.
type Row<'a> = &'a mut dyn FnMut(&str, &str, [f64; 2], Option<f64>);

/// One thing that a panel draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Layer {
    /// A line through points.
    Curve(Curve),
    /// Round marks.
    Points(Points),
    /// Bars from a base line.
    Bars(Bars),
    /// A reference line across the panel.
    Rule(Rule),
    /// Short straight lines: tangents, drop lines.
    Segments(Segments),
    /// The area between two curves.
    Band(Rare<Band>),
    /// Many thin lines.
    Traces(Rare<Traces>),
    /// A grid of numbers as colours.
    HeatMap(Rare<HeatMap>),
    /// Lines of equal height.
    Contours(Rare<Contours>),
    /// Arrows: steps, vector fields.
    Arrows(Rare<Arrows>),
    /// A graph of operations. It fills its panel, whose axes are hidden.
    Graph(Rare<Graph>),
}

macro_rules! layers_from {
    ($($kind:ident),*) => {
        $(impl From<$kind> for Layer {
            fn from(layer: $kind) -> Self {
                Self::$kind(layer.into())
            }
        })*
    };
}

layers_from!(
    Curve, Points, Bars, Rule, Segments, Band, Traces, HeatMap, Contours, Arrows, Graph
);

impl Layer {
    /// The marks of this layer.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        match self {
            Self::Points(points) => &points.marks,
            Self::Bars(bars) => &bars.marks,
            Self::Arrows(arrows) => &arrows.marks,
            Self::Graph(graph) => graph.marks(),
            Self::Curve(_)
            | Self::Rule(_)
            | Self::Segments(_)
            | Self::Band(_)
            | Self::Traces(_)
            | Self::HeatMap(_)
            | Self::Contours(_) => &[],
        }
    }

    /// What the marks of this layer mean, if it is one thing.
    pub(crate) fn role(&self) -> Option<Role> {
        match self {
            Self::Points(points) => Some(points.role),
            Self::Bars(bars) => Some(bars.role),
            Self::Arrows(arrows) => Some(arrows.role),
            _ => None,
        }
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        match self {
            Self::Curve(curve) => curve.draw(plot),
            Self::Points(points) => points.draw(plot),
            Self::Bars(bars) => bars.draw(plot),
            Self::Rule(rule) => rule.draw(plot),
            Self::Segments(segments) => segments.draw(plot),
            Self::Band(band) => band.draw(plot),
            Self::Traces(traces) => traces.draw(plot),
            Self::HeatMap(map) => map.draw(plot),
            Self::Contours(contours) => contours.draw(plot),
            Self::Arrows(arrows) => arrows.draw(plot),
            Self::Graph(graph) => graph::draw(graph, plot),
        }
    }

    /// The heat map whose bar of colours stands above the panel.
    pub(crate) fn bar(&self) -> Option<&HeatMap> {
        match self {
            Self::HeatMap(map) if map.bar => Some(map),
            _ => None,
        }
    }

    /// Hands every data point to `row`: the kind of its layer, its name, its place, and the value that it
    /// shows besides, if there is one.
    pub(crate) fn data(&self, row: Row<'_>) {
        let mut places = |kind: &str, name: &str, places: &[[f64; 2]]| {
            for &place in places {
                row(kind, name, place, None);
            }
        };
        match self {
            Self::Curve(curve) => places("curve", &curve.name, &curve.points),
            Self::Segments(segments) => {
                places("segment", &segments.name, segments.ends.as_flattened());
            }
            Self::Arrows(arrows) => places("arrow", &arrows.name, arrows.ends.as_flattened()),
            Self::Band(band) => {
                places("band, lower edge", &band.name, &band.edge(false));
                places("band, upper edge", &band.name, &band.edge(true));
            }
            Self::Traces(traces) => {
                for (number, line) in (1..).zip(&traces.lines) {
                    places(&format!("trace {number}"), &traces.name, line);
                }
            }
            Self::HeatMap(map) => cells(&map.name, &map.grid, row),
            Self::Contours(contours) => cells(&contours.name, &contours.grid, row),
            Self::Points(points) => marks("point", &points.marks, row),
            Self::Bars(bars) => marks("bar", &bars.marks, row),
            Self::Graph(graph) => marks("node or edge", graph.marks(), row),
            Self::Rule(_) => {}
        }
    }
}

fn marks(kind: &str, marks: &[Mark], row: Row<'_>) {
    for mark in marks {
        row(kind, &mark.name, mark.at, Some(mark.value));
    }
}

/// Cells by their number across and upwards, from 0: where their centres lie depends on the axes.
fn cells(name: &str, grid: &Grid, row: Row<'_>) {
    for (index, value) in grid.values.iter().enumerate() {
        let (column, upwards) = (index % grid.columns, index / grid.columns);
        row("cell", name, [column as f64, upwards as f64], Some(*value));
    }
}
