//! The figure of gradient descent that begins at the reader's line.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Contours, Curve, Figure, Grid, Mark, Panel, Points, Role, Side, centers,
};

use crate::net::{Design, Loss};
use crate::xor::compute::descent::{Features, Stop, descend, losses};
use crate::xor::compute::outcome::worst;
use crate::xor::parameters::{RATE, design, line};
use crate::xor::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const DESCENT: &str = "xor-descent";

/// Steps that are drawn.
const STEPS: usize = 24;
/// The plane of weights reaches as far to all sides.
const REACH: f64 = 2.4;
const CELLS: usize = 40;
/// Least distance between two steps that are marked.
const APART: f64 = 0.12;
/// The heights of the contours, and the largest loss on the axis, in units of that of the best line.
const LEVELS: [f64; 4] = [1.5, 2.0, 3.0, 5.0];
const HIGHEST: f64 = 6.5;
const HIGHEST_LOGISTIC: f64 = 2.5;

/// The path of the weights and the loss along it.
pub(in crate::xor) fn figure(state: &State) -> Result<Figure, Error> {
    let design = design(state)?;
    let stops = stops(state)?;
    Ok(Figure::new(
        DESCENT,
        strings::descent_title(remaining(&stops)),
        strings::DESCENT_SUBTITLE,
    )
    .with_caption(strings::DESCENT_CAPTION)
    .with(plane(design, &stops)?)
    .with(loss(design, &stops)))
}

/// The model at each step: it begins at the reader's line.
pub(in crate::xor) fn stops(state: &State) -> Result<Vec<Stop>, Error> {
    let design = design(state)?;
    let mut start = line(state)?.weights();
    start[2] += design.middle();
    descend(design, Features::Inputs, &start, state.get(RATE)?, STEPS)
}

/// Id of the model after so many steps, in the plane of weights or on the curve of the loss.
pub(in crate::xor) fn step_id(panel: &str, step: usize) -> String {
    format!("{panel}-{step}")
}

/// The part of its first length that the weight vector has at the end.
fn remaining(stops: &[Stop]) -> f64 {
    let length = |stop: &Stop| libm::hypot(stop.weights[0], stop.weights[1]);
    let [first, last] = [&stops[0], &stops[stops.len() - 1]].map(length);
    last / first
}

fn plane(design: Design, stops: &[Stop]) -> Result<Panel, Error> {
    let axis = |symbol| Axis::linear(strings::WEIGHT_AXIS, [-REACH, REACH]).with_symbol(symbol);
    let (x, y) = (axis("w₁"), axis("w₂"));
    let path: Vec<_> = stops
        .iter()
        .map(|stop| [stop.weights[0], stop.weights[1]])
        .collect();
    let marks = apart(&path).into_iter().map(|step| {
        let loss = stops[step].loss;
        let id = step_id("weights", step);
        Mark::new(id, path[step], strings::after(step), short(loss))
            .with_value(loss)
            .with_group(step_id("step", step))
    });
    let marks = marks.collect();
    let levels = LEVELS.map(|level| level * worst(design));
    let surface = Contours::new(
        strings::LOSS,
        surface(design, [&x, &y])?,
        levels.to_vec(),
        Role::Quiet,
    )
    .without_labels();
    Ok(Panel::new("weights", strings::WEIGHTS_PLANE, x, y)
        .with_room(330.0, 340.0, 6)
        .with_equal_axes()
        .with(surface)
        .with(Curve::new(strings::PATH, path, Role::Value).thin())
        .with(Points::new(marks, Role::Value).small()))
}

/// The steps that can be told apart in the picture: each lies some way from the one before.
fn apart(path: &[[f64; 2]]) -> Vec<usize> {
    let mut steps = vec![0];
    for (step, place) in path.iter().enumerate() {
        let last = path[steps[steps.len() - 1]];
        let distance = libm::hypot(place[0] - last[0], place[1] - last[1]);
        if distance > APART {
            steps.push(step);
        }
    }
    steps
}

/// The loss over the plane of weights, at the best bias.
fn surface(design: Design, [x, y]: [&Axis; 2]) -> Result<Grid, Error> {
    let across = centers(x, CELLS);
    let rows = centers(y, CELLS).into_iter();
    let places: Vec<_> = rows
        .flat_map(|up| across.iter().map(move |&across| [across, up]))
        .collect();
    let values = losses(design, &places, design.middle())?;
    Ok(Grid::new(x.domain, y.domain, [CELLS; 2], values))
}

fn loss(design: Design, stops: &[Stop]) -> Panel {
    let best = worst(design);
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, STEPS as f64]);
    let highest = match design.loss {
        Loss::Squared => HIGHEST,
        Loss::Logistic => HIGHEST_LOGISTIC,
    };
    let y = Axis::linear(strings::LOSS, [0.0, highest * best]);
    let losses: Vec<_> = stops
        .iter()
        .enumerate()
        .map(|(step, stop)| [step as f64, stop.loss])
        .collect();
    let marks = [0, STEPS].map(|step| {
        let at = losses[step];
        Mark::new(
            step_id("loss", step),
            at,
            strings::after(step),
            short(at[1]),
        )
        .with_group(step_id("step", step))
    });
    let floor = [0.0, STEPS as f64].map(|step| [step, best]).to_vec();
    let floor = Curve::new(strings::BEST_LINE, floor, Role::Theory).labelled(
        strings::best_line(&short(best)),
        [0.5 * STEPS as f64, best],
        Side::Below,
    );
    Panel::new("loss", strings::LINE_LOSS_PANEL, x, y)
        .with_room(220.0, 340.0, 6)
        .with(floor)
        .with(Curve::new(strings::LOSS, losses, Role::Value))
        .with(Points::new(marks.to_vec(), Role::Value))
}
