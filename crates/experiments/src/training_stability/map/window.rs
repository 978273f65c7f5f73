//! The part of the plane of step sizes that the map shows.

/// The whole map: step sizes of the hidden layer and of the output from 0 to these.
pub(in super::super) const WHOLE: [f64; 2] = [16.0, 1.0];

/// Cells across the finest grid.
const FINEST: f64 = 256.0;

/// A window of the map. At zoom `z` it is `2^z` times smaller than the whole, and stands on a grid
/// of half windows, so that it moves only when the chosen place leaves its middle half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Window {
    /// Lower left corner.
    pub(in super::super) corner: [f64; 2],
    /// Width and height.
    pub(in super::super) size: [f64; 2],
}

impl Window {
    /// The window around a chosen place.
    pub(in super::super) fn around(chosen: [f64; 2], zoom: f64) -> Self {
        let parts = libm::exp2(zoom);
        let size = WHOLE.map(|whole| whole / parts);
        let corner = [0, 1].map(|axis| {
            let half = size[axis] / 2.0;
            let number = libm::round((chosen[axis] - half) / half);
            number.clamp(0.0, 2.0 * (parts - 1.0)) * half
        });
        Self { corner, size }
    }

    /// The two ends along an axis.
    pub(in super::super) fn ends(&self, axis: usize) -> [f64; 2] {
        [self.corner[axis], self.corner[axis] + self.size[axis]]
    }

    /// The step sizes of a cell of a square grid of `side` cells.
    pub(in super::super) fn cell(&self, side: usize, column: usize, row: usize) -> [f64; 2] {
        let at = |axis: usize, cell: usize| {
            self.corner[axis] + (cell as f64 + 0.5) / side as f64 * self.size[axis]
        };
        [at(0, column), at(1, row)]
    }
}

/// The first zoom at which the cell beside a chosen place is the same place, in a map of the finest grid: here
/// the numbers of the machine end.
pub(in super::super) fn last_zoom(chosen: [f64; 2]) -> f64 {
    let is_one = |zoom: &u32| {
        let cell = |axis: usize| WHOLE[axis] / libm::exp2(f64::from(*zoom)) / FINEST;
        (0..2).all(|axis| chosen[axis] + cell(axis) == chosen[axis])
    };
    // Towards 0 numbers grow ever finer; a place on the axis never ends.
    (0..64).find(is_one).map_or(f64::INFINITY, f64::from)
}
