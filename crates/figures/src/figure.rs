//! A figure as plain data.

use serde::Serialize;

use crate::{Axis, Layer, Mark};

/// A figure: a claim, and the panels that show it. The claim, the subtitle and the caption are set
/// by the page as text; [`render`](crate::render) draws the panels.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Stable id, unique on the page.
    pub id: String,
    /// The claim that the figure shows.
    pub title: String,
    /// What is plotted against what.
    pub subtitle: String,
    /// What to look at, in a sentence or two.
    pub caption: String,
    /// The panels in reading order.
    pub panels: Vec<Panel>,
}

/// A plot with two axes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Panel {
    /// Stable id, unique in the figure.
    pub id: String,
    /// What the panel shows, in a few words, set above it.
    pub title: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, back to front.
    pub layers: Vec<Layer>,
    /// How much room the panel takes.
    pub room: Room,
}

/// How much room a panel takes in each layout, in design pixels (CSS pixels at the layout's
/// reference width).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// Height in the narrow layout, where panels stand one below the other.
    pub narrow_height: f64,
    /// Height in the wide layout, where panels stand side by side.
    pub wide_height: f64,
    /// Width in the wide layout, in twelfths of the figure: 1 to 12.
    pub columns: u8,
}

impl Figure {
    /// All marks with the id of their panel, in drawing order.
    pub fn marks(&self) -> impl Iterator<Item = (&str, &Mark)> {
        self.panels.iter().flat_map(|panel| {
            panel
                .layers
                .iter()
                .flat_map(Layer::marks)
                .map(|mark| (panel.id.as_str(), mark))
        })
    }
}
