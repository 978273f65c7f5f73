//! The area between two curves.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use super::{Label, Side};
use crate::draw::plot::Plot;
use crate::draw::{path, region};
use crate::{Error, Ink, Role, Series};

/// How much of the ground the band lets through.
const WASH: f64 = 0.22;

/// The area between a lower and an upper curve: the middle nine tenths of many runs. Broken where a
/// coordinate is not finite; on a log axis a lower end of 0 reaches to the axis.
///
/// ```
/// use popgrad_figures::{Band, Role, Side};
/// let edges = vec![[1.0, 0.2, 0.9], [2.0, 0.1, 0.8]];
/// let band = Band::new("5–95 % of 50 seeds", edges, Role::Gradient)
///     .labelled("5–95 %", [2.0, 0.5], Side::Left);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// What the band is called in tables and in the text alternative.
    pub name: String,
    /// `[x, lower, upper]` in data coordinates, in order.
    pub edges: Vec<[f64; 3]>,
    /// What the band means.
    pub role: Role,
    /// Which of several bands of its role.
    pub series: Series,
    /// Its direct label, if it has one.
    pub label: Option<Label>,
}

impl Band {
    /// A band without a label, given by `[x, lower, upper]`.
    #[must_use]
    pub fn new(name: impl Into<String>, edges: Vec<[f64; 3]>, role: Role) -> Self {
        Self {
            name: name.into(),
            edges,
            role,
            series: Series::default(),
            label: None,
        }
    }

    /// The same band with a direct label beside a place, given in data coordinates.
    #[must_use]
    pub fn labelled(mut self, text: impl Into<String>, at: [f64; 2], side: Side) -> Self {
        self.label = Some(Label::new(text, at, side));
        self
    }

    /// The same band as one of several of its role: 0 is the first.
    #[must_use]
    pub fn in_series(mut self, number: u8) -> Self {
        self.series = Series(number);
        self
    }

    /// The two edges as places.
    pub(super) fn edge(&self, upper: bool) -> Vec<[f64; 2]> {
        let edges = self.edges.iter();
        edges
            .map(|&[x, low, high]| [x, if upper { high } else { low }])
            .collect()
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let ink = Ink::of(self.role, self.series);
        for part in self
            .places(plot)
            .split(|place| place.iter().any(|at| !at.is_finite()))
        {
            if part.len() > 1 {
                let corners = region::clip(&outline(part), plot.area);
                plot.pen.wash(&corners, ink, WASH)?;
            }
        }
        match &self.label {
            Some(label) => plot.label(label, self.role),
            None => Ok(()),
        }
    }

    /// `[x, lower, upper]` in design pixels.
    fn places<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Vec<[f64; 3]> {
        let height = |value: f64| match plot.y.to_pixel(value) {
            // 0 on a log axis.
            pixel if pixel.is_infinite() && value.is_finite() => plot.y.clamped(value),
            pixel => pixel,
        };
        let edges = self.edges.iter();
        edges
            .map(|&[x, low, high]| [plot.x.to_pixel(x), height(low), height(high)])
            .collect()
    }
}

/// There along the lower edge and back along the upper one.
fn outline(part: &[[f64; 3]]) -> Vec<[f64; 2]> {
    let low: Vec<_> = part.iter().map(|&[x, low, _]| [x, low]).collect();
    let high: Vec<_> = part.iter().rev().map(|&[x, _, high]| [x, high]).collect();
    let mut corners = path::simplify(&low);
    corners.extend(path::simplify(&high));
    corners
}
