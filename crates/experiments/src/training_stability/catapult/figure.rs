//! The figure of the catapult: runs in the plane, their losses, and where they end.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Contours, Curve, Direction, Figure, Grid, Label, Mark, Movable, Panel, Points, Role, Side,
};

use super::super::parameters::CATAPULT_STEP;
use super::super::strings::catapult as strings;
use super::compute::{self, DRAWN, Run};
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const CATAPULT: &str = "training-stability-catapult";
/// Ids of its single marks.
pub(super) const PRESENT: &str = "present-step";
pub(super) const STAYS: &str = "stays-below";
pub(super) const ESTIMATE: &str = "estimate";
pub(super) const LIMIT: &str = "limit";
/// Steps with a mark.
pub(super) const MARKED: usize = 6;
/// The steps that the chosen one is compared with.
const COMPARED: [f64; 4] = [0.2, 0.3, 0.4, 0.5];
/// The plane that is drawn, and cells of its contours.
const PLANE: [[f64; 2]; 2] = [[-0.5, 4.0], [-2.5, 3.5]];
const CELLS: [usize; 2] = [54, 72];
/// Losses that have a place.
const LOSSES: [f64; 2] = [1e-8, 1e4];
/// Steps and sharpnesses that have a place.
const STEPS: [f64; 2] = [0.0, 0.52];
const SHARPEST: f64 = 11.0;

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let step = state.get(CATAPULT_STEP)?;
    let run = compute::run(step)?;
    let first = compute::first_sharpness()?;
    let last = compute::last_sharpness(step)?;
    Ok(Figure::new(
        CATAPULT,
        strings::title(step, first, last),
        strings::SUBTITLE,
    )
    .with_caption(strings::CAPTION)
    .with(plane_panel(&run))
    .with(loss_panel(step, &run)?)
    .with(scan_panel(step, first, last)?))
}

/// Id of the mark of a place.
pub(super) fn place_id(step: usize) -> String {
    format!("place-{step}")
}

fn plane_panel(run: &Run) -> Panel {
    let x = Axis::linear("", PLANE[0]).with_symbol("u");
    let y = Axis::linear("", PLANE[1]).with_symbol("v");
    let grid = Grid::over(&x, &y, CELLS, |u, v| 0.5 * (u * v - 1.0) * (u * v - 1.0));
    let levels = vec![0.125, 1.0, 4.0];
    let contours = Contours::new(strings::LOSS, grid, levels, Role::Quiet).without_labels();
    let minima = (0..=90).map(|point| 0.4 + 0.04 * f64::from(point));
    let minima = minima.map(|u| [u, 1.0 / u]).collect();
    let marks = run.places.iter().enumerate().take(MARKED + 1);
    let marks = marks.map(|(step, at)| {
        let text = format!("({}, {})", short(at[0]), short(at[1]));
        Mark::new(place_id(step), *at, strings::place(step), text)
    });
    Panel::new("plane", strings::PLANE_PANEL, x, y)
        .with_room(270.0, 300.0, 6)
        .with(contours)
        .with(Curve::new(strings::MINIMA, minima, Role::Theory).labelled(
            strings::MINIMA,
            [1.45, 1.05],
            Side::Right,
        ))
        .with(Curve::new(strings::RUN, run.places.clone(), Role::Value).thin())
        .with(Points::new(marks.collect(), Role::Value).small())
}

fn loss_panel(step: f64, run: &Run) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, DRAWN as f64]).with_symbol("k");
    let y = Axis::log10(strings::LOSS, LOSSES);
    let mut panel = Panel::new("loss", strings::LOSS_PANEL, x, y).with_room(220.0, 300.0, 6);
    for (number, compared) in COMPARED.into_iter().enumerate() {
        if compared == step {
            continue;
        }
        let mut losses = in_time(&compute::run(compared)?);
        // A run that has left the panel is not to be hatched: the chosen one alone is.
        let left = losses
            .iter()
            .position(|[_, loss]| loss.is_nan() || *loss > LOSSES[1]);
        losses.truncate(left.unwrap_or(losses.len()));
        let curve = Curve::new(strings::compared(compared), losses, Role::Quiet);
        panel = panel.with(curve.in_series(number as u8).thin());
    }
    let losses = in_time(run);
    let at = losses[2];
    let label = Label::new(strings::compared(step), at, Side::Right);
    Ok(panel
        .with(Curve::new(strings::RUN, losses, Role::Plain))
        .with(Points::new(Vec::new(), Role::Plain).with_label(label)))
}

fn in_time(run: &Run) -> Vec<[f64; 2]> {
    let losses = run.losses.iter().enumerate();
    losses.map(|(step, loss)| [step as f64, *loss]).collect()
}

fn scan_panel(step: f64, first: f64, last: f64) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEP_AXIS, STEPS).with_symbol("η");
    let y = Axis::linear(strings::SHARPNESS_AXIS, [0.0, SHARPEST]).with_symbol("λ");
    let scan: Vec<_> = compute::scan()?
        .iter()
        .filter(|[_, end]| end.is_finite())
        .copied()
        .collect();
    let bound = (0..=68).map(|point| 0.18 + 0.005 * f64::from(point));
    let bound = bound.map(|step| [step, 2.0 / step]).collect();
    let estimate = |id: &str, name: &str, times: f64| {
        Mark::new(id, [times / first, 0.5], name, short(times / first)).with_value(times / first)
    };
    let theory = vec![
        estimate(STAYS, strings::STAYS, 2.0),
        estimate(ESTIMATE, strings::ESTIMATE, 4.0),
    ];
    let limit = compute::limit()?;
    let limit = Mark::new(LIMIT, [limit, 1.6], strings::LIMIT, short(limit)).with_value(limit);
    let labels = [
        Label::new(strings::STAYS, theory[0].at, Side::Right),
        Label::new(strings::ESTIMATE, theory[1].at, Side::Left),
    ];
    let limit_label = Label::new(strings::LIMIT, limit.at, Side::Left);
    let present = Mark::new(PRESENT, [step, last], strings::PRESENT, short(last))
        .with_movable(Movable::at(CATAPULT_STEP, Direction::X));
    let role = if last.is_finite() {
        Role::Value
    } else {
        Role::Wrong
    };
    let theory = Points::new(theory, Role::Theory).in_series(1).small();
    Ok(Panel::new("scan", strings::SCAN_PANEL, x, y)
        .with_room(220.0, 230.0, 12)
        .with(Curve::new(strings::BOUND, bound, Role::Theory).labelled(
            strings::BOUND,
            [0.27, 7.6],
            Side::Right,
        ))
        .with(Curve::new(strings::ENDS, scan, Role::Value).thin())
        .with(labels.into_iter().fold(theory, Points::with_label))
        .with(
            Points::new(vec![limit], Role::Plain)
                .in_series(2)
                .small()
                .with_label(limit_label),
        )
        .with(Points::new(vec![present], role)))
}
