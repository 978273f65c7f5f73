//! The figure of the population on its curve, and of its gradients.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Curve, Detail, Direction, Figure, Layer, Mark, Movable, Panel, Points, Role, Rule,
    Segments, Side,
};

use super::compute::{self, REACH, Response};
use super::parameters::{AXIS, MEMBERS, SCALE};
use super::strings;
use crate::activation::Activation;
use crate::{Error, Guess, PREDICTION, State};

/// Id of the figure.
pub(super) const SHAPE: &str = "gradient-shape";
/// Id of the mark that the reader predicts with.
pub(super) const PREDICTED: &str = "predicted";
/// Id of the mark of the true answer.
pub(super) const TRUTH: &str = "truth";
/// Ids of the landmarks on the slope of tanh, from the middle outwards.
pub(super) const LANDMARKS: [&str; 3] = ["steepest-fall", "half-slope", "hundredth-slope"];

/// Half the length of a tangent, in units of the horizontal axis where the curve is flat.
const TANGENT: f64 = 1.15;
/// The lower end of a logarithmic gradient axis.
const FAINTEST: f64 = 1e-7;

/// The curve with the population on it, and the gradients of the population.
pub(super) fn shape(state: &State) -> Result<Figure, Error> {
    let population = compute::population(state)?;
    // The slope on a logarithmic axis would give the answer away.
    let is_log = state.is_on(AXIS)? && !state.guess().hides();
    let curve = curve_panel(state, &population, is_log)?;
    let figure = Figure::new(
        SHAPE,
        strings::figure_title(population.activation),
        strings::subtitle(population.activation.formula()),
    )
    .with_caption(strings::FIGURE_CAPTION)
    .with(curve);
    // While the answer is predicted, the gradients would give it away.
    let shown = if state.guess().hides() {
        gradient_panel(&population, is_log, Vec::new())
    } else {
        let bars = (0..MEMBERS.len()).map(|member| bar(&population, member));
        gradient_panel(&population, is_log, bars.collect())
    };
    Ok(figure.with(shown))
}

/// Id of the point of a member, counted from 0.
pub(super) fn value_id(member: usize) -> String {
    format!("value-{}", member + 1)
}

/// Id of the bar of a member, counted from 0.
pub(super) fn gradient_id(member: usize) -> String {
    format!("gradient-{}", member + 1)
}

/// Where the landmarks stand, from the middle outwards.
pub(super) fn landmark_places() -> [f64; 3] {
    [
        compute::steepest_fall(),
        compute::half_slope(),
        compute::hundredth_slope(),
    ]
}

fn curve_panel(state: &State, population: &Response, is_log: bool) -> Result<Panel, Error> {
    let curve = compute::curve(population.activation)?;
    let name = population.activation.name();
    let x = Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x");
    let (y, title) = if is_log {
        let y = Axis::log10(strings::GRADIENT_AXIS, [FAINTEST, 2.0]);
        (y, strings::log_panel(name))
    } else {
        let y = Axis::linear(
            strings::height_axis(name),
            value_range(population.activation),
        );
        (y.with_detail(Detail::Ticks), strings::curve_panel(name))
    };
    let mut panel = Panel::new("curve", title, x, y).with_room(210.0, 330.0, 6);
    if is_log {
        panel.layers.extend(log_layers(state, population, curve)?);
    } else {
        panel
            .layers
            .extend(linear_layers(state, population, curve)?);
    }
    panel.layers.extend(prediction_layers(state, is_log)?);
    Ok(panel)
}

