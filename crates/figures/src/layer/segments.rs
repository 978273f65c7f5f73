//! Short straight lines.

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use crate::draw::plot::Plot;
use crate::{Error, Role};

/// Short straight lines: tangents, drop lines.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Segments {
    /// What the lines are called in tables.
    pub name: String,
    /// The two ends of each line in data coordinates.
    pub ends: Vec<[[f64; 2]; 2]>,
    /// What they mean.
    pub role: Role,
    /// Their width in design pixels.
    pub width: f64,
}

impl Segments {
    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        for ends in &self.ends {
            plot.line(ends, self.role, self.width)?;
        }
        Ok(())
    }
}
