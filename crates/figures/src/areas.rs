//! Where the panels of a figure stand, without drawing it.

use crate::draw::axes::inner;
use crate::layout::arrange;
use crate::{Area, Figure, Layout};

/// The area inside the axes of each panel, in order, at the layout's reference width: where
/// [`svg`](crate::svg) draws them.
///
/// ```
/// use popgrad_figures::{Axis, Figure, Layout, Panel, areas};
/// let (x, y) = (Axis::linear("input", [0.0, 1.0]), Axis::linear("output", [0.0, 1.0]));
/// let figure = Figure::new("f", "A claim", "output against input").with(Panel::new("p", "A panel", x, y));
/// let [area] = areas(&figure, Layout::Narrow)[..] else { panic!("one panel") };
/// assert!(area.left > 0.0 && area.right() < Layout::Narrow.reference_width());
/// ```
#[must_use]
pub fn areas(figure: &Figure, layout: Layout) -> Vec<Area> {
    let width = layout.reference_width();
    let height = width * layout.height_per_width(figure);
    let outer = arrange(figure, layout, width, height);
    let panels = figure.panels.iter().zip(outer);
    panels.map(|(panel, outer)| inner(panel, outer).0).collect()
}
