//! Bars from a base line.

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use crate::draw::pen::{Align, Type};
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Area, Error, Ink, Mark, Role};

/// Widest bar, in design pixels.
const WIDEST: f64 = 40.0;
/// From the end of a bar to the middle of its printed value, and from line to line.
const GAP: f64 = 9.0;
const LINE: f64 = 14.0;

/// Vertical bars from a base line to each mark's height, with the printed value at the end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bars {
    /// The marks; the bar ends at `at`.
    pub marks: Vec<Mark>,
    /// What they mean.
    pub role: Role,
    /// Where the bars begin: 0 on a linear axis, the lower end on a log axis.
    pub base: f64,
}

impl Bars {
    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        let slot = (plot.x.to_pixel(1.0) - plot.x.to_pixel(0.0)).abs();
        let width = (slot * 0.62).min(WIDEST);
        let base = match plot.y.to_pixel(self.base) {
            base if base.is_finite() => base.clamp(plot.area.top, plot.area.bottom()),
            // A log axis has no place for 0.
            _ => plot.area.bottom(),
        };
        for mark in &self.marks {
            let [x, y] = plot.place(mark.at);
            if !plot.x.holds(x) {
                continue;
            }
            let end = self.end(plot, mark, y);
            let area = Area {
                left: x - width / 2.0,
                top: end.min(base),
                width,
                height: (end - base).abs(),
            };
            if y.is_finite() && self.role != Role::Wrong {
                plot.pen.rectangle(area, Ink::Mark(self.role))?;
            } else {
                plot.hatch(area)?;
            }
            self.print_value(plot, mark, [x, end], slot)?;
            plot.drew(mark, [x, (end + base) / 2.0], [width, area.height]);
        }
        Ok(())
    }

    /// The end of a bar: at its value, or at the edge of the panel if that lies beyond. What is not finite fills the panel, but for the room
    /// that its name takes.
    fn end<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>, mark: &Mark, y: f64) -> f64 {
        let downwards = mark.at[1] < self.base;
        match (y.is_finite(), downwards) {
            (true, _) => y.clamp(plot.area.top, plot.area.bottom()),
            (false, true) => plot.area.bottom() - 2.0 * GAP,
            (false, false) => plot.area.top + 2.0 * GAP,
        }
    }

    /// Prints the value at the end of its bar, a power of ten on a line of its own where the slot
    /// is too narrow for one line.
    fn print_value<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        mark: &Mark,
        [x, end]: [f64; 2],
        slot: f64,
    ) -> Result<(), Error> {
        let role = if mark.at[1].is_finite() {
            self.role
        } else {
            Role::Wrong
        };
        let set = Type {
            ink: Ink::Word(role),
            size: 11.5,
            bold: false,
            align: Align::Middle,
        };
        let lines = if guessed_width(&mark.text, set.size) > slot {
            broken(&mark.text)
        } else {
            vec![mark.text.clone()]
        };
        let first = if mark.at[1] < self.base {
            end + GAP
        } else {
            end - GAP - LINE * (lines.len() as f64 - 1.0)
        };
        for (number, text) in lines.iter().enumerate() {
            plot.pen
                .words(text, [x, first + LINE * number as f64], set)?;
        }
        Ok(())
    }
}

/// A printed number in two lines, broken before its power of ten if it has one.
fn broken(text: &str) -> Vec<String> {
    match text.split_once('×') {
        Some((mantissa, power)) => vec![mantissa.to_owned(), format!("×{power}")],
        None => vec![text.to_owned()],
    }
}
