//! The figure of the line that the reader moves.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Band, ColorScale, Curve, Direction, Figure, Grid, HeatMap, Label, Mark, Movable, Panel,
    Points, Role, Side,
};

use super::{REACH, classes, input_axes, inputs};
use crate::net::Targets;
use crate::xor::compute::line::Line;
use crate::xor::parameters::{LEFT, RIGHT, line};
use crate::xor::strings;
use crate::{Error, Guess, State};

/// Id of the figure.
pub(in crate::xor) const LINE: &str = "xor";
/// Ids of the two handles of the line, and of its place among all lines.
pub(in crate::xor) const HANDLES: [&str; 2] = ["handle-left", "handle-right"];
pub(in crate::xor) const YOURS: &str = "yours";

/// Cells of the map of all lines: the number changes at −1 and 1 alone, where cells end.
const CELLS: usize = 8;

/// The reader's line among the four points, and every line at once.
pub(in crate::xor) fn figure(state: &State) -> Result<Figure, Error> {
    let line = line(state)?;
    let hides = state.guess().hides();
    let title = if hides {
        strings::LINE_QUESTION
    } else {
        strings::LINE_TITLE
    };
    Ok(Figure::new(LINE, title, strings::LINE_SUBTITLE)
        .with_caption(strings::LINE_CAPTION)
        .with(plane(line, state.guess()))
        .with(every_line(line, hides)))
}

/// The four points and the line, with the side that is called 1 shaded.
fn plane(line: Line, guess: Guess) -> Panel {
    let hides = guess.hides();
    let (x, y) = input_axes();
    let title = if hides {
        strings::LINE_PANEL.to_owned()
    } else {
        strings::line_panel(line.count())
    };
    let mut panel = Panel::new("plane", title, x, y)
        .with_room(330.0, 350.0, 6)
        .with_equal_axes();
    if !hides {
        panel = panel.with(side(line));
    }
    let ends = [-REACH, REACH].map(|across| [across, line.height(across)]);
    panel = panel.with(Curve::new(strings::YOUR_LINE, ends.to_vec(), Role::Value));
    if let Guess::Made(said) = guess {
        // In the corner below, clear of the points.
        let label = Label::new(strings::you_said(said as usize), [0.0, -1.8], Side::Above);
        panel = panel.with(Points::new(Vec::new(), Role::Prediction).with_label(label));
    }
    let right = if hides { [true; 4] } else { line.right() };
    for points in classes("point", inputs(), Targets::Signed.values(), right) {
        panel = panel.with(points);
    }
    let handles = [
        (HANDLES[0], -1.0, line.left, LEFT),
        (HANDLES[1], 1.0, line.right, RIGHT),
    ];
    let handles = handles.map(|(id, across, height, parameter)| {
        let name = strings::handle(&short(across));
        Mark::new(id, [across, height], name, short(height))
            .with_movable(Movable::at(parameter, Direction::Y))
    });
    panel.with(Points::new(handles.to_vec(), Role::Value).in_series(3))
}

/// The side of the line that is called 1.
fn side(line: Line) -> Band {
    let edges = [-REACH, REACH].map(|across| {
        let height = line.height(across);
        if line.above() > 0.0 {
            [across, height, REACH.max(height)]
        } else {
            [across, height.min(-REACH), height]
        }
    });
    Band::new(strings::POSITIVE_SIDE, edges.to_vec(), Role::Quiet)
}

/// How many points each line gets right, over its two heights.
fn every_line(yours: Line, hides: bool) -> Panel {
    let axis = |symbol, place| Axis::linear(strings::height_axis(symbol, place), [-REACH, REACH]);
    let (x, y) = (axis("a", "−1"), axis("b", "1"));
    let grid = Grid::over(&x, &y, [CELLS; 2], |left, right| {
        Line { left, right }.count() as f64
    });
    let panel = Panel::new("lines", strings::EVERY_LINE_PANEL, x, y)
        .with_room(350.0, 350.0, 6)
        .with_equal_axes()
        .picking(LEFT, RIGHT);
    if hides {
        return panel;
    }
    let map = HeatMap::new(strings::RIGHT_ANSWERS, grid, ColorScale::Size([0.0, 4.0]));
    let place = [yours.left, yours.right];
    let count = yours.count();
    let mark = Mark::new(YOURS, place, strings::YOUR_LINE, strings::count(count))
        .with_value(count as f64)
        .with_movable(Movable::at(LEFT, Direction::X))
        .with_movable(Movable::at(RIGHT, Direction::Y));
    panel
        .with(map)
        .with(Points::new(vec![mark], Role::Value).in_series(3))
}
