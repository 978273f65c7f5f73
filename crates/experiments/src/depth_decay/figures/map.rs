//! Where the values go: the iterated map, and the value of every layer.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Side,
};

use super::super::compute::{Chain, Pair, Setting, fixed_point};
use super::super::parameters::{INPUTS, REACH};
use super::super::strings;
use super::{apart, group, id, shown};

/// How far the map is drawn to either side, where values can go.
const EDGE: f64 = 1.12;
/// How much is drawn of the side where no value goes.
const MARGIN: f64 = 0.08;
/// Steps of the staircase that are drawn: the eye cannot tell later ones apart.
const STEPS: usize = 120;
/// Ids of the marks of the fixed points: at 0, above it, below it.
pub(in super::super) const FIXED: [&str; 3] = ["fixed-0", "fixed-above", "fixed-below"];
/// Points on the curve of the map and on a curve over the layers.
const POINTS: usize = 81;

/// The cobweb plot, and the values layer by layer.
pub(super) fn map(setting: &Setting, chain: &Chain) -> Figure {
    let title = strings::map_title(setting, chain.values[setting.layers]);
    Figure::new(super::MAP, title, strings::MAP_SUBTITLE)
        .with_caption(strings::MAP_CAPTION)
        .with(cobweb(setting, chain))
        .with(values(setting, chain))
}

fn cobweb(setting: &Setting, chain: &Chain) -> Panel {
    let negative = setting.inputs.iter().any(|input| *input < 0.0);
    let low = if negative { -EDGE } else { -MARGIN };
    let domain = [low, EDGE];
    let line = |name: &str, role: Role, f: &dyn Fn(f64) -> f64| {
        let x = |step: usize| low + (EDGE - low) * step as f64 / (POINTS - 1) as f64;
        let points = (0..POINTS).map(x).map(|x| [x, f(x)]);
        Curve::new(name, points.collect(), role)
    };
    let curve = line(strings::MAP_CURVE, Role::Plain, &|y| {
        libm::tanh(setting.weight * y)
    });
    let x = Axis::linear(strings::BEFORE_AXIS, domain);
    let y = Axis::linear(strings::AFTER_AXIS, domain);
    Panel::new("cobweb", strings::COBWEB_PANEL, x, y)
        .with_room(280.0, 330.0, 6)
        .with(line(strings::DIAGONAL, Role::Quiet, &|y| y).thin())
        .with(curve.thin())
        .with(staircase(setting, chain, 1, low))
        .with(staircase(setting, chain, 0, low))
        .with(fixed_points(setting.weight, low))
}

/// From a value up to the curve, over to the diagonal, up to the curve again.
fn staircase(setting: &Setting, chain: &Chain, input: usize, low: f64) -> Curve {
    let values = chain.values.iter().map(|pair| pair[input]).take(STEPS);
    let mut points = vec![[setting.inputs[input], low.max(0.0)]];
    let mut last = setting.inputs[input];
    for value in values.skip(1) {
        points.push([last, value]);
        points.push([value, value]);
        last = value;
    }
    let text = strings::from(&short(setting.inputs[input]));
    let (at, side) = label_place(setting, chain, input, low);
    Curve::new(strings::staircase(&text), points, Role::Value)
        .in_series(input as u8)
        .labelled(text, at, side)
}

/// Beside the start of a staircase: where it rises, or at the corner that it enters by, on the side of the
/// diagonal that the curve leaves free. The second label keeps clear of the first.
fn label_place(setting: &Setting, chain: &Chain, input: usize, low: f64) -> ([f64; 2], Side) {
    let span = EDGE - low;
    let from = setting.inputs[input];
    let out = if from < 0.0 { -1.0 } else { 1.0 };
    let away = 0.06 * span * out;
    let value = chain.values[1][input];
    let (at, inwards) = if (low..=EDGE).contains(&from) {
        let height = if low < -MARGIN { -away } else { away };
        ([from, height], from.abs() > 0.5)
    } else if setting.weight <= 1.0 {
        ([value - away / 2.0, value], true)
    } else {
        ([EDGE * out, value - 3.5 * away], true)
    };
    let side = if inwards == (out > 0.0) {
        Side::Left
    } else {
        Side::Right
    };
    if input == 0 {
        return (at, side);
    }
    let ([_, first], _) = label_place(setting, chain, 0, low);
    ([at[0], apart(first, at[1], 0.08 * span)], side)
}

/// Where the values walk to or away from, by theory.
fn fixed_points(weight: f64, low: f64) -> Points {
    let mark = |name: &str, at: f64| {
        let text = short(at);
        Mark::new(name, [at, at], strings::fixed_name(&text), text)
    };
    let mut marks = vec![mark(FIXED[0], 0.0)];
    if let Some(fixed) = fixed_point(weight) {
        marks.push(mark(FIXED[1], fixed));
        if low < -MARGIN {
            marks.push(mark(FIXED[2], -fixed));
        }
    }
    Points::new(marks, Role::Theory).in_series(3)
}

fn values(setting: &Setting, chain: &Chain) -> Panel {
    let last = setting.layers as f64;
    let x = Axis::linear(strings::LAYER_AXIS, [-0.05 * last, 1.05 * last]);
    let y = Axis::linear(strings::VALUE_AXIS, [-1.07 * REACH, 1.07 * REACH]);
    let heights = label_heights(setting.inputs);
    let panel = Panel::new("values", strings::VALUES_PANEL, x, y).with_room(250.0, 330.0, 6);
    [1, 0].into_iter().fold(panel, |panel, input| {
        let text = strings::input(&short(setting.inputs[input]));
        let line = Curve::new(
            strings::values(&text),
            line(setting, chain, input),
            Role::Value,
        )
        .in_series(input as u8);
        let label = Label::new(text, [0.0, heights[input]], Side::Right);
        let points = Points::new(value_marks(setting, chain, input), Role::Value);
        panel
            .with(line)
            .with(points.in_series(input as u8).with_label(label))
    })
}

/// Beside the inputs: level with one that is far out, where the line leaves steeply; away from the
/// other input beside one near 0.
fn label_heights(inputs: Pair) -> Pair {
    let height = |input: f64, other: f64| match input {
        near if near.abs() < 2.0 && other > near => near - 1.5,
        near if near.abs() < 2.0 => near + 1.5,
        far => far,
    };
    let [first, second] = inputs;
    let [above, below] = [height(first, second), height(second, first)];
    [above, apart(above, below, 1.4)]
}

/// Enough points of a curve over the layers.
fn line(setting: &Setting, chain: &Chain, input: usize) -> Vec<[f64; 2]> {
    let count = setting.layers.min(POINTS);
    let layer = |number: usize| number * setting.layers / count;
    let places = (0..=count).map(layer);
    places
        .map(|layer| [layer as f64, chain.values[layer][input]])
        .collect()
}

/// The input can be dragged; the layers follow.
fn value_marks(setting: &Setting, chain: &Chain, input: usize) -> Vec<Mark> {
    let mark = |layer: usize| {
        let value = chain.values[layer][input];
        let name = strings::value_name(layer, &short(setting.inputs[input]));
        let mark = Mark::new(
            id("value", input, layer),
            [layer as f64, value],
            name,
            short(value),
        );
        if layer == 0 {
            mark.with_movable(Movable::at(INPUTS[input], Direction::Y))
        } else {
            mark.with_group(group(layer))
        }
    };
    shown(setting).into_iter().map(mark).collect()
}
