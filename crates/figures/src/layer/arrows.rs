//! Arrows: steps, gradients, vector fields.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::draw::path;
use crate::draw::pen::Stroke;
use crate::draw::plot::Plot;
use crate::{Error, Ink, Mark, Role, Series};

/// Normal width and that of the arrows of a field, in design pixels.
const WIDTH: f64 = 2.0;
const THIN: f64 = 1.25;
/// Length of a head in widths, at least so many pixels, and at most this part of the arrow.
const HEAD: f64 = 4.0;
const LEAST_HEAD: f64 = 5.0;
const MOST_OF_ARROW: f64 = 0.6;
/// Width of the rim on a heat map.
const RIM: f64 = 1.0;
/// An arrow shorter than this is a dot of this radius: a head so small points nowhere.
const SHORT: f64 = 4.0;
const DOT: f64 = 1.5;

/// Arrows from tail to tip. One too short to be seen to point is a dot; one that leaves the panel ends at its edge
/// without a head; one that is not finite is not drawn, and its mark is not listed.
///
/// ```
/// use popgrad_figures::{Arrows, Role};
/// let step = Arrows::new("one step", vec![[[0.0, 1.0], [0.5, 0.5]]], Role::Gradient);
/// let field = Arrows::field("−∇L", &[[0.0, 1.0], [1.0, 1.0]], &[[0.0, -2.0], [-2.0, -2.0]], 0.2, Role::Gradient);
/// assert_eq!(field.ends[0][1][0], 0.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Arrows {
    /// What the arrows are called in tables.
    pub name: String,
    /// Tail and tip of each arrow in data coordinates.
    pub ends: Vec<[[f64; 2]; 2]>,
    /// What they mean.
    pub role: Role,
    /// Which of several sets of arrows of their role.
    pub series: Series,
    /// Width of the shaft in design pixels.
    pub width: f64,
    /// Marks for the first arrows, if they can be pointed at: each stands at the middle of its arrow,
    /// wherever its own place is.
    pub marks: Vec<Mark>,
}

impl Arrows {
    /// Arrows of normal width, given by tail and tip.
    #[must_use]
    pub fn new(name: impl Into<String>, ends: Vec<[[f64; 2]; 2]>, role: Role) -> Self {
        Self {
            name: name.into(),
            ends,
            role,
            series: Series::default(),
            width: WIDTH,
            marks: Vec::new(),
        }
    }

    /// A vector field: thin arrows that begin at `places`, all on one scale, the longest `longest`
    /// long in data coordinates. Directions are true where the panel's axes are equal
    /// ([`Panel::with_equal_axes`](crate::Panel::with_equal_axes)).
    #[must_use]
    pub fn field(
        name: impl Into<String>,
        places: &[[f64; 2]],
        vectors: &[[f64; 2]],
        longest: f64,
        role: Role,
    ) -> Self {
        let lengths = vectors.iter().map(|[x, y]| libm::hypot(*x, *y));
        let most = lengths
            .filter(|length| length.is_finite())
            .fold(0.0, f64::max);
        let scale = if most > 0.0 { longest / most } else { 0.0 };
        let ends = places
            .iter()
            .zip(vectors)
            .map(|(&[x, y], &[across, up])| [[x, y], [x + scale * across, y + scale * up]]);
        Self {
            width: THIN,
            ..Self::new(name, ends.collect(), role)
        }
    }

    /// The same arrows with another width, in design pixels.
    #[must_use]
    pub fn with_width(mut self, width: f64) -> Self {
        self.width = width;
        self
    }

    /// The same arrows as one of several sets of their role.
    #[must_use]
    pub fn in_series(mut self, number: u8) -> Self {
        self.series = Series(number);
        self
    }

    /// The same arrows, which can be pointed at: one mark for each, in order.
    #[must_use]
    pub fn with_marks(mut self, marks: Vec<Mark>) -> Self {
        self.marks = marks;
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        for (index, ends) in self.ends.iter().enumerate() {
            let [tail, tip] = ends.map(|end| plot.place(end));
            if !tail.iter().chain(&tip).all(|length| length.is_finite()) {
                continue;
            }
            let Some(seen) = path::clip(tail, tip, plot.area) else {
                continue;
            };
            self.arrow(plot, seen, seen[1] == tip)?;
            if let Some(mark) = self.marks.get(index) {
                plot.drew_between(mark, seen);
            }
        }
        Ok(())
    }

    fn arrow<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        [tail, tip]: [[f64; 2]; 2],
        headed: bool,
    ) -> Result<(), Error> {
        let run = [tip[0] - tail[0], tip[1] - tail[1]];
        let length = path::length(run);
        let head = if headed {
            let head = (HEAD * self.width).max(LEAST_HEAD);
            head.min(MOST_OF_ARROW * length)
        } else {
            0.0
        };
        if plot.over_map {
            self.shape(plot, [tail, tip], head, Ink::Ground, RIM)?;
        }
        let ink = Ink::of(self.role, self.series);
        self.shape(plot, [tail, tip], head, ink, 0.0)
    }

    /// An arrow with a head of length `head`, if that is above 0, everywhere wider by `rim`.
    fn shape<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        [tail, tip]: [[f64; 2]; 2],
        head: f64,
        ink: Ink,
        rim: f64,
    ) -> Result<(), Error> {
        let run = [tip[0] - tail[0], tip[1] - tail[1]];
        let length = path::length(run);
        if length < SHORT {
            return plot.pen.disc(tail, DOT + rim, ink);
        }
        let along = run.map(|run| run / length);
        let from_tip = |back: f64, aside: f64| {
            [
                tip[0] - back * along[0] - aside * along[1],
                tip[1] - back * along[1] + aside * along[0],
            ]
        };
        let width = self.width + 2.0 * rim;
        let neck = from_tip(head, 0.0);
        plot.pen.line(&[tail, neck], Stroke { ink, width })?;
        if head == 0.0 {
            return Ok(());
        }
        let (back, half) = (head + rim, 0.45 * head + 1.5 * rim);
        let corners = [
            from_tip(-2.0 * rim, 0.0),
            from_tip(back, half),
            from_tip(back, -half),
        ];
        plot.pen.polygon(&corners, ink)
    }
}
