//! How the gradient falls with depth, and why: the local derivative of each further layer.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Rule, Side,
};

use super::super::compute::{Chain, DEPTHS, Depth, Setting, limit};
use super::super::parameters::{DEEPEST, LAYERS};
use super::super::strings;
use super::{apart, decades, group, id};

/// Depths with a mark of their own on the first input's curve.
pub(in super::super) const MARKED: [usize; 6] = [1, 6, 20, 70, 200, DEEPEST];

/// The ends of the axis of layers: room for half a mark at 1 and half a label at the deepest.
const ENDS: [f64; 2] = [0.9, 1.3 * DEEPEST as f64];
/// The theory of deep chains is drawn from so many layers on.
const FROM: usize = 5;
/// Beyond so many layers labels stand left of their place.
const MIDDLE: usize = 32;

/// The gradient that reaches the input against the number of layers, and the local derivatives.
pub(super) fn depth(setting: &Setting, chain: &Chain, depth: &Depth) -> Figure {
    let title = strings::depth_title(setting.weight);
    Figure::new(super::DEPTH, title, strings::DEPTH_SUBTITLE)
        .with_caption(strings::DEPTH_CAPTION)
        .with(gradients(setting, chain, depth))
        .with(factors(setting, depth))
}

fn gradients(setting: &Setting, chain: &Chain, depth: &Depth) -> Panel {
    let numbers = depth.gradients.iter().flatten().copied();
    let ([low, high], top) = decades(numbers);
    let x = Axis::log10(strings::DEPTH_AXIS, ENDS);
    let y = Axis::log10(strings::INPUT_GRADIENT_AXIS, [low, top]);
    let panel = Panel::new("gradients", strings::DEPTH_PANEL, x, y).with_room(260.0, 330.0, 7);
    let panel = [1, 0].into_iter().fold(panel, |panel, input| {
        let name = strings::from(&short(setting.inputs[input]));
        let points = DEPTHS.iter().zip(&depth.gradients);
        let points = points.map(|(layers, gradient)| [*layers as f64, gradient[input]]);
        panel.with(Curve::new(name, points.collect(), Role::Gradient).in_series(input as u8))
    });
    let panel = panel
        .with(theory(setting, depth, low))
        .with(marked(setting, depth));
    let labels = labels(setting, chain, depth, [low, high]);
    [1, 0].into_iter().fold(panel, |panel, input| {
        let marks = vec![present(setting, chain, input)];
        let points = Points::new(marks, Role::Gradient).in_series(input as u8);
        panel.with(match labels.get(input) {
            Some(label) => points.with_label(label.clone()),
            None => points,
        })
    })
}

/// The power of the present depth that each gradient follows, or the factor of its exponential: one label for both where they lie close together.
fn labels(setting: &Setting, chain: &Chain, depth: &Depth, [low, high]: [f64; 2]) -> Vec<Label> {
    let decades = libm::log10(high / low);
    let is_deep = setting.layers > MIDDLE;
    // Right of the present depth a falling curve leaves room above, left of it below.
    let (side, away) = if is_deep {
        (Side::Left, -0.05)
    } else {
        (Side::Right, 0.05)
    };
    let powers = chain.gradients[0].map(|gradient| {
        let power = libm::log10(gradient.clamp(low, high)) + away * decades;
        power
            .clamp(
                libm::log10(low) + 0.17 * decades,
                libm::log10(high) + 0.05 * decades,
            )
            .min(308.0)
    });
    let label = |text: String, power: f64| {
        Label::new(text, [setting.layers as f64, libm::exp10(power)], side)
    };
    let is_power = setting.weight == 1.0;
    let [first, second] = if is_power {
        [0, 1].map(|input| short(depth.local_slope(setting.layers, input)))
    } else {
        depth.factors[setting.layers - 1].map(short)
    };
    let of_one = if is_power {
        strings::slope_label
    } else {
        strings::factor_label
    };
    let of_both = if is_power {
        strings::slopes_label
    } else {
        strings::factors_label
    };
    if (powers[0] - powers[1]).abs() < 0.15 * decades {
        let power = if is_deep {
            powers[0].min(powers[1])
        } else {
            powers[0].max(powers[1])
        };
        return vec![label(of_both(&first, &second), power)];
    }
    let [one, other] = setting.inputs.map(short);
    vec![
        label(of_one(&one, &first), powers[0]),
        label(of_one(&other, &second), powers[1]),
    ]
}

