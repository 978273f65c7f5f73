//! Round marks.

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use crate::draw::plot::Plot;
use crate::{Error, Ink, Mark, Role};

/// Radius of a mark and width of the ring that sets it off from what lies behind, in design pixels.
const RADIUS: f64 = 5.0;
const RING: f64 = 1.5;

/// Round marks, each at its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Points {
    /// The marks.
    pub marks: Vec<Mark>,
    /// What they mean.
    pub role: Role,
}

impl Points {
    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        for mark in &self.marks {
            if let Some(center) = plot.place_of(mark) {
                plot.pen.disc(center, RADIUS + RING, Ink::Ground)?;
                plot.pen.disc(center, RADIUS, Ink::Mark(self.role))?;
                plot.drew(mark, center, [2.0 * RADIUS; 2]);
            }
        }
        Ok(())
    }
}
