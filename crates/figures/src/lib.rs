//! Figures as plain data, drawn by one function on any plotters backend.

mod axis;
mod draw;
mod drawn;
mod error;
mod figure;
mod frame;
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

pub use axis::{Axis, Detail, Scale};
pub use draw::render;
pub use drawn::{Area, Drawn, DrawnMark, DrawnPanel};
pub use error::Error;
pub use figure::{Figure, Panel, Room};
pub use frame::Frame;
pub use layer::{Bars, Curve, Label, Layer, Points, Rule, Segments, Side};
pub use layout::Layout;
pub use map::AxisMap;
pub use mark::{Direction, Mark, Movable};
pub use palette::{Color, Ink, Palette};
pub use role::Role;
pub use svg::{Colors, svg};
pub use table::{Table, csv, tables};
pub use text::text_alternative;
