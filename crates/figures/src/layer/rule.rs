//! A reference line across the panel.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use super::{Label, Side};
use crate::draw::plot::Plot;
use crate::draw::stroke::Look;
use crate::{Direction, Error, Role};

/// A straight line across the whole panel: the zero line, a threshold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Where it stands on the axis that it crosses.
    pub at: f64,
    /// The direction along which it runs: `X` is a horizontal line at height `at`.
    pub along: Direction,
    /// What it means.
    pub role: Role,
    /// Its name, set at its end.
    pub label: Option<String>,
}

impl Rule {
    /// A line without a name at `at` on the axis that it crosses: `Direction::X` is horizontal.
    #[must_use]
    pub fn new(at: f64, along: Direction, role: Role) -> Self {
        Self {
            at,
            along,
            role,
            label: None,
        }
    }

    /// The same line with a name at its end.
    #[must_use]
    pub fn labelled(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let ends = self.ends(plot);
        plot.line(&ends, Look::solid(self.role, 1.5))?;
        let is_seen = match self.along {
            Direction::X => plot.y.holds(plot.y.to_pixel(self.at)),
            Direction::Y => plot.x.holds(plot.x.to_pixel(self.at)),
        };
        let Some(text) = self.label.as_ref().filter(|_| is_seen) else {
            return Ok(());
        };
        let side = match self.along {
            Direction::X => Side::Above,
            Direction::Y => Side::Right,
        };
        let [from, to] = ends.map(|end| plot.place(end));
        let label = Label {
            text: text.clone(),
            at: plot.data_at([0, 1].map(|axis| 0.25 * from[axis] + 0.75 * to[axis])),
            side,
        };
        plot.label(&label, self.role)
    }

    fn ends<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> [[f64; 2]; 2] {
        match self.along {
            Direction::X => plot.x.domain.map(|x| [x, self.at]),
            Direction::Y => plot.y.domain.map(|y| [self.at, y]),
        }
    }
}
