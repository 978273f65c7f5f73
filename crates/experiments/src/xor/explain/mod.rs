//! What each mark is, with its formula: one file for each figure.

mod fold;
mod lines;
mod net;
mod success;

use popgrad_figures::number::short;

pub(super) use fold::fold;
pub(super) use lines::{descent, line};
pub(super) use net::net;
pub(super) use success::success;

/// The units over one of the four points, as they are printed.
fn units_of(units: &[f64], hidden: usize, point: usize) -> String {
    let units = units.iter().skip(point * hidden).take(hidden);
    let printed: Vec<_> = units.map(|unit| short(*unit)).collect();
    printed.join(", ")
}