/// The value, its slope and the tangents; while the answer is predicted, the value alone.
fn linear_layers(
    state: &State,
    population: &Response,
    curve: &Response,
) -> Result<Vec<Layer>, Error> {
    let name = population.activation.name();
    let (value_label, slope_label) = label_places(population.activation);
    let value = Curve::new(name, line(&curve.inputs, &curve.values), Role::Value).labelled(
        name,
        value_label,
        Side::Right,
    );
    let members = Points::new(points(population, state.get(SCALE)?, false), Role::Value);
    if state.guess().hides() {
        return Ok(vec![value.into(), members.into()]);
    }
    let slope = Curve::new(
        strings::SLOPE,
        line(&curve.inputs, &curve.gradients),
        Role::Gradient,
    )
    .labelled(strings::SLOPE, slope_label, Side::Left);
    let mut layers = vec![slope.into(), value.into(), tangents(population).into()];
    if population.activation == Activation::Tanh {
        layers.push(landmarks().into());
    }
    layers.push(members.into());
    Ok(layers)
}

/// The slope alone, where its tails are straight, with the theory of the tails of tanh.
fn log_layers(state: &State, population: &Response, curve: &Response) -> Result<Vec<Layer>, Error> {
    let sizes: Vec<_> = curve.gradients.iter().map(|slope| slope.abs()).collect();
    let slope = Curve::new(
        strings::SLOPE_SIZE,
        line(&curve.inputs, &sizes),
        Role::Gradient,
    );
    let mut layers: Vec<Layer> = vec![slope.into()];
    if population.activation == Activation::Tanh {
        let tails = curve
            .inputs
            .iter()
            .map(|&x| [x, compute::tail(x)])
            .collect();
        layers.push(
            Curve::new(strings::TAIL, tails, Role::Theory)
                .labelled(strings::TAIL, [3.2, compute::tail(2.4)], Side::Right)
                .into(),
        );
    }
    let members = points(population, state.get(SCALE)?, true);
    layers.push(Points::new(members, Role::Gradient).into());
    Ok(layers)
}

/// The reader's prediction, and once it is made, the truth beside it.
fn prediction_layers(state: &State, is_log: bool) -> Result<Vec<Layer>, Error> {
    let Some(answer) = state.guess().value() else {
        return Ok(Vec::new());
    };
    let height = |x: f64| -> Result<f64, Error> {
        let tanh = compute::response(Activation::Tanh, vec![x])?;
        Ok(if is_log {
            tanh.gradients[0]
        } else {
            tanh.values[0]
        })
    };
    let mut predicted = Mark::new(
        PREDICTED,
        [answer, height(answer)?],
        strings::PREDICTED,
        short(answer),
    )
    .with_value(answer);
    let rule = Rule::new(answer, Direction::Y, Role::Prediction);
    if !matches!(state.guess(), Guess::Made(_)) {
        predicted = predicted.with_movable(Movable::at(PREDICTION, Direction::X));
        return Ok(vec![
            rule.into(),
            Points::new(vec![predicted], Role::Prediction).into(),
        ]);
    }
    let place = compute::half_slope();
    let truth =
        Mark::new(TRUTH, [place, height(place)?], strings::TRUTH, short(place)).with_value(place);
    Ok(vec![
        rule.into(),
        Rule::new(place, Direction::Y, Role::Gradient).into(),
        Points::new(vec![predicted], Role::Prediction).into(),
        Points::new(vec![truth], Role::Gradient).into(),
    ])
}

fn gradient_panel(population: &Response, is_log: bool, marks: Vec<Mark>) -> Panel {
    let labels = population.inputs.iter().map(|&input| short(input));
    let x = Axis::category(strings::INPUT_AXIS, labels.collect()).with_symbol("x");
    let y = if is_log {
        Axis::log10(strings::GRADIENT_AXIS, [FAINTEST, 10.0])
    } else {
        Axis::linear(
            strings::GRADIENT_AXIS,
            gradient_range(population.activation),
        )
    };
    let base = if is_log { FAINTEST } else { 0.0 };
    Panel::new(
        "gradients",
        strings::GRADIENT_PANEL,
        x,
        y.with_detail(Detail::Bare),
    )
    .with_room(160.0, 330.0, 6)
    .with(Bars::new(marks, Role::Gradient).with_base(base))
}

fn line(inputs: &[f64], outputs: &[f64]) -> Vec<[f64; 2]> {
    let points = inputs.iter().zip(outputs);
    points.map(|(&x, &y)| [x, y]).collect()
}

