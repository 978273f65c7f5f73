//! A line through points.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use super::{Label, Side};
use crate::draw::plot::Plot;
use crate::draw::stroke::Look;
use crate::number::short;
use crate::{Error, Role, Series};

/// Widths of a line and of a thin one, in design pixels.
const WIDTH: f64 = 2.25;
const THIN: f64 = 1.25;
/// Least width of what is hatched where the line is broken.
const LEAST_LOST: f64 = 10.0;

/// A line through points, broken where a coordinate is not finite; where only the height is not, the
/// edge of the panel is hatched and says what it is. A point without a place across breaks the line silently.
///
/// ```
/// use popgrad_figures::{Curve, Role, Side};
/// let curve = Curve::new("sigmoid", vec![[0.0, 0.5], [1.0, 0.73]], Role::Value)
///     .in_series(1)
///     .labelled("sigmoid", [1.0, 0.73], Side::Left);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Curve {
    /// What the line is called in tables and in the text alternative.
    pub name: String,
    /// The points in data coordinates, in order.
    pub points: Vec<[f64; 2]>,
    /// What the line means.
    pub role: Role,
    /// Which of several lines of its role.
    pub series: Series,
    /// Its width in design pixels.
    pub width: f64,
    /// Whether it is dashed. Theory is dashed in any case.
    pub dashed: bool,
    /// Its direct label, if it has one.
    pub label: Option<Label>,
}

impl Curve {
    /// A solid line of normal width without a label.
    #[must_use]
    pub fn new(name: impl Into<String>, points: Vec<[f64; 2]>, role: Role) -> Self {
        Self {
            name: name.into(),
            points,
            role,
            series: Series::default(),
            width: WIDTH,
            dashed: false,
            label: None,
        }
    }

    /// The same line with a direct label beside a place, given in data coordinates.
    #[must_use]
    pub fn labelled(mut self, text: impl Into<String>, at: [f64; 2], side: Side) -> Self {
        self.label = Some(Label::new(text, at, side));
        self
    }

    /// The same line as one of several of its role: 0 is the first.
    #[must_use]
    pub fn in_series(mut self, number: u8) -> Self {
        self.series = Series(number);
        self
    }

    /// The same line, thin.
    #[must_use]
    pub fn thin(mut self) -> Self {
        self.width = THIN;
        self
    }

    /// The same line, dashed.
    #[must_use]
    pub fn dashed(mut self) -> Self {
        self.dashed = true;
        self
    }

    /// Hatches the stretches of the edge where heights are not numbers.
    fn draw_lost<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let mut rest = &self.points[..];
        let is_lost = |[x, y]: &[f64; 2]| x.is_finite() && !y.is_finite();
        while let Some(start) = rest.iter().position(is_lost) {
            rest = &rest[start..];
            let name = short(rest[0][1]);
            let end = rest
                .iter()
                .position(|point| !is_lost(point) || short(point[1]) != name);
            let (run, others) = rest.split_at(end.unwrap_or(rest.len()));
            rest = others;
            let ends = [run[0][0], run[run.len() - 1][0]].map(|x| plot.x.clamped(x));
            let middle = (ends[0] + ends[1]) / 2.0;
            let width = (ends[1] - ends[0]).abs().max(LEAST_LOST);
            plot.lost(middle, run[0][1], width)?;
        }
        Ok(())
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let look = Look {
            series: self.series,
            dashed: self.dashed,
            ..Look::solid(self.role, self.width)
        };
        plot.line(&self.points, look)?;
        self.draw_lost(plot)?;
        match &self.label {
            Some(label) => plot.label(label, self.role),
            None => Ok(()),
        }
    }
}
