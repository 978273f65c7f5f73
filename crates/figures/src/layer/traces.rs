//! Many thin lines.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::draw::path;
use crate::draw::pen::Stroke;
use crate::draw::plot::Plot;
use crate::{Error, Ink, Role};

/// Width in design pixels.
const WIDTH: f64 = 0.8;
/// How far a line may leave the true one, and the grid that its corners stand on, in design pixels:
/// among many lines nobody sees it, and a picture of hundreds stays small.
const TOLERANCE: f64 = 2.0;
const STEP: f64 = 2.0;

/// Many thin lines of one meaning, such as one for each of 200 seeds. They are named together; what
/// matters about them stands in front of them as a [`Curve`](crate::Curve) or [`Band`](crate::Band).
///
/// ```
/// use popgrad_figures::{Role, Traces};
/// let lines = (1..=3).map(|slope| vec![[0.0, 0.0], [1.0, f64::from(slope)]]);
/// let traces = Traces::new("seeds", lines.collect(), Role::Gradient);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Traces {
    /// What the lines are called, together.
    pub name: String,
    /// The points of each line in data coordinates.
    pub lines: Vec<Vec<[f64; 2]>>,
    /// What they mean.
    pub role: Role,
}

impl Traces {
    /// Lines given by their points.
    #[must_use]
    pub fn new(name: impl Into<String>, lines: Vec<Vec<[f64; 2]>>, role: Role) -> Self {
        Self {
            name: name.into(),
            lines,
            role,
        }
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let stroke = Stroke {
            ink: Ink::Mark(self.role),
            width: WIDTH,
        };
        let cover = self.cover();
        for line in &self.lines {
            let places: Vec<_> = line.iter().map(|&point| plot.place_or_far(point)).collect();
            for part in path::parts(&places, plot.area) {
                let part = path::simplify_within(&part, TOLERANCE);
                let part: Vec<_> = part.iter().map(|place| place.map(rounded)).collect();
                plot.pen.faint_line(&part, stroke, cover)?;
            }
        }
        Ok(())
    }

    /// How much a line covers of what lies behind it: the less, the more lines there are.
    fn cover(&self) -> f64 {
        (4.0 / (self.lines.len() as f64).sqrt()).clamp(0.15, 0.7)
    }
}

fn rounded(length: f64) -> f64 {
    (length / STEP).round() * STEP
}
