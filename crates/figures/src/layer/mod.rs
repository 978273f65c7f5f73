//! What a panel draws: one file per kind of layer.

mod bars;
mod curve;
mod label;
mod points;
mod printed;
mod rule;
mod segments;

pub use bars::Bars;
pub use curve::Curve;
pub use label::{Label, Side};
pub use points::Points;
pub use rule::Rule;
pub use segments::Segments;

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use crate::draw::plot::Plot;
use crate::{Error, Mark};

/// One thing that a panel draws.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
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
}

macro_rules! layers_from {
    ($($kind:ident),*) => {
        $(impl From<$kind> for Layer {
            fn from(layer: $kind) -> Self {
                Self::$kind(layer)
            }
        })*
    };
}

layers_from!(Curve, Points, Bars, Rule, Segments);

impl Layer {
    /// The marks of this layer.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        match self {
            Self::Points(points) => &points.marks,
            Self::Bars(bars) => &bars.marks,
            Self::Curve(_) | Self::Rule(_) | Self::Segments(_) => &[],
        }
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        match self {
            Self::Curve(curve) => curve.draw(plot),
            Self::Points(points) => points.draw(plot),
            Self::Bars(bars) => bars.draw(plot),
            Self::Rule(rule) => rule.draw(plot),
            Self::Segments(segments) => segments.draw(plot),
        }
    }

    /// Every data point with the kind of its layer and its name, for CSV.
    pub(crate) fn data(&self) -> Vec<(&'static str, &str, [f64; 2])> {
        match self {
            Self::Curve(curve) => rows("curve", &curve.name, &curve.points),
            Self::Segments(segments) => {
                rows("segment", &segments.name, segments.ends.as_flattened())
            }
            Self::Points(points) => mark_rows("point", &points.marks),
            Self::Bars(bars) => mark_rows("bar", &bars.marks),
            Self::Rule(_) => Vec::new(),
        }
    }
}

fn rows<'a>(
    kind: &'static str,
    name: &'a str,
    places: &[[f64; 2]],
) -> Vec<(&'static str, &'a str, [f64; 2])> {
    places.iter().map(|&place| (kind, name, place)).collect()
}

fn mark_rows<'a>(kind: &'static str, marks: &'a [Mark]) -> Vec<(&'static str, &'a str, [f64; 2])> {
    let rows = marks.iter();
    rows.map(|mark| (kind, mark.name.as_str(), mark.at))
        .collect()
}
