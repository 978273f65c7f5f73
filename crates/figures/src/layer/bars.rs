//! Bars from a base line.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use super::printed::{self, Printed, Slot};
use crate::draw::plot::Plot;
use crate::map::Reach;
use crate::{Area, Error, Ink, Mark, Role, Series};

/// Widest bar, in design pixels, and the part of its slot that a bar takes.
const WIDEST: f64 = 40.0;
const FILL: f64 = 0.62;
/// Height of the arrow head on a bar that ends beyond the axis.
const HEAD: f64 = 7.0;

/// Vertical bars from a base line to each mark's height, with the printed value at the end.
///
/// A bar that ends beyond the axis stops at its edge under an arrow head, one too small for a log
/// axis is an arrow head at the lower end, one whose value is not a number is hatched; all print
/// their value. Where not all values have room, those that would touch a more important one are left
/// out; of more than twelve bars only the largest, those beyond the axis and, where they stand alone, the first and the last
/// print theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bars {
    /// The marks; the bar ends at `at`.
    pub marks: Vec<Mark>,
    /// What they mean.
    pub role: Role,
    /// Which of several sets of bars of their role.
    pub series: Series,
    /// Where the bars begin. On a log axis, which has no place for 0, they begin at its lower end.
    pub base: f64,
    /// Which of how many bars that stand side by side at each place: `[0, 1]` alone.
    pub slot: [u8; 2],
}

impl Bars {
    /// Bars from 0 (from the lower end of a log axis), alone at their places.
    #[must_use]
    pub fn new(marks: Vec<Mark>, role: Role) -> Self {
        Self {
            marks,
            role,
            series: Series::default(),
            base: 0.0,
            slot: [0, 1],
        }
    }

    /// The same bars from another base line.
    #[must_use]
    pub fn with_base(mut self, base: f64) -> Self {
        self.base = base;
        self
    }

    /// The same bars as number `number` (from 0) of `of` sets that stand side by side, in the shade
    /// of that series.
    #[must_use]
    pub fn beside(mut self, number: u8, of: u8) -> Self {
        self.series = Series(number);
        self.slot = [number, of.max(1)];
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        let room = self.room(plot);
        let [number, of] = self.slot.map(f64::from);
        let width = (room * FILL / of).min(WIDEST);
        let shift = (number - (of - 1.0) / 2.0) * width * 1.1;
        let base = plot.y.clamped(self.base);
        let mut values = Vec::new();
        for mark in &self.marks {
            let x = plot.x.to_pixel(mark.at[0]);
            if !plot.x.holds(x) {
                continue;
            }
            let bar = self.bar(plot, mark, [x + shift, base], width)?;
            plot.drew_area(mark, bar.area);
            values.push(self.printed(mark, bar));
        }
        let alone = of == 1.0;
        let slot = if alone { room } else { width * 1.1 };
        printed::draw(plot, &values, Slot { slot, width, alone })
    }

    /// The least distance between two bars, and at most between two categories.
    fn room<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> f64 {
        let places = in_order(self.marks.iter().map(|mark| plot.x.to_pixel(mark.at[0])));
        let gaps = places.windows(2).map(|pair| pair[1] - pair[0]);
        let unit = if plot.x.logarithmic {
            f64::INFINITY
        } else {
            (plot.x.to_pixel(1.0) - plot.x.to_pixel(0.0)).abs()
        };
        let least = gaps.filter(|gap| *gap > 0.0).fold(f64::INFINITY, f64::min);
        if plot.categories || least == f64::INFINITY {
            least.min(unit).min(plot.area.width)
        } else {
            least
        }
    }

    /// Draws a bar and says where it stands.
    fn bar<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        mark: &Mark,
        [x, base]: [f64; 2],
        width: f64,
    ) -> Result<Bar, Error> {
        let ink = Ink::of(self.role, self.series);
        let down = mark.at[1] < self.base;
        let area = |end: f64| Area {
            left: x - width / 2.0,
            top: end.min(base),
            width,
            height: (end - base).abs(),
        };
        match plot.y.reach(mark.at[1]) {
            Reach::Inside(y) => {
                let area = area(y);
                self.fill(plot, area)?;
                Ok(Bar::new(area, y, down))
            }
            Reach::Nowhere => {
                // A value below a log axis, which begins at the lower end, has no way down.
                let down = down && (edge(plot, true) - base).abs() > printed::ROOM;
                let end = edge(plot, down) - towards(printed::ROOM, down);
                plot.hatch(area(end))?;
                Ok(Bar::new(area(end), end, down).beyond())
            }
            Reach::Beyond(edge) if (edge - base).abs() < HEAD => {
                // The value lies beyond the end where the bar begins: only its direction is drawn.
                let down = edge < plot.area.top + HEAD;
                let end = edge + towards(HEAD, down);
                let head = [edge, end];
                plot.head(x, head, width.min(2.0 * HEAD), ink)?;
                Ok(Bar::new(area(end), end, down).beyond())
            }
            Reach::Beyond(edge) => {
                let end = edge - towards(printed::ROOM, down);
                self.fill(plot, area(end))?;
                let tip = end + towards(HEAD, down);
                plot.head(x, [tip, end], width, ink)?;
                Ok(Bar::new(area(tip), tip, down).beyond())
            }
        }
    }

    fn fill<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>, area: Area) -> Result<(), Error> {
        if self.role == Role::Wrong {
            plot.hatch(area)
        } else {
            plot.pen.rectangle(area, Ink::of(self.role, self.series))
        }
    }

    fn printed<'a>(&self, mark: &'a Mark, bar: Bar) -> Printed<'a> {
        let role = if mark.at[1].is_finite() {
            self.role
        } else {
            Role::Wrong
        };
        Printed {
            text: &mark.text,
            at: [bar.area.left + bar.area.width / 2.0, bar.end],
            down: bar.down,
            size: mark.at[1].abs(),
            beyond: bar.beyond,
            ink: Ink::Word(role),
        }
    }
}

/// A bar that was drawn.
#[derive(Clone, Copy)]
struct Bar {
    area: Area,
    /// Beside which height its value is printed.
    end: f64,
    /// Whether the value stands below its end.
    down: bool,
    /// Whether the value lies beyond the axis or has no place on it.
    beyond: bool,
}

impl Bar {
    fn new(area: Area, end: f64, down: bool) -> Self {
        Self {
            area,
            end,
            down,
            beyond: false,
        }
    }

    fn beyond(mut self) -> Self {
        self.beyond = true;
        self
    }
}

/// A length in the direction of a bar: down the page or up.
fn towards(length: f64, down: bool) -> f64 {
    if down { length } else { -length }
}

fn edge<DB: DrawingBackend>(plot: &Plot<'_, DB>, down: bool) -> f64 {
    if down {
        plot.area.bottom()
    } else {
        plot.area.top
    }
}

/// The finite places from left to right. Most come in order; the standard library's sorting would weigh
/// more in the first file than all else that bars do.
fn in_order(places: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut ordered = Vec::new();
    for place in places.filter(|place| place.is_finite()) {
        let at = ordered.partition_point(|other| *other < place);
        ordered.insert(at, place);
    }
    ordered
}