/// The gradient after as many layers as the reader has set; dragging it sets them.
fn present(setting: &Setting, chain: &Chain, input: usize) -> Mark {
    let gradient = chain.gradients[0][input];
    let name = strings::depth_name(setting.layers, &short(setting.inputs[input]));
    let at = [setting.layers as f64, gradient];
    Mark::new(id("left", input, 0), at, name, short(gradient))
        .with_movable(Movable::at(LAYERS, Direction::X))
        .with_group(group(0))
}

/// Some depths of the first input's curve, to be pointed at.
fn marked(setting: &Setting, depth: &Depth) -> Points {
    let places = DEPTHS.iter().zip(&depth.gradients);
    let places = places.filter(|(layers, _)| MARKED.contains(layers));
    let marks = places.map(|(layers, gradient)| {
        let name = strings::depth_name(*layers, &short(setting.inputs[0]));
        let at = [*layers as f64, gradient[0]];
        Mark::new(id("depth", 0, *layers), at, name, short(gradient[0]))
    });
    Points::new(marks.collect(), Role::Gradient).small()
}

/// What theory says of deep chains, drawn through the deepest measurement of the first input: a power of the
/// depth where the local derivative tends to 1, an exponential where it tends to something else.
fn theory(setting: &Setting, depth: &Depth, low: f64) -> Curve {
    let rate = limit(setting.inputs[0], setting.weight);
    let is_power = setting.weight == 1.0 && setting.inputs[0] != 0.0;
    let measured = DEPTHS.iter().zip(&depth.gradients).rev();
    let anchor = measured
        .map(|(layers, gradient)| (*layers as f64, gradient[0]))
        .find(|(_, gradient)| gradient.is_finite() && *gradient >= low);
    let (deepest, gradient) = anchor.unwrap_or((1.0, 1.0));
    let at = |layers: usize| {
        let layers = layers as f64;
        let fall = if is_power {
            -1.5 * libm::log(layers / deepest)
        } else {
            (layers - deepest) * libm::log(rate)
        };
        [layers, gradient * libm::exp(fall)]
    };
    let text = if is_power {
        strings::POWER_LAW.to_owned()
    } else {
        strings::exponential(&short(rate))
    };
    let points = DEPTHS.into_iter().filter(|layers| *layers >= FROM).map(at);
    Curve::new(text.clone(), points.collect(), Role::Theory).labelled(
        text,
        [1.0, low * libm::exp10(-0.07 * libm::log10(low))],
        Side::Right,
    )
}

fn factors(setting: &Setting, depth: &Depth) -> Panel {
    let limit = limit(setting.inputs[0], setting.weight);
    let most = depth
        .factors
        .iter()
        .flatten()
        .copied()
        .fold(limit, f64::max);
    let top = 1.2 * most;
    let x = Axis::log10(strings::LAYER_AXIS, ENDS);
    let y = Axis::linear(strings::FACTOR_AXIS, [0.0, top]);
    let rule = Rule::new(limit, Direction::X, Role::Theory).labelled(strings::limit(&short(limit)));
    let panel = Panel::new("factors", strings::FACTOR_PANEL, x, y)
        .with_room(220.0, 330.0, 5)
        .with(rule);
    let [first, second] = depth.factors[0].map(|factor| factor + 0.1 * top);
    let heights = [first, apart(first, second, 0.09 * top)];
    [1, 0].into_iter().fold(panel, |panel, input| {
        let text = strings::from(&short(setting.inputs[input]));
        let layers = DEPTHS.into_iter();
        let points = layers.map(|layer| [layer as f64, depth.factors[layer - 1][input]]);
        let line = Curve::new(text.clone(), points.collect(), Role::Gradient);
        let label = Label::new(text, [1.0, heights[input]], Side::Right);
        let points = Points::new(factor_marks(setting, depth, input), Role::Gradient);
        panel
            .with(line.in_series(input as u8))
            .with(points.in_series(input as u8).with_label(label))
    })
}

/// The first layer and the last one that the reader has set.
fn factor_marks(setting: &Setting, depth: &Depth, input: usize) -> Vec<Mark> {
    let mut layers = vec![1, setting.layers];
    layers.dedup();
    let mark = |layer: usize| {
        let factor = depth.factors[layer - 1][input];
        let name = strings::factor_name(layer, &short(setting.inputs[input]));
        Mark::new(
            id("factor", input, layer),
            [layer as f64, factor],
            name,
            short(factor),
        )
    };
    layers.into_iter().map(mark).collect()
}
