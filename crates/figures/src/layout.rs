//! The two layouts of a figure and where its panels stand in them.

use serde::Serialize;

use crate::{Area, Figure, Panel};

/// Space between panels, in design pixels.
const GAP: f64 = 20.0;
/// Columns of the wide layout.
const COLUMNS: u8 = 12;

/// How the panels of a figure stand: one below the other, or side by side.
///
/// A figure has one aspect ratio in each layout, so a static picture and a live one of the same
/// width have the same height, and nothing moves when one replaces the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// One panel below the other: phones.
    Narrow,
    /// Panels side by side in twelve columns.
    Wide,
}

impl Layout {
    /// Both layouts.
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];
    /// The width in CSS pixels from which a figure is wide.
    pub const WIDE_FROM: f64 = 640.0;

    /// The layout for a figure that is `width` CSS pixels wide.
    ///
    /// ```
    /// use popgrad_figures::Layout;
    /// assert_eq!(Layout::for_width(340.0), Layout::Narrow);
    /// assert_eq!(Layout::for_width(Layout::WIDE_FROM), Layout::Wide);
    /// ```
    #[must_use]
    pub fn for_width(width: f64) -> Self {
        if width < Self::WIDE_FROM {
            Self::Narrow
        } else {
            Self::Wide
        }
    }

    /// The word for this layout in ids and class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Wide => "wide",
        }
    }

    /// The width in CSS pixels at which a design pixel is one CSS pixel.
    #[must_use]
    pub fn reference_width(self) -> f64 {
        match self {
            Self::Narrow => 340.0,
            Self::Wide => 720.0,
        }
    }

    /// CSS pixels per design pixel in a figure of this layout that is `width` wide. Type and
    /// strokes grow with the figure, but never so far that they become hard to read.
    #[must_use]
    pub fn unit(self, width: f64) -> f64 {
        (width / self.reference_width()).clamp(0.85, 1.3)
    }

    /// The height of a figure divided by its width.
    #[must_use]
    pub fn height_per_width(self, figure: &Figure) -> f64 {
        let rows = rows(figure, self);
        let gaps = GAP * rows.len().saturating_sub(1) as f64;
        let heights: f64 = rows.iter().map(|row| row_height(row, self)).sum();
        (heights + gaps) / self.reference_width()
    }
}

/// The outer boxes of the panels, in order, in a figure of `width` by `height`.
///
/// Heights are shared in proportion to what the panels ask for, so any frame is filled.
pub(crate) fn arrange(figure: &Figure, layout: Layout, width: f64, height: f64) -> Vec<Area> {
    let rows = rows(figure, layout);
    let gaps = GAP * rows.len().saturating_sub(1) as f64;
    let asked: f64 = rows.iter().map(|row| row_height(row, layout)).sum();
    let stretch = (height - gaps) / asked;
    let mut top = 0.0;
    let mut areas = Vec::new();
    for row in &rows {
        let row_height = row_height(row, layout) * stretch;
        areas.extend(arrange_row(row, layout, width, top, row_height));
        top += row_height + GAP;
    }
    areas
}

fn arrange_row(row: &[&Panel], layout: Layout, width: f64, top: f64, height: f64) -> Vec<Area> {
    let room = width - GAP * (row.len() as f64 - 1.0);
    let total: f64 = row.iter().map(|panel| columns(panel, layout)).sum();
    let mut left = 0.0;
    row.iter()
        .map(|panel| {
            let width = room * columns(panel, layout) / total;
            let area = Area {
                left,
                top,
                width,
                height,
            };
            left += width + GAP;
            area
        })
        .collect()
}

/// The panels in rows: as many in a row as its twelve columns hold.
fn rows(figure: &Figure, layout: Layout) -> Vec<Vec<&Panel>> {
    let mut rows: Vec<Vec<&Panel>> = Vec::new();
    let mut used = f64::INFINITY;
    for panel in &figure.panels {
        let columns = columns(panel, layout);
        if used + columns > f64::from(COLUMNS) {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += columns;
        if let Some(row) = rows.last_mut() {
            row.push(panel);
        }
    }
    rows
}

fn columns(panel: &Panel, layout: Layout) -> f64 {
    match layout {
        Layout::Narrow => f64::from(COLUMNS),
        Layout::Wide => f64::from(panel.room.columns.clamp(1, COLUMNS)),
    }
}

fn row_height(row: &[&Panel], layout: Layout) -> f64 {
    let height = |panel: &&Panel| match layout {
        Layout::Narrow => panel.room.narrow_height,
        Layout::Wide => panel.room.wide_height,
    };
    row.iter().map(height).fold(0.0, f64::max)
}
