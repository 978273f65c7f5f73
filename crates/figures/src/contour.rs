//! Lines of equal height through a grid.

use crate::Grid;

/// Places in units of cells: `[0, 0]` is the centre of the lower left cell.
type Line = Vec<[f64; 2]>;

/// The lines along which a grid's values equal `level` (marching squares; Lorensen and Cline,
/// 1987, in the plane). A square with a corner that is not finite has none; a saddle is cut by the mean
/// of its corners. Closed lines end where they begin.
pub(crate) fn lines(grid: &Grid, level: f64) -> Vec<Line> {
    let mut edges = Edges::new(grid, level);
    for row in 1..grid.rows {
        for column in 1..grid.columns {
            edges.cross(column - 1, row - 1);
        }
    }
    edges.joined()
}

/// The crossings of a level with the edges between neighbouring centres, and how they are joined
/// inside the squares. Edges to the right come first, then edges upwards.
struct Edges<'a> {
    grid: &'a Grid,
    level: f64,
    /// For each edge up to two others that its crossing is joined to.
    joined: Vec<[Option<usize>; 2]>,
}

impl<'a> Edges<'a> {
    fn new(grid: &'a Grid, level: f64) -> Self {
        Self {
            grid,
            level,
            joined: vec![[None; 2]; 2 * grid.columns * grid.rows],
        }
    }

    /// Joins the crossings on the sides of the square whose lower left corner is given.
    fn cross(&mut self, column: usize, row: usize) {
        let grid = self.grid;
        // Counter-clockwise from the lower left.
        let corners = [[0, 0], [1, 0], [1, 1], [0, 1]]
            .map(|[right, up]| grid.value(column + right, row + up));
        if corners.iter().any(|corner| !corner.is_finite()) {
            return;
        }
        let above = corners.map(|corner| corner >= self.level);
        let here = row * grid.columns + column;
        let upwards = grid.columns * grid.rows;
        let sides = [
            here,
            upwards + here + 1,
            here + grid.columns,
            upwards + here,
        ];
        // A side is crossed where its ends lie on different sides of the level.
        let crossed: Vec<_> = (0..4)
            .filter(|&side| above[side] != above[(side + 1) % 4])
            .map(|side| sides[side])
            .collect();
        match crossed[..] {
            [one, other] => self.join(one, other),
            [first, second, third, fourth] => {
                let center = corners.iter().sum::<f64>() / 4.0 >= self.level;
                if center == above[0] {
                    self.join(first, second);
                    self.join(third, fourth);
                } else {
                    self.join(fourth, first);
                    self.join(second, third);
                }
            }
            _ => {}
        }
    }

    fn join(&mut self, one: usize, other: usize) {
        for (from, to) in [(one, other), (other, one)] {
            let free = self.joined[from].iter_mut().find(|slot| slot.is_none());
            if let Some(slot) = free {
                *slot = Some(to);
            }
        }
    }

    /// Follows the joints: first the lines that end at the border, then the closed ones.
    fn joined(mut self) -> Vec<Line> {
        let mut lines = Vec::new();
        for closed in [false, true] {
            for edge in 0..self.joined.len() {
                let ends = self.joined[edge].iter().flatten().count();
                if ends == if closed { 2 } else { 1 } {
                    lines.push(self.follow(edge));
                }
            }
        }
        lines
    }

    /// The line from an edge on, which is taken out.
    fn follow(&mut self, first: usize) -> Line {
        let mut line = vec![self.crossing(first)];
        let mut edge = first;
        while let Some(next) = self.joined[edge].iter_mut().find_map(Option::take) {
            for slot in &mut self.joined[next] {
                if *slot == Some(edge) {
                    *slot = None;
                    break;
                }
            }
            line.push(self.crossing(next));
            edge = next;
        }
        line
    }

    /// Where the level crosses an edge.
    fn crossing(&self, edge: usize) -> [f64; 2] {
        let cells = self.grid.columns * self.grid.rows;
        let is_upwards = edge >= cells;
        let cell = edge % cells;
        let (column, row) = (cell % self.grid.columns, cell / self.grid.columns);
        let from = self.grid.value(column, row);
        let to = if is_upwards {
            self.grid.value(column, row + 1)
        } else {
            self.grid.value(column + 1, row)
        };
        let part = (self.level - from) / (to - from);
        let [x, y] = [column as f64, row as f64];
        if is_upwards {
            [x, y + part]
        } else {
            [x + part, y]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Axis;

    fn grid(function: impl FnMut(f64, f64) -> f64) -> Grid {
        let axis = Axis::linear("x", [-1.0, 1.0]);
        Grid::over(&axis, &axis, [41, 41], function)
    }

    /// A place in units of cells as data.
    fn data(place: [f64; 2]) -> [f64; 2] {
        place.map(|at| -1.0 + (at + 0.5) / 20.5)
    }

    #[test]
    fn a_circle_is_one_closed_line() {
        let lines = lines(&grid(|x, y| x * x + y * y), 0.25);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last());
        assert!(lines[0].len() > 60);
        for &place in &lines[0] {
            let [x, y] = data(place);
            assert!((libm::hypot(x, y) - 0.5).abs() < 2e-3, "{x} {y}");
        }
    }

    #[test]
    fn a_plane_is_one_open_line_from_border_to_border() {
        let lines = lines(&grid(|x, y| x + 2.0 * y), 0.3);
        assert_eq!(lines.len(), 1);
        let ends = [lines[0][0], lines[0][lines[0].len() - 1]].map(|[x, _]| x);
        assert_eq!([ends[0].min(ends[1]), ends[0].max(ends[1])], [0.0, 40.0]);
        for &place in &lines[0] {
            let [x, y] = data(place);
            assert!((x + 2.0 * y - 0.3).abs() < 1e-12);
        }
    }

    #[test]
    fn a_saddle_has_two_lines_and_a_hole_cuts_them() {
        assert_eq!(lines(&grid(|x, y| x * y), 0.01).len(), 2);
        assert_eq!(lines(&grid(|x, y| x * y), 7.0), Vec::<Line>::new());
        let holed = grid(|x, y| if x.abs() < 0.1 { f64::NAN } else { y });
        assert_eq!(lines(&holed, 0.2).len(), 2);
        assert_eq!(lines(&grid(|_, _| f64::NAN), 0.0), Vec::<Line>::new());
    }

    #[test]
    fn in_a_saddle_corners_are_joined_through_a_middle_on_their_side() {
        let corners = Grid::new([0.0, 2.0], [0.0, 2.0], [2, 2], vec![1.0, 0.0, 0.0, 1.0]);
        // The middle is 0.5: above 0.25 the two high corners are joined, above 0.75 they are not.
        let around = |level| -> Vec<bool> {
            let lines = lines(&corners, level);
            // Whether a line goes around a low corner, on one side of the diagonal of the high ones.
            let side = |[x, y]: &[f64; 2]| x > y;
            let differ = |line: &Line| line.iter().all(|at| side(at) == side(&line[0]));
            lines.iter().map(differ).collect()
        };
        assert_eq!(around(0.25), [true, true]);
        assert_eq!(around(0.75), [false, false]);
    }

    #[test]
    fn a_grid_with_too_few_values_is_cut_short() {
        let mut short = grid(|x, _| x);
        short.values.truncate(41 * 20);
        let lines = lines(&short, 0.0);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].len(), 20);
    }
}
