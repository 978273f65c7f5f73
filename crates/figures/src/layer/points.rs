//! Marks at places.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use super::Label;
use crate::draw::plot::Plot;
use crate::map::Reach;
use crate::{Error, Ink, Mark, Role, Series};

/// Radius of a mark and width of the ring that sets it off from what lies behind, in design pixels.
const RADIUS: f64 = 5.0;
const SMALL: f64 = 3.0;
const RING: f64 = 1.5;

/// Marks at places: round, or of another shape for each further series. One beyond the axes is an arrow head at
/// their edge, one whose height is not a number is hatched and named there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Points {
    /// The marks.
    pub marks: Vec<Mark>,
    /// What they mean.
    pub role: Role,
    /// Which of several sets of points of their role: round, diamond, triangle, square.
    pub series: Series,
    /// Their radius in design pixels.
    pub radius: f64,
    /// Names set beside some of them.
    pub labels: Vec<Label>,
}

impl Points {
    /// Round marks of normal size without labels.
    #[must_use]
    pub fn new(marks: Vec<Mark>, role: Role) -> Self {
        Self {
            marks,
            role,
            series: Series::default(),
            radius: RADIUS,
            labels: Vec::new(),
        }
    }

    /// The same marks as one of several sets of their role: 0 is round, 1 a diamond, 2 a triangle,
    /// 3 a square.
    #[must_use]
    pub fn in_series(mut self, number: u8) -> Self {
        self.series = Series(number);
        self
    }

    /// The same marks, small: for many of them.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.radius = SMALL;
        self
    }

    /// The same marks with one more name beside a place.
    #[must_use]
    pub fn with_label(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        for mark in &self.marks {
            self.draw_mark(plot, mark)?;
        }
        for label in &self.labels {
            plot.label(label, self.role)?;
        }
        Ok(())
    }

    fn draw_mark<DB: DrawingBackend>(
        &self,
        plot: &mut Plot<'_, DB>,
        mark: &Mark,
    ) -> Result<(), Error> {
        let ink = Ink::of(self.role, self.series);
        let size = [2.0 * self.radius; 2];
        match (plot.x.reach(mark.at[0]), plot.y.reach(mark.at[1])) {
            (Reach::Nowhere, _) => return Ok(()),
            (Reach::Inside(x), Reach::Inside(y)) => {
                self.shape(plot, [x, y], self.radius + RING, Ink::Ground)?;
                self.shape(plot, [x, y], self.radius, ink)?;
                plot.drew(mark, [x, y], size);
            }
            (Reach::Inside(x) | Reach::Beyond(x), Reach::Nowhere) => {
                let area = plot.lost(x, mark.at[1], size[0])?;
                plot.drew_area(mark, area);
            }
            (Reach::Inside(x) | Reach::Beyond(x), Reach::Beyond(y)) => {
                plot.pointer([x, y], 1, ink)?;
                plot.drew(mark, [x, y], size);
            }
            (Reach::Beyond(x), Reach::Inside(y)) => {
                plot.pointer([x, y], 0, ink)?;
                plot.drew(mark, [x, y], size);
            }
        }
        Ok(())
    }

    /// Shapes of equal area, near enough.
    fn shape<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        [x, y]: [f64; 2],
        radius: f64,
        ink: Ink,
    ) -> Result<(), Error> {
        let corners: &[[f64; 2]] = match self.series.pattern() {
            0 => return plot.pen.disc([x, y], radius, ink),
            1 => &[[0.0, -1.25], [1.25, 0.0], [0.0, 1.25], [-1.25, 0.0]],
            2 => &[[0.0, -1.35], [1.3, 0.95], [-1.3, 0.95]],
            _ => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
        };
        let corners = corners.iter();
        let places: Vec<_> = corners
            .map(|[across, down]| [x + radius * across, y + radius * down])
            .collect();
        plot.pen.polygon(&places, ink)
    }
}
