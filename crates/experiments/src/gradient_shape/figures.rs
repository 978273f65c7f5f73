//! The figure made from the results.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Curve, Detail, Direction, Figure, Mark, Movable, Panel, Points, Role, Segments,
    Side,
};

use super::compute::{REACH, SEED, Tanh};
use super::{parameters, strings};

/// Id of the figure.
pub(super) const SHAPE: &str = "gradient-shape";

/// The curve with the population on it, and the gradients of the population.
pub(super) fn shape(population: &Tanh, curve: &Tanh) -> Figure {
    Figure::new(SHAPE, strings::FIGURE_TITLE, strings::FIGURE_SUBTITLE)
        .with_caption(strings::FIGURE_CAPTION)
        .with(curve_panel(population, curve))
        .with(gradient_panel(population))
}

/// Id of the point of a member, counted from 0.
pub(super) fn value_id(member: usize) -> String {
    format!("value-{}", member + 1)
}

/// Id of the bar of a member, counted from 0.
pub(super) fn gradient_id(member: usize) -> String {
    format!("gradient-{}", member + 1)
}

fn curve_panel(population: &Tanh, curve: &Tanh) -> Panel {
    let x = Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x");
    let y = Axis::linear(strings::VALUE_AXIS, [-1.1, 1.1]).with_detail(Detail::Ticks);
    let value = line(curve, &curve.values, strings::VALUE_CURVE, Role::Value);
    let slope = line(
        curve,
        &curve.gradients,
        strings::SLOPE_CURVE,
        Role::Gradient,
    );
    Panel::new("curve", strings::CURVE_PANEL, x, y)
        .with_room(200.0, 330.0, 6)
        .with(stems(population))
        .with(slope.labelled(strings::SLOPE_CURVE, [-0.75, 0.597], Side::Left))
        .with(value.labelled(strings::VALUE_CURVE, [1.1, 0.76], Side::Right))
        .with(points(population))
}

fn gradient_panel(population: &Tanh) -> Panel {
    let labels = population.inputs.iter().map(|&input| short(input));
    let x = Axis::category(strings::INPUT_AXIS, labels.collect()).with_symbol("x");
    let y = Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.15]).with_detail(Detail::Bare);
    Panel::new("gradients", strings::GRADIENT_PANEL, x, y)
        .with_room(160.0, 330.0, 6)
        .with(bars(population))
}

fn line(curve: &Tanh, outputs: &[f64], name: &str, role: Role) -> Curve {
    let points = curve.inputs.iter().zip(outputs);
    Curve::new(name, points.map(|(&x, &y)| [x, y]).collect(), role)
}

fn stems(population: &Tanh) -> Segments {
    let members = population.inputs.iter().zip(&population.gradients);
    let ends = members.map(|(&x, &slope)| [[x, 0.0], [x, slope]]);
    Segments::new(strings::STEMS, ends.collect(), Role::Gradient).with_width(2.5)
}

fn points(population: &Tanh) -> Points {
    let mark = |member: usize| {
        let (input, value) = (population.inputs[member], population.values[member]);
        let name = strings::member(member + 1, &short(input));
        let mark = Mark::new(value_id(member), [input, value], name, short(value))
            .with_group(group(member));
        match movable(member) {
            Some(movable) => mark.with_movable(movable),
            None => mark,
        }
    };
    Points::new((0..SEED.len()).map(mark).collect(), Role::Value)
}

/// Dragging a member along the axis scales all members; the one at 0 stays where it is.
fn movable(member: usize) -> Option<Movable> {
    let moves = SEED[member] != 0.0;
    moves.then(|| Movable::by(parameters::SCALE, Direction::X, SEED[member]))
}

fn bars(population: &Tanh) -> Bars {
    let mark = |member: usize| {
        let (input, gradient) = (population.inputs[member], population.gradients[member]);
        let name = strings::member(member + 1, &short(input));
        let at = [member as f64, gradient];
        Mark::new(gradient_id(member), at, name, short(gradient)).with_group(group(member))
    };
    Bars::new((0..SEED.len()).map(mark).collect(), Role::Gradient)
}

/// A member's point and its bar light up together.
fn group(member: usize) -> String {
    format!("member-{}", member + 1)
}
