//! The figure of the parabola: the run on the curve, in time, and what one step does.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Detail, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Rule, Side,
};

use super::super::parameters::{CURVATURE, LARGEST_STEP, STEP};
use super::super::strings::parabola as strings;
use super::compute;
use crate::{Error, Guess, State};

/// Id of the figure.
pub(in super::super) const PARABOLA: &str = "training-stability";
/// Id of the mark of the chosen step.
pub(super) const FACTOR: &str = "factor";
/// Ids of the landmarks, and how many times 1/λ they are.
pub(super) const LANDMARKS: [(&str, f64); 2] = [("one-step", 1.0), ("limit", 2.0)];
/// Steps that are drawn in time.
const STEPS: usize = 20;
/// Iterates with a mark of their own.
pub(super) const MARKED: usize = 8;
/// The plot reaches as far to both sides.
const REACH: f64 = 2.0;
/// The largest factor that has a place.
const LARGEST_FACTOR: f64 = 1.6;
/// The steps of the question, in units of 1/λ: one that works, and its double.
pub(in super::super) const ASKED: [f64; 2] = [0.75, 1.5];
/// The small step that every run is compared with, in units of 1/λ.
const COMPARED: [f64; 1] = [0.1];

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let curvature = state.get(CURVATURE)?;
    let step = shown_step(state)?;
    let title = strings::title(step * curvature);
    let figure = Figure::new(PARABOLA, title, strings::SUBTITLE)
        .with_caption(strings::CAPTION)
        .with(curve_panel(curvature, step)?)
        .with(time_panel(state.guess(), curvature, step)?);
    if state.guess().hides() {
        return Ok(figure);
    }
    Ok(figure.with(factor_panel(curvature, step)?))
}

/// The step whose run is shown: while the answer is predicted, the one of the question.
pub(super) fn shown_step(state: &State) -> Result<f64, Error> {
    if state.guess().hides() {
        return Ok(ASKED[0] / state.get(CURVATURE)?);
    }
    state.get(STEP)
}

/// Id of the mark of an iterate.
pub(super) fn iterate_id(step: usize) -> String {
    format!("iterate-{step}")
}

fn curve_panel(curvature: f64, step: f64) -> Result<Panel, Error> {
    let height = 0.5 * curvature * REACH * REACH;
    let x = Axis::linear(strings::PLACE_AXIS, [-REACH, REACH]).with_symbol("x");
    let y = Axis::linear(strings::LOSS_AXIS, [-0.06 * height, height]).with_symbol("L");
    let loss = |x: f64| [x, 0.5 * curvature * x * x];
    let parabola = (0..=80).map(|point| loss(REACH * (f64::from(point) / 40.0 - 1.0)));
    let iterates = compute::iterates(curvature, step, MARKED)?;
    let marks = iterates.iter().enumerate().map(|(step, at)| {
        let name = strings::iterate(step);
        let text = short(at[0]);
        Mark::new(iterate_id(step), *at, name, text)
            .with_value(at[0])
            .with_group(iterate_id(step))
    });
    let marks = marks.collect();
    Ok(Panel::new("curve", strings::CURVE_PANEL, x, y)
        .with_room(230.0, 280.0, 6)
        .with(Curve::new(
            strings::PARABOLA,
            parabola.collect(),
            Role::Quiet,
        ))
        .with(Curve::new(strings::RUN, iterates, Role::Value).thin())
        .with(Points::new(marks, Role::Value)))
}

fn time_panel(guess: Guess, curvature: f64, step: f64) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, STEPS as f64]).with_symbol("k");
    let y = Axis::linear(strings::PLACE_AXIS, [-REACH, REACH]).with_detail(Detail::Ticks);
    let mut panel = Panel::new("time", strings::TIME_PANEL, x, y).with_room(210.0, 280.0, 6);
    let compared = match guess {
        Guess::None => &COMPARED[..],
        Guess::Open(_) => &[],
        Guess::Made(_) => &ASKED,
    };
    let is_asked = matches!(guess, Guess::Made(_));
    for (number, &part) in compared.iter().enumerate() {
        let run = in_time(curvature, part / curvature)?;
        let label = strings::part_of_limit(part);
        let (at, side) = strings::comparison_place(part);
        let role = if is_asked {
            Role::Prediction
        } else {
            Role::Quiet
        };
        let curve = Curve::new(&label, run, role).in_series(number as u8);
        let curve = curve.labelled(&label, at, side);
        panel = panel.with(if is_asked { curve } else { curve.thin() });
    }
    let mut run = in_time(curvature, step)?;
    let marks = run.iter().enumerate().skip(1).take(MARKED);
    let marks = marks.map(|(step, at)| {
        let id = format!("in-time-{step}");
        Mark::new(id, *at, strings::iterate(step), short(at[1])).with_group(iterate_id(step))
    });
    let marks = marks.collect();
    // A run that has left the panel is not followed outside of it.
    let left = run.iter().position(|[_, x]| x.abs() > REACH);
    run.truncate(left.map_or(run.len(), |left| left + 2));
    let chosen = Curve::new(strings::RUN, run, Role::Value);
    Ok(panel
        .with(if is_asked { chosen.thin() } else { chosen })
        .with(Points::new(marks, Role::Value).small()))
}

fn in_time(curvature: f64, step: f64) -> Result<Vec<[f64; 2]>, Error> {
    let iterates = compute::iterates(curvature, step, STEPS)?;
    let iterates = iterates.into_iter().enumerate();
    Ok(iterates.map(|(step, [x, _])| [step as f64, x]).collect())
}

fn factor_panel(curvature: f64, step: f64) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEP_AXIS, [0.0, LARGEST_STEP]).with_symbol("η");
    let y = Axis::linear(strings::FACTOR_AXIS, [0.0, LARGEST_FACTOR]).with_detail(Detail::Ticks);
    let theory = (0..=250).map(|point| f64::from(point) / 100.0);
    let theory = theory.map(|step| [step, (1.0 - step * curvature).abs()]);
    let factor = compute::factor(curvature, step)?;
    let present = Mark::new(
        FACTOR,
        [step, factor.abs()],
        strings::present(&short(step)),
        short(factor),
    )
    .with_value(factor)
    .with_movable(Movable::at(STEP, Direction::X));
    let role = if factor.abs() > 1.0 {
        Role::Wrong
    } else {
        Role::Value
    };
    let landmarks = LANDMARKS.into_iter().map(|(id, part)| {
        let at = [part / curvature, (1.0 - part).abs()];
        Mark::new(id, at, strings::part_of_limit(part), short(at[0])).with_value(at[0])
    });
    let landmarks: Vec<_> = landmarks
        .filter(|mark| mark.at[0] <= LARGEST_STEP)
        .collect();
    Ok(Panel::new("factor", strings::FACTOR_PANEL, x, y)
        .with_room(190.0, 200.0, 12)
        .with(Rule::new(1.0, Direction::X, Role::Quiet))
        .with(Curve::new(strings::THEORY, theory.collect(), Role::Theory))
        .with(named(landmarks))
        .with(Points::new(vec![present], role)))
}

/// Landmarks of theory with their names beside them.
fn named(marks: Vec<Mark>) -> Points {
    let sides = [Side::Above, Side::Below];
    let labels: Vec<_> = marks
        .iter()
        .zip(sides)
        .map(|(mark, side)| Label::new(&mark.name, mark.at, side))
        .collect();
    let marks = Points::new(marks, Role::Theory).in_series(1).small();
    labels.into_iter().fold(marks, Points::with_label)
}
