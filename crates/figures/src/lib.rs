//! Figures as plain data, drawn by one function on any plotters backend.
//!
//! A [`Figure`] holds panels, a [`Panel`] holds two axes and layers. A [`Layer`] is one of: [`Curve`],
//! [`Band`] and [`Traces`] (lines, the area between two, hundreds of them); [`Points`], [`Bars`],
//! [`Arrows`] and [`Graph`], which hold [`Mark`]s that a reader can point at; [`HeatMap`] and
//! [`Contours`] over a [`Grid`]; [`Segments`] and [`Rule`]s. A [`Role`] says what a layer means and so
//! gives it its colour, a [`Series`] tells several of one role apart.
//!
//! [`render`] draws a figure on a canvas, [`svg`] writes it as SVG through the same function;
//! [`text_alternative`], [`tables`] and [`csv`] say the same in words and numbers. What the reader
//! can point at and drag is data too: [`Drawn`] tells where it stands, [`Movable`] what it moves. What has no
//! place on its axes is never left out in silence: it is an arrow head at their end, or hatched and named.
//!
//! ```
//! use popgrad_figures::{Axis, Colors, Curve, Figure, Layout, Panel, Role, svg};
//!
//! let parabola = (-10..=10).map(|step| f64::from(step) / 10.0).map(|x| [x, x * x]);
//! let (x, y) = (Axis::linear("input", [-1.0, 1.0]), Axis::linear("output", [0.0, 1.0]));
//! let panel = Panel::new("curve", "x squared", x.with_symbol("x"), y)
//!     .with_room(240.0, 320.0, 12)
//!     .with(Curve::new("x squared", parabola.collect(), Role::Value));
//! let title = "A parabola is flat at its lowest point";
//! let figure = Figure::new("parabola", title, "x squared against x").with(panel);
//! let text = svg(&figure, Layout::Narrow, &Colors::Variables)?;
//! assert!(text.contains("stroke=\"var(--value,#0072b2)\""));
//! # Ok::<(), popgrad_figures::Error>(())
//! ```
//!
//! Everything is laid out in design pixels, which are CSS pixels at a layout's reference width
//! (see [`Layout::unit`]), and no text is measured: the same figure stands in the same way on a
//! canvas, in a static page and in a file. To add a kind of layer, add its file in `layer/` and its
//! variant in [`Layer`]; the compiler names the other places.

mod areas;
mod axis;
#[cfg(feature = "bytes")]
mod bytes;
mod checksum;
mod color_scale;
mod contour;
mod draw;
mod drawn;
mod error;
mod figure;
mod frame;
mod grid;
mod layer;
mod layout;
mod map;
mod mark;
pub mod number;
mod palette;
mod role;
mod svg;
mod table;
mod text;

pub use areas::areas;
pub use axis::{Axis, Detail, Scale};
pub use checksum::checksum;
pub use color_scale::ColorScale;
pub use draw::render;
pub use drawn::{Area, Drawn, DrawnMark, DrawnPanel};
pub use error::Error;
pub use figure::{Figure, Panel, Pick, Room};
pub use frame::Frame;
pub use grid::{Grid, centers};
pub use layer::{
    Arrows, Band, Bars, Contours, Curve, Edge, Graph, HeatMap, Label, Layer, Node, Points,
    Progress, Rare, Rule, Segments, Side, Traces,
};
pub use layout::Layout;
pub use map::AxisMap;
pub use mark::{Direction, Mark, Movable};
pub use palette::{Color, Ink, Palette};
pub use role::{Role, Series};
pub use svg::{Colors, Sheet, sheet, svg};
pub use table::{Table, csv, tables};
pub use text::text_alternative;
