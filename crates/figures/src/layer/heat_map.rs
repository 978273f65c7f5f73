//! A grid of numbers as colours.

use plotters::prelude::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::contour;
use crate::draw::path;
use crate::draw::pen::Stroke;
use crate::draw::picture::Cells;
use crate::draw::plot::{HATCH, Plot};
use crate::draw::stroke::Look;
use crate::grid::part;
use crate::{Area, Color, ColorScale, Error, Grid, Ink, Role};

/// Width of the line of zero, in design pixels.
const ZERO: f64 = 1.0;
/// How finely a hatching follows the cells that it fills, in design pixels.
const STEP: f64 = 1.0;
/// What is drawn behind cells without a colour; they are covered.
const COVERED: Color = Color::hex(0xff_ffff);

/// A grid of numbers as colours; cells whose number is not finite are hatched. A map of signed numbers
/// draws its line of zero and a sign on each side. With one row it is a strip. A bar above the panel says which colour is which number, unless it is left out.
///
/// ```
/// use popgrad_figures::{Axis, ColorScale, Grid, HeatMap};
/// let (x, y) = (Axis::linear("x", [-1.0, 1.0]), Axis::linear("y", [-1.0, 1.0]));
/// let grid = Grid::over(&x, &y, [40, 40], |x, y| x * y);
/// let map = HeatMap::new("x·y", grid, ColorScale::Signed(1.0));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HeatMap {
    /// What the colours show, in a few words with the unit: it stands beside the bar.
    pub name: String,
    /// The numbers.
    pub grid: Grid,
    /// Which number is which colour.
    pub scale: ColorScale,
    /// Whether the bar of colours is drawn.
    pub bar: bool,
}

impl HeatMap {
    /// A heat map with its bar of colours.
    #[must_use]
    pub fn new(name: impl Into<String>, grid: Grid, scale: ColorScale) -> Self {
        Self {
            name: name.into(),
            grid,
            scale,
            bar: true,
        }
    }

    /// The same heat map without a bar of colours, where the words say what the colours are.
    #[must_use]
    pub fn without_bar(mut self) -> Self {
        self.bar = false;
        self
    }

    pub(super) fn draw<DB: DrawingBackend>(&self, plot: &mut Plot<'_, DB>) -> Result<(), Error> {
        plot.over_map = true;
        let whole = self.area(plot);
        let Some(seen) = common(whole, plot.area) else {
            return Ok(());
        };
        let (columns, rows) = (self.grid.columns, self.grid.rows);
        let [flipped, upright] = [
            plot.x.to_pixel(self.grid.x[0]) > plot.x.to_pixel(self.grid.x[1]),
            plot.y.to_pixel(self.grid.y[0]) > plot.y.to_pixel(self.grid.y[1]),
        ];
        let value = |column: usize, row: usize| {
            let column = if flipped {
                columns - 1 - column
            } else {
                column
            };
            let row = if upright { rows - 1 - row } else { row };
            self.grid.value(column, row)
        };
        let color = |column, row| self.scale.color(value(column, row)).unwrap_or(COVERED);
        let cells = Cells {
            columns,
            rows,
            color: &color,
        };
        plot.pen.picture(&cells, whole, seen)?;
        let lost = |column, row| !value(column, row).is_finite();
        self.hatch(plot, whole, seen, &lost)?;
        self.signs(plot)
    }

    /// In a signed map, draws the line of zero and says which side is which without colours.
    fn signs<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Result<(), Error> {
        let (ColorScale::Signed(_), Some(extremes)) = (self.scale, self.grid.extremes()) else {
            return Ok(());
        };
        let values = extremes.map(|[column, row]| self.grid.value(column, row));
        if values[0] >= 0.0 || values[1] <= 0.0 {
            return Ok(());
        }
        for line in contour::lines(&self.grid, 0.0) {
            let cells = line.iter();
            let zero: Vec<_> = cells
                .map(|&cell| self.grid.center([&plot.x, &plot.y], cell))
                .collect();
            plot.line(&zero, Look::solid(Role::Plain, ZERO))?;
        }
        for (sign, [column, row]) in ["−", "+"].into_iter().zip(extremes) {
            let cell = [column as f64, row as f64];
            let at = plot.place(self.grid.center([&plot.x, &plot.y], cell));
            plot.tag(sign, at, Ink::Text)?;
        }
        Ok(())
    }

    /// Where the grid stands, in design pixels.
    fn area<DB: DrawingBackend>(&self, plot: &Plot<'_, DB>) -> Area {
        let [left, right] = [0.0, 1.0].map(|at| part(&plot.x, self.grid.x, at));
        let [low, high] = [0.0, 1.0].map(|at| part(&plot.y, self.grid.y, at));
        Area {
            left: left.min(right),
            top: low.min(high),
            width: (right - left).abs(),
            height: (low - high).abs(),
        }
    }

    /// Covers and hatches the cells that have no colour.
    fn hatch<DB: DrawingBackend>(
        &self,
        plot: &Plot<'_, DB>,
        whole: Area,
        seen: Area,
        lost: &dyn Fn(usize, usize) -> bool,
    ) -> Result<(), Error> {
        let (columns, rows) = (self.grid.columns, self.grid.rows);
        let (width, height) = (whole.width / columns as f64, whole.height / rows as f64);
        let mut any = false;
        for row in 0..rows {
            let mut column = 0;
            while column < columns {
                let first = column;
                while column < columns && lost(column, row) {
                    column += 1;
                }
                if first < column {
                    let run = Area {
                        left: whole.left + width * first as f64,
                        top: whole.top + height * row as f64,
                        width: width * (column - first) as f64,
                        height,
                    };
                    if let Some(run) = common(run, seen) {
                        plot.pen.polygon(&run.corners(), Ink::Ground)?;
                    }
                    any = true;
                } else {
                    column += 1;
                }
            }
        }
        if !any {
            return Ok(());
        }
        let at = |[x, y]: [f64; 2]| {
            let column = ((x - whole.left) / width) as usize;
            let row = ((y - whole.top) / height) as usize;
            lost(column.min(columns - 1), row.min(rows - 1))
        };
        hatching(plot, seen, &at)
    }
}

/// Draws the parts of diagonal lines across an area that lie where `lost` says.
fn hatching<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    area: Area,
    lost: &dyn Fn([f64; 2]) -> bool,
) -> Result<(), Error> {
    let stroke = Stroke {
        ink: Ink::Mark(Role::Wrong),
        width: 1.25,
    };
    let mut offset = HATCH;
    while offset < area.width + area.height {
        let from = [area.left, area.top + offset];
        let to = [area.left + offset, area.top];
        offset += HATCH;
        let Some([from, to]) = path::clip(from, to, area) else {
            continue;
        };
        let steps = ((to[0] - from[0]) / STEP).ceil().max(1.0);
        let at = |step: f64| [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * step / steps);
        let mut start = None;
        let mut step = 0.0;
        while step <= steps {
            let here = step < steps && lost(at(step + 0.5));
            match start {
                None if here => start = Some(step),
                Some(first) if !here => {
                    plot.pen.line(&[at(first), at(step)], stroke)?;
                    start = None;
                }
                _ => {}
            }
            step += 1.0;
        }
    }
    Ok(())
}

/// The part that two areas share.
fn common(a: Area, b: Area) -> Option<Area> {
    let (left, right) = (a.left.max(b.left), a.right().min(b.right()));
    let (top, bottom) = (a.top.max(b.top), a.bottom().min(b.bottom()));
    (left < right && top < bottom).then_some(Area {
        left,
        top,
        width: right - left,
        height: bottom - top,
    })
}
