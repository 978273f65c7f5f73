//! What a step of each method leaves, and where that leads.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Rule, Side,
};

use super::super::compute::{Method, Setting, iterates};
use super::super::parameters::{LARGEST_Z, Z};
use super::super::strings;
use crate::{Error, State};

/// Steps of each method that are shown.
const SHOWN: usize = 10;
/// How far the axes reach.
const REACH: f64 = 1.5;
/// Where the axis of steps ends: behind the last step stands the key of the lines.
const WITH_KEY: f64 = 18.5;
/// Where it stands, across and upwards.
const KEY: f64 = 10.4;
const ROWS: [f64; 4] = [1.25, 0.92, 0.59, 0.26];
/// Points of a theory line.
const PARTS: usize = 80;

/// Id of the factor of a method.
pub(in super::super) fn factor_id(method: Method) -> String {
    format!("factor-{}", method as usize + 1)
}

/// Id of the first step of a method.
pub(in super::super) fn first_id(method: Method) -> String {
    format!("first-{}", method as usize + 1)
}

/// The factors against z, and ten steps at the reader's z.
pub(in super::super) fn methods(state: &State) -> Result<Figure, Error> {
    let z = Setting::of(state)?.z;
    let runs: Result<Vec<_>, Error> = Method::ALL
        .into_iter()
        .map(|method| Ok((method, iterates(method, z, SHOWN)?)))
        .collect();
    let runs = runs?;
    let figure = Figure::new(
        super::METHODS,
        strings::METHODS_TITLE,
        strings::METHODS_SUBTITLE,
    );
    Ok(figure
        .with_caption(strings::METHODS_CAPTION)
        .with(factors(z, &runs))
        .with(steps(z, &runs)))
}

fn group(method: Method) -> String {
    format!("method-{}", method as usize + 1)
}

fn factors(z: f64, runs: &[(Method, Vec<f64>)]) -> Panel {
    let x = Axis::linear(strings::Z_AXIS, [0.0, LARGEST_Z]);
    let y = Axis::linear(strings::FACTOR_AXIS, [-REACH, REACH]);
    let panel = Panel::new("factors", strings::FACTORS_PANEL, x, y).with_room(250.0, 300.0, 6);
    let panel = [1.0, -1.0].into_iter().fold(panel, |panel, at| {
        panel.with(Rule::new(at, Direction::X, Role::Quiet))
    });
    let panel = Method::ALL.into_iter().fold(panel, |panel, method| {
        let places = (0..=PARTS).map(|part| LARGEST_Z * part as f64 / PARTS as f64);
        let points = places.map(|z| [z, method.factor(z)]).collect();
        let name = strings::METHODS[method as usize];
        let (at, side) = name_place(method);
        panel.with(line(method, points, Role::Theory).labelled(name, at, side))
    });
    runs.iter().fold(panel, |panel, (method, iterates)| {
        let at = [z, iterates[1]];
        let name = strings::METHODS[*method as usize];
        let mark = Mark::new(factor_id(*method), at, name, short(at[1]))
            .with_group(group(*method))
            .with_movable(Movable::at(Z, Direction::X));
        panel.with(Points::new(vec![mark], Role::Value).in_series(*method as u8))
    })
}

/// Where a method's name stands on its line, so that none covers another.
fn name_place(method: Method) -> ([f64; 2], Side) {
    match method {
        Method::Flow => ([3.9, -0.16], Side::Left),
        Method::Descent => ([1.7, -0.75], Side::Left),
        Method::Implicit => ([3.9, 0.36], Side::Left),
        Method::RungeKutta => ([2.6, 0.75], Side::Left),
    }
}

fn steps(z: f64, runs: &[(Method, Vec<f64>)]) -> Panel {
    let x = Axis::linear(strings::STEP_AXIS, [0.0, WITH_KEY]);
    let y = Axis::linear(strings::PLACE_AXIS, [-REACH, REACH]);
    let title = strings::steps_panel(&short(z));
    let panel = Panel::new("steps", title, x, y).with_room(210.0, 300.0, 6);
    let panel = Method::ALL.into_iter().fold(panel, with_key);
    runs.iter().fold(panel, |panel, (method, iterates)| {
        let points = iterates.iter().enumerate();
        let points: Vec<_> = points.map(|(step, x)| [step as f64, *x]).collect();
        let name = strings::METHODS[*method as usize];
        let mark = Mark::new(first_id(*method), points[1], name, short(points[1][1]))
            .with_group(group(*method));
        let curve = line(*method, points, Role::Value);
        panel.with(curve.thin()).with(
            Points::new(vec![mark], Role::Value)
                .in_series(*method as u8)
                .small(),
        )
    })
}

/// A line of a method: the same dashes in both panels.
fn line(method: Method, points: Vec<[f64; 2]>, role: Role) -> Curve {
    let name = strings::METHODS[method as usize];
    Curve::new(name, points, role)
        .in_series(method as u8)
        .dashed()
}

/// The name of a method with its dashes: where most lines meet there is no place for it at its line.
fn with_key(panel: Panel, method: Method) -> Panel {
    let at = [KEY, ROWS[method as usize]];
    let label = Label::new(strings::METHOD_KEYS[method as usize], at, Side::Right);
    panel.with(Points::new(Vec::new(), Role::Value).with_label(label))
}
