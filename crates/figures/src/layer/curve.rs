//! A line through points.

use plotters::prelude::DrawingBackend;
use serde::Serialize;

use super::Label;
use crate::draw::plot::Plot;
use crate::{Error, Role};

/// A line through points, broken where a coordinate is not finite.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Curve {
    /// What the line is called in tables and in the text alternative.
    pub name: String,
    /// The points in data coordinates, in order.
    pub points: Vec<[f64; 2]>,
    /// What the line means.
    pub role: Role,
    /// Its direct label, if it has one.
    pub label: Option<Label>,
}

impl Curve {
    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        plot.line(&self.points, self.role, 2.25)?;
        match &self.label {
            Some(label) => plot.label(label, self.role),
            None => Ok(()),
        }
    }
}
