//! Numbers on a regular grid.

use serde::{Deserialize, Serialize};

use crate::{Axis, AxisMap};

/// Numbers on a regular grid of cells, each standing for its cell's centre.
///
/// Cells are equally wide on the panel's axes: on a log axis equal ratios. A value that is missing
/// is not a number.
///
/// ```
/// use popgrad_figures::{Axis, Grid};
/// let (x, y) = (Axis::linear("x", [-1.0, 1.0]), Axis::linear("y", [0.0, 2.0]));
/// let grid = Grid::over(&x, &y, [4, 2], |x, y| x + y);
/// assert_eq!(grid.values, [-0.25, 0.25, 0.75, 1.25, 0.75, 1.25, 1.75, 2.25]);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// The outer edges across, in data coordinates.
    pub x: [f64; 2],
    /// The outer edges upwards.
    pub y: [f64; 2],
    /// Cells across.
    pub columns: usize,
    /// Cells upwards.
    pub rows: usize,
    /// The values row by row, the lowest row first, each from left to right.
    pub values: Vec<f64>,
}

impl Grid {
    /// A grid between edges with `columns` by `rows` values, the lowest row first.
    #[must_use]
    pub fn new(x: [f64; 2], y: [f64; 2], [columns, rows]: [usize; 2], values: Vec<f64>) -> Self {
        Self {
            x,
            y,
            columns,
            rows,
            values,
        }
    }

    /// The grid of a function over the whole of two axes.
    #[must_use]
    pub fn over(
        x: &Axis,
        y: &Axis,
        [columns, rows]: [usize; 2],
        mut function: impl FnMut(f64, f64) -> f64,
    ) -> Self {
        let across = centers(x, columns);
        let mut values = Vec::with_capacity(columns * rows);
        for upwards in centers(y, rows) {
            values.extend(across.iter().map(|&across| function(across, upwards)));
        }
        Self::new(x.domain, y.domain, [columns, rows], values)
    }

    /// The value of a cell, counted from the lower left.
    #[must_use]
    pub fn value(&self, column: usize, row: usize) -> f64 {
        let index = row * self.columns + column;
        self.values.get(index).copied().unwrap_or(f64::NAN)
    }

    /// The cells with the smallest and the largest finite value, as column and row; `None` where no
    /// value is finite.
    #[must_use]
    pub fn extremes(&self) -> Option<[[usize; 2]; 2]> {
        let mut extremes: Option<[usize; 2]> = None;
        for (index, value) in self.values.iter().enumerate() {
            if !value.is_finite() {
                continue;
            }
            let [least, most] = extremes.get_or_insert([index; 2]);
            if *value < self.values[*least] {
                *least = index;
            }
            if *value > self.values[*most] {
                *most = index;
            }
        }
        extremes.map(|both| both.map(|index| [index % self.columns, index / self.columns]))
    }

    /// The centre of a cell in data coordinates, on the axes of `maps`.
    pub(crate) fn center(&self, [x, y]: [&AxisMap; 2], [column, row]: [f64; 2]) -> [f64; 2] {
        let across = part(x, self.x, (column + 0.5) / self.columns as f64);
        let upwards = part(y, self.y, (row + 0.5) / self.rows as f64);
        [x.to_data(across), y.to_data(upwards)]
    }
}

/// The centres of `count` equally wide cells along an axis, in data coordinates.
///
/// ```
/// use popgrad_figures::{Axis, centers};
/// assert_eq!(centers(&Axis::linear("x", [0.0, 1.0]), 2), [0.25, 0.75]);
/// ```
#[must_use]
pub fn centers(axis: &Axis, count: usize) -> Vec<f64> {
    let map = AxisMap::new(axis, [0.0, count as f64]);
    (0..count)
        .map(|cell| map.to_data(cell as f64 + 0.5))
        .collect()
}

/// The pixel at a part of the way between two places.
pub(crate) fn part(map: &AxisMap, ends: [f64; 2], part: f64) -> f64 {
    let [from, to] = ends.map(|end| map.to_pixel(end));
    from + part * (to - from)
}
