//! Lines of equal height.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::contour;
use crate::draw::path;
use crate::draw::plot::Plot;
use crate::draw::stroke::Look;
use crate::number::short;
use crate::{Error, Grid, Ink, Role};

/// The shortest line that carries its height, in design pixels.
const SHORTEST: f64 = 60.0;

/// Lines along which the numbers of a grid equal given levels, by linear interpolation between the
/// centres of cells. The longest line of each level carries its number.
///
/// ```
/// use popgrad_figures::{Axis, Contours, Grid, Role};
/// let (x, y) = (Axis::linear("x", [-1.0, 1.0]), Axis::linear("y", [-1.0, 1.0]));
/// let bowl = Grid::over(&x, &y, [60, 60], |x, y| x * x + 4.0 * y * y);
/// let contours = Contours::new("loss", bowl, vec![0.25, 0.5, 1.0], Role::Quiet);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contours {
    /// What the heights are.
    pub name: String,
    /// The heights.
    pub grid: Grid,
    /// The heights at which lines are drawn.
    pub levels: Vec<f64>,
    /// What the lines mean.
    pub role: Role,
    /// Width of the lines in design pixels.
    pub width: f64,
    /// Whether lines carry their heights.
    pub labelled: bool,
}

impl Contours {
    /// Thin lines that carry their heights.
    #[must_use]
    pub fn new(name: impl Into<String>, grid: Grid, levels: Vec<f64>, role: Role) -> Self {
        Self {
            name: name.into(),
            grid,
            levels,
            role,
            width: 1.0,
            labelled: true,
        }
    }

    /// The same lines without their heights: a boundary whose name stands elsewhere.
    #[must_use]
    pub fn without_labels(mut self) -> Self {
        self.labelled = false;
        self
    }

    /// The same lines with another width, in design pixels.
    #[must_use]
    pub fn with_width(mut self, width: f64) -> Self {
        self.width = width;
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let mut labels = Vec::new();
        for &level in &self.levels {
            let mut longest: Option<(f64, [f64; 2])> = None;
            for line in contour::lines(&self.grid, level) {
                let centers = line.iter();
                let places: Vec<_> = centers
                    .map(|&cell| self.grid.center([&plot.x, &plot.y], cell))
                    .collect();
                plot.line(&places, Look::solid(self.role, self.width))?;
                let middle = self.middle(plot, &places);
                if middle.is_some_and(|(length, _)| longest.is_none_or(|(most, _)| length > most)) {
                    longest = middle;
                }
            }
            if let Some((length, at)) = longest.filter(|_| self.labelled)
                && length > SHORTEST
            {
                labels.push((short(level), at));
            }
        }
        for (text, at) in labels {
            plot.tag(&text, at, Ink::Word(self.role))?;
        }
        Ok(())
    }

    /// The length of a line's longest visible part, and the place in its middle.
    fn middle<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        points: &[[f64; 2]],
    ) -> Option<(f64, [f64; 2])> {
        let places: Vec<_> = points.iter().map(|&point| plot.place(point)).collect();
        let parts = path::parts(&places, plot.area);
        let middles = parts.iter().map(|part| {
            let length: f64 = part.windows(2).map(distance).sum();
            let mut left = length / 2.0;
            let halfway = part.windows(2).find(|pair| {
                left -= distance(pair);
                left <= 0.0
            });
            (length, halfway.map_or(part[0], |pair| pair[1]))
        });
        middles.max_by(|a, b| a.0.total_cmp(&b.0))
    }
}

fn distance(pair: &[[f64; 2]]) -> f64 {
    path::length([pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]])
}
