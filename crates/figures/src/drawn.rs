//! Where things stand after drawing: the maps between data and pixels.

use serde::Serialize;

use crate::{AxisMap, Pick, Role};

/// Where the panels and marks of a figure stand, in CSS pixels from its upper left corner.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drawn {
    /// The panels in order.
    pub panels: Vec<DrawnPanel>,
    /// The marks in drawing order. One beyond the axes stands at their edge; one whose place across is not
    /// a number is not drawn and not listed, and neither is a bar that stands beside the axis.
    pub marks: Vec<DrawnMark>,
}

/// Where a panel stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DrawnPanel {
    /// The panel's id.
    pub id: String,
    /// The area inside its axes.
    pub area: Area,
    /// From data to pixels and back, horizontally.
    pub x: AxisMap,
    /// From data to pixels and back, vertically.
    pub y: AxisMap,
    /// What a click inside of the area sets, if anything.
    pub pick: Option<Pick>,
}

/// Where a mark stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DrawnMark {
    /// Id of its panel.
    pub panel: String,
    /// The mark's id.
    pub id: String,
    /// Horizontal centre.
    pub x: f64,
    /// Vertical centre.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What the mark means, if its layer means one thing: words of the same meaning light up with it.
    pub role: Option<Role>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// Distance from the left edge of the figure.
    pub left: f64,
    /// Distance from the top edge of the figure.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// Its right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Its lower edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// The area without a rim.
    pub(crate) fn shrunk(self, rim: f64) -> Self {
        Self {
            left: self.left + rim,
            top: self.top + rim,
            width: self.width - 2.0 * rim,
            height: self.height - 2.0 * rim,
        }
    }

    /// Its corners from the upper left on, clockwise.
    pub(crate) fn corners(self) -> [[f64; 2]; 4] {
        let (left, right) = (self.left, self.right());
        let (top, bottom) = (self.top, self.bottom());
        [[left, top], [right, top], [right, bottom], [left, bottom]]
    }

    pub(crate) fn scaled(self, factor: f64) -> Self {
        Self {
            left: self.left * factor,
            top: self.top * factor,
            width: self.width * factor,
            height: self.height * factor,
        }
    }
}
