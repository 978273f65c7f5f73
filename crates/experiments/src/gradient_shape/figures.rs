//! The figure made from the results.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Curve, Detail, Direction, Figure, Label, Layer, Mark, Movable, Panel, Points, Role,
    Room, Segments, Side,
};

use super::compute::{REACH, SEED, Tanh};
use super::{parameters, strings};

/// Id of the figure.
pub(super) const SHAPE: &str = "gradient-shape";

/// The curve with the population on it, and the gradients of the population.
pub(super) fn shape(population: &Tanh, curve: &Tanh) -> Figure {
    Figure {
        id: SHAPE.to_owned(),
        title: strings::FIGURE_TITLE.to_owned(),
        subtitle: strings::FIGURE_SUBTITLE.to_owned(),
        caption: strings::FIGURE_CAPTION.to_owned(),
        panels: vec![curve_panel(population, curve), gradient_panel(population)],
    }
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
    Panel {
        id: "curve".to_owned(),
        title: strings::CURVE_PANEL.to_owned(),
        x: Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x"),
        y: Axis::linear(strings::VALUE_AXIS, [-1.1, 1.1]).with_detail(Detail::Ticks),
        layers: vec![
            stems(population),
            line(
                &curve.inputs,
                &curve.gradients,
                Role::Gradient,
                slope_label(),
            ),
            line(&curve.inputs, &curve.values, Role::Value, value_label()),
            points(population),
        ],
        room: Room {
            narrow_height: 200.0,
            wide_height: 330.0,
            columns: 6,
        },
    }
}

fn gradient_panel(population: &Tanh) -> Panel {
    let labels = population
        .inputs
        .iter()
        .map(|&input| short(input))
        .collect();
    Panel {
        id: "gradients".to_owned(),
        title: strings::GRADIENT_PANEL.to_owned(),
        x: Axis::category(strings::INPUT_AXIS, labels).with_symbol("x"),
        y: Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.15]).with_detail(Detail::Bare),
        layers: vec![bars(population)],
        room: Room {
            narrow_height: 160.0,
            wide_height: 330.0,
            columns: 6,
        },
    }
}

fn value_label() -> Label {
    Label {
        text: strings::VALUE_CURVE.to_owned(),
        at: [1.1, 0.76],
        side: Side::Right,
    }
}

fn slope_label() -> Label {
    Label {
        text: strings::SLOPE_CURVE.to_owned(),
        at: [-0.75, 0.597],
        side: Side::Left,
    }
}

fn line(inputs: &[f64], outputs: &[f64], role: Role, label: Label) -> Layer {
    let points = inputs.iter().zip(outputs);
    Layer::Curve(Curve {
        name: label.text.clone(),
        points: points.map(|(&x, &y)| [x, y]).collect(),
        role,
        label: Some(label),
    })
}

fn stems(population: &Tanh) -> Layer {
    let members = population.inputs.iter().zip(&population.gradients);
    Layer::Segments(Segments {
        name: strings::STEMS.to_owned(),
        ends: members.map(|(&x, &slope)| [[x, 0.0], [x, slope]]).collect(),
        role: Role::Gradient,
        width: 2.5,
    })
}

fn points(population: &Tanh) -> Layer {
    let mark = |member: usize| {
        let (input, value) = (population.inputs[member], population.values[member]);
        Mark {
            id: value_id(member),
            at: [input, value],
            name: strings::member(member + 1, &short(input)),
            value,
            text: short(value),
            movable: movable(member),
        }
    };
    Layer::Points(Points {
        marks: (0..SEED.len()).map(mark).collect(),
        role: Role::Value,
    })
}

/// Dragging a member along the axis scales all members; the one at 0 stays where it is.
fn movable(member: usize) -> Option<Movable> {
    (SEED[member] != 0.0).then(|| Movable {
        parameter: parameters::SCALE.to_owned(),
        along: Direction::X,
        rate: SEED[member],
    })
}

fn bars(population: &Tanh) -> Layer {
    let mark = |member: usize| {
        let (input, gradient) = (population.inputs[member], population.gradients[member]);
        Mark {
            id: gradient_id(member),
            at: [member as f64, gradient],
            name: strings::member(member + 1, &short(input)),
            value: gradient,
            text: short(gradient),
            movable: None,
        }
    };
    Layer::Bars(Bars {
        marks: (0..SEED.len()).map(mark).collect(),
        role: Role::Gradient,
        base: 0.0,
    })
}
