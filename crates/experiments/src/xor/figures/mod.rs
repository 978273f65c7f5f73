//! The figures, one file each, and what several of them share.

mod descent;
mod fold;
mod line;
mod net;
mod success;

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Label, Mark, Points, Role, Side};

use super::{explain, strings};
use crate::LiveFigure;
use crate::net::POINTS;

pub(super) use descent::{step_id, stops};
pub(super) use fold::PANELS;
pub(super) use line::{HANDLES, LINE, YOURS};
pub(super) use net::{BROKEN, HERE, other_id, weight_id};
pub(super) use success::{outcome_id, rate_id};

pub(super) const FIGURES: &[LiveFigure] = &[
    LiveFigure {
        id: LINE,
        make: line::figure,
        explain: explain::line,
    },
    LiveFigure {
        id: descent::DESCENT,
        make: descent::figure,
        explain: explain::descent,
    },
    LiveFigure {
        id: net::NET,
        make: net::figure,
        explain: explain::net,
    },
    LiveFigure {
        id: fold::FOLD,
        make: fold::figure,
        explain: explain::fold,
    },
    LiveFigure {
        id: success::SUCCESS,
        make: success::figure,
        explain: explain::success,
    },
];

/// The input plane reaches as far to all sides.
const REACH: f64 = 2.0;

/// Places that are nearer to each other share a word.
const APART: f64 = 0.3;

/// Id of a point, counted from 0, in a panel that names its points so.
pub(super) fn point_id(panel: &str, point: usize) -> String {
    format!("{panel}-{}", point + 1)
}

/// The four points in the input plane.
pub(super) fn inputs() -> [[f64; 2]; 4] {
    [0, 1, 2, 3].map(|point| [POINTS[2 * point], POINTS[2 * point + 1]])
}

/// The axes of the input plane.
fn input_axes() -> (Axis, Axis) {
    let axis = |symbol| Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol(symbol);
    (axis("x₁"), axis("x₂"))
}

/// The four points at some places: those of different inputs round, those of equal ones a diamond. A point
/// that is answered wrongly says so, once for several at one place.
fn classes(panel: &str, places: [[f64; 2]; 4], targets: [f64; 4], right: [bool; 4]) -> Vec<Points> {
    let (mut layers, mut named) = (Vec::new(), Vec::new());
    for is_right in [true, false] {
        for (series, differ) in [(0, true), (1, false)] {
            let is_chosen =
                |&point: &usize| right[point] == is_right && (targets[point] == 1.0) == differ;
            let chosen: Vec<usize> = (0..4).filter(is_chosen).collect();
            let marks = chosen.iter().map(|&point| {
                let target = targets[point];
                let name = strings::point(inputs()[point]);
                Mark::new(point_id(panel, point), places[point], name, short(target))
                    .with_value(target)
                    .with_group(point_id("point", point))
            });
            let role = if is_right { Role::Plain } else { Role::Wrong };
            let mut points = Points::new(marks.collect(), role).in_series(series);
            for point in chosen.into_iter().filter(|_| !is_right) {
                let at = places[point];
                if named.iter().all(|other| distance(at, *other) > APART) {
                    points = points.with_label(Label::new(strings::WRONG, at, Side::Below));
                    named.push(at);
                }
            }
            layers.push(points);
        }
    }
    layers.retain(|points| !points.marks.is_empty());
    layers
}

fn distance(one: [f64; 2], other: [f64; 2]) -> f64 {
    libm::hypot(one[0] - other[0], one[1] - other[1])
}