/// The members on the curve; on a logarithmic axis, on the curve of the slope. Where all inputs are
/// multiplied by 0, none can be dragged.
fn points(population: &Response, scale: f64, is_log: bool) -> Vec<Mark> {
    let heights = if is_log {
        &population.gradients
    } else {
        &population.values
    };
    let members = population.inputs.iter().zip(heights).enumerate();
    members
        .map(|(member, (&input, &height))| {
            let at = [input, if is_log { height.abs() } else { height }];
            let name = strings::member(member + 1, &short(input));
            let mark = Mark::new(value_id(member), at, name, short(height))
                .with_group(group(member))
                .with_value(height);
            if scale == 0.0 {
                return mark;
            }
            mark.with_movable(Movable::by(MEMBERS[member], Direction::X, scale))
        })
        .collect()
}

fn bar(population: &Response, member: usize) -> Mark {
    let (input, gradient) = (population.inputs[member], population.gradients[member]);
    let name = strings::member(member + 1, &short(input));
    Mark::new(
        gradient_id(member),
        [member as f64, gradient],
        name,
        short(gradient),
    )
    .with_group(group(member))
}

fn group(member: usize) -> String {
    format!("member-{}", member + 1)
}

/// A short straight line through each member, as steep as the curve is there and of about the same
/// length in the picture, whatever its slope.
fn tangents(population: &Response) -> Segments {
    let [low, high] = value_range(population.activation);
    // How many times longer a unit of the vertical axis is drawn than one of the horizontal axis.
    let stretch = 2.0 * REACH / (high - low) * 0.75;
    let ends = (0..population.inputs.len()).map(|member| {
        let (x, y) = (population.inputs[member], population.values[member]);
        let slope = population.gradients[member];
        let drawn = slope * stretch;
        let reach = TANGENT / libm::sqrt(1.0 + drawn * drawn) + TANGENT * 0.06;
        [
            [x - reach, y - slope * reach],
            [x + reach, y + slope * reach],
        ]
    });
    Segments::new(strings::TANGENTS, ends.collect(), Role::Gradient).with_width(3.0)
}

/// Small marks on the slope of tanh where something happens.
fn landmarks() -> Points {
    let marks = LANDMARKS.iter().zip(landmark_places());
    let marks = marks.enumerate().map(|(number, (&id, place))| {
        let slope = 1.0 - libm::tanh(place) * libm::tanh(place);
        let name = strings::LANDMARKS[number];
        Mark::new(id, [place, slope], name, short(place)).with_value(place)
    });
    Points::new(marks.collect(), Role::Quiet).small()
}

/// The vertical axis of an activation.
fn value_range(activation: Activation) -> [f64; 2] {
    match activation {
        Activation::Tanh => [-1.1, 1.1],
        Activation::Sin => [-1.2, 1.2],
        Activation::Sigmoid => [-0.1, 1.1],
        Activation::Relu | Activation::Softplus | Activation::Gelu | Activation::Silu => {
            [-0.6, 7.6]
        }
    }
}

/// The axis of gradients, with room for printed values.
fn gradient_range(activation: Activation) -> [f64; 2] {
    match activation {
        Activation::Sin => [-1.25, 1.25],
        Activation::Gelu | Activation::Silu => [-0.55, 1.25],
        _ => [0.0, 1.15],
    }
}

/// Where the labels of value and slope stand.
fn label_places(activation: Activation) -> ([f64; 2], [f64; 2]) {
    match activation {
        Activation::Tanh => ([1.1, 0.76], [-0.75, 0.597]),
        Activation::Sigmoid => ([1.6, 0.8], [-1.4, 0.17]),
        Activation::Sin => ([2.3, 0.82], [-0.9, 0.62]),
        Activation::Relu | Activation::Softplus | Activation::Gelu | Activation::Silu => {
            ([4.6, 4.3], [-1.0, 0.9])
        }
    }
}
