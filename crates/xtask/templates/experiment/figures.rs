//! The figure made from the results.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Curve, Direction, Figure, Mark, Movable, Panel, Points, Role};

use super::compute::{self, Square};
use super::parameters::INPUT;
use super::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const PARABOLA: &str = "@slug@";
/// Id of the point on the curve.
pub(super) const VALUE: &str = "value";

/// The curve runs as far to both sides, in steps of a twentieth.
const STEPS: i32 = 40;

/// The parabola with the input on it.
pub(super) fn parabola(state: &State) -> Result<Figure, Error> {
    let square = compute::square(state.get(INPUT)?)?;
    let x = Axis::linear(strings::INPUT_AXIS, [-2.0, 2.0]).with_symbol("x");
    let y = Axis::linear(strings::VALUE_AXIS, [0.0, 4.2]);
    let panel = Panel::new("curve", strings::PANEL, x, y)
        .with_room(220.0, 320.0, 12)
        .with(curve())
        .with(point(&square));
    Ok(Figure::new(PARABOLA, strings::FIGURE_TITLE, strings::FIGURE_SUBTITLE)
        .with_caption(strings::FIGURE_CAPTION)
        .with(panel))
}

fn curve() -> Curve {
    let inputs = (-STEPS..=STEPS).map(|step| f64::from(step) / 20.0);
    Curve::new(strings::CURVE, inputs.map(|x| [x, x * x]).collect(), Role::Theory)
}

fn point(square: &Square) -> Points {
    let at = [square.input, square.value];
    let mark = Mark::new(VALUE, at, strings::POINT, short(square.value))
        .with_movable(Movable::by(INPUT, Direction::X, 1.0));
    Points::new(vec![mark], Role::Value)
}
