//! Short straight lines.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::draw::plot::Plot;
use crate::draw::stroke::Look;
use crate::{Error, Role};

/// Normal width of a line, in design pixels.
const WIDTH: f64 = 1.5;

/// Short straight lines: tangents, drop lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Lines of normal width, given by their ends in data coordinates.
    #[must_use]
    pub fn new(name: impl Into<String>, ends: Vec<[[f64; 2]; 2]>, role: Role) -> Self {
        Self {
            name: name.into(),
            ends,
            role,
            width: WIDTH,
        }
    }

    /// The same lines with another width, in design pixels.
    #[must_use]
    pub fn with_width(mut self, width: f64) -> Self {
        self.width = width;
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        for ends in &self.ends {
            plot.line(ends, Look::solid(self.role, self.width))?;
        }
        Ok(())
    }
}
