//! Bars from a base line.

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use crate::draw::pen::{Align, Type};
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Area, Error, Ink, Layout, Mark, Role};

/// Widest bar, in design pixels.
const WIDEST: f64 = 40.0;

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
        let base = plot.y.to_pixel(self.base);
        for mark in &self.marks {
            if let Some([x, y]) = plot.place_of(mark) {
                let area = Area {
                    left: x - width / 2.0,
                    top: y.min(base),
                    width,
                    height: (y - base).abs(),
                };
                plot.pen.rectangle(area, Ink::Mark(self.role))?;
                self.print_value(plot, mark, [x, y], slot)?;
                plot.drew(mark, [x, (y + base) / 2.0], [width, area.height]);
            }
        }
        Ok(())
    }

    /// Prints the value at the end of its bar, a power of ten on a line of its own where the slot
    /// is too narrow for one line.
    fn print_value<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        mark: &Mark,
        [x, y]: [f64; 2],
        slot: f64,
    ) -> Result<(), Error> {
        let set = Type {
            ink: Ink::Word(self.role),
            size: if plot.layout == Layout::Narrow {
                11.5
            } else {
                12.0
            },
            bold: false,
            align: Align::Middle,
        };
        let line = 14.0;
        let lines = if guessed_width(&mark.text, set.size) > slot {
            broken(&mark.text)
        } else {
            vec![mark.text.clone()]
        };
        let up = mark.at[1] >= self.base;
        let first = if up {
            y - 9.0 - line * (lines.len() as f64 - 1.0)
        } else {
            y + 9.0
        };
        for (number, text) in lines.iter().enumerate() {
            plot.pen
                .words(text, [x, first + line * number as f64], set)?;
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
