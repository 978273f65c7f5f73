//! The figure of the edge of stability: what the net has learned, its loss and its sharpness.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Detail, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Rule, Side,
};

use super::super::parameters::{EDGE_STEP, TIME};
use super::super::strings::edge as strings;
use super::net;
use super::run::{self, COMPARED, Followed, STEPS};
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const EDGE: &str = "training-stability-edge";
/// Ids of its single marks.
pub(super) const LOSS: &str = "loss";
pub(super) const SHARPNESS: &str = "sharpness";
pub(super) const BOUND: &str = "bound";
/// The first step at which the sharpness has reached 2/η.
pub(super) const REACHED: &str = "reached";
/// Places at which the net's output is drawn.
const PLACES: usize = 61;
/// Losses and sharpnesses that have a place.
const LOSSES: [f64; 2] = [1e-4, 1.0];
const SHARPEST: f64 = 14.0;

/// Where the name of the line 2/η stands, as a part of the run, and the room that it takes upwards, as a part
/// of the axis.
const LABEL_AT: f64 = 0.86;
const LABEL_ROOM: f64 = 0.15;

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let step = state.get(EDGE_STEP)?;
    let followed = run::followed(state);
    let reached = reached(state, &followed)?;
    let time = state.get(TIME)?;
    let lost = followed.lost().filter(|[at, _]| *at <= time);
    let is_there = present(state, &followed)?.is_some();
    let title = strings::title(step, is_there && reached.is_none(), lost);
    Ok(Figure::new(EDGE, title, strings::SUBTITLE)
        .with_caption(strings::CAPTION)
        .with(sharpness_panel(state, step, &followed)?)
        .with(loss_panel(state, &followed)?)
        .with(fit_panel(state)?))
}

/// Loss and sharpness at the step that is shown, as far as they are there.
pub(super) fn present(state: &State, followed: &Followed) -> Result<Option<[f64; 2]>, Error> {
    let time = state.get(TIME)?;
    let loss = followed.losses.iter().rfind(|[step, _]| *step <= time);
    let sharpness = followed.sharpness.iter().find(|[step, _]| *step == time);
    Ok(loss
        .zip(sharpness)
        .map(|(loss, sharpness)| [loss[1], sharpness[1]]))
}

/// Where the sharpness first rose to 2/η, if it has by the step that is shown.
pub(super) fn reached(state: &State, followed: &Followed) -> Result<Option<[f64; 2]>, Error> {
    let (time, bound) = (state.get(TIME)?, 2.0 / state.get(EDGE_STEP)?);
    let mut pairs = followed.sharpness.windows(2);
    let reached = pairs.find(|pair| pair[0][1] < bound && pair[1][1] >= bound);
    Ok(reached.map(|pair| pair[1]).filter(|[at, _]| *at <= time))
}

/// Id of the point of the sine.
pub(super) fn target_id(point: usize) -> String {
    format!("target-{}", point + 1)
}

fn time_axis() -> Axis {
    Axis::linear(strings::STEPS_AXIS, [0.0, 1.03 * STEPS as f64]).with_symbol("k")
}

/// The line up to a time, and what comes after it.
fn parted(points: &[[f64; 2]], time: f64) -> [Vec<[f64; 2]>; 2] {
    let split = points.partition_point(|[step, _]| *step <= time);
    let after = points[split.saturating_sub(1)..].to_vec();
    [points[..split].to_vec(), after]
}

fn sharpness_panel(state: &State, step: f64, followed: &Followed) -> Result<Panel, Error> {
    let time = state.get(TIME)?;
    let bound = 2.0 / step;
    let highest = SHARPEST.max(1.2 * bound);
    let y = Axis::linear(strings::SHARPNESS_AXIS, [0.0, highest]).with_symbol("λ");
    let mut panel = Panel::new("sharpness", strings::SHARPNESS_PANEL, time_axis(), y)
        .with_room(250.0, 300.0, 12);
    for (which, sharpness) in run::others(state) {
        if COMPARED[which] == step {
            continue;
        }
        let name = strings::compared(COMPARED[which]);
        let last = sharpness.last().copied().unwrap_or_default();
        let side = if COMPARED[which] > step {
            Side::Below
        } else {
            Side::Above
        };
        panel = panel.with(
            Curve::new(&name, sharpness, Role::Quiet)
                .in_series(which as u8)
                .thin()
                .labelled(&name, [0.93 * STEPS as f64, last[1]], side),
        );
    }
    let [before, after] = parted(&followed.sharpness, time);
    // Late in a run its own curve is at the line, and those beside it have come to theirs.
    let is_crowded = |other: f64| (0.0..LABEL_ROOM).contains(&((2.0 / other - bound) / highest));
    let mut others = COMPARED.into_iter().filter(|other| *other != step);
    let side = if others.any(is_crowded) {
        Side::Below
    } else {
        Side::Above
    };
    let bound_mark = Mark::new(
        BOUND,
        [0.03 * STEPS as f64, bound],
        strings::bound(step),
        short(bound),
    );
    let bound_label = Label::new(strings::bound(step), [LABEL_AT * STEPS as f64, bound], side);
    panel = panel
        .with(Rule::new(bound, Direction::X, Role::Theory))
        .with(
            Points::new(vec![bound_mark], Role::Theory)
                .in_series(1)
                .small()
                .with_label(bound_label),
        )
        .with(Curve::new(strings::LATER, after, Role::Quiet).thin())
        .with(Curve::new(strings::SHARPNESS, before, Role::Plain));
    if let Some(at) = reached(state, followed)? {
        let mark = Mark::new(REACHED, at, strings::REACHED, short(at[0])).with_value(at[0]);
        panel = panel.with(Points::new(vec![mark], Role::Plain).in_series(1));
    }
    Ok(match present(state, followed)? {
        Some([_, sharpness]) => panel.with(time_mark(SHARPNESS, [time, sharpness])),
        None => panel,
    })
}

fn time_mark(id: &str, at: [f64; 2]) -> Points {
    let mark = Mark::new(id, at, strings::at_step(at[0]), short(at[1]))
        .with_group("time")
        .with_movable(Movable::at(TIME, Direction::X));
    Points::new(vec![mark], Role::Plain)
}

fn loss_panel(state: &State, followed: &Followed) -> Result<Panel, Error> {
    let time = state.get(TIME)?;
    let y = Axis::log10(strings::LOSS_AXIS, LOSSES);
    let [before, after] = parted(&followed.losses, time);
    let panel = Panel::new("loss", strings::LOSS_PANEL, time_axis(), y)
        .with_room(200.0, 240.0, 7)
        .with(Curve::new(strings::LATER, after, Role::Quiet).thin())
        .with(Curve::new(strings::LOSS_AXIS, before, Role::Plain).thin());
    Ok(match present(state, followed)? {
        Some([loss, _]) => panel.with(time_mark(LOSS, [time, loss])),
        None => panel,
    })
}

fn fit_panel(state: &State) -> Result<Panel, Error> {
    let x = Axis::linear(strings::INPUT_AXIS, [-0.05, 1.05]).with_symbol("x");
    let y = Axis::linear(strings::OUTPUT_AXIS, [-1.5, 1.5]).with_detail(Detail::Ticks);
    let marks = net::points().into_iter().enumerate().map(|(point, at)| {
        let name = strings::target(point + 1);
        Mark::new(target_id(point), at, name, short(at[1]))
    });
    let targets = Points::new(marks.collect(), Role::Theory).small();
    let panel = Panel::new("fit", strings::FIT_PANEL, x, y).with_room(200.0, 240.0, 5);
    let Some(members) = run::parameters_at(state, state.count(TIME)?) else {
        return Ok(panel.with(targets));
    };
    let place = |index: usize| -0.05 + 1.1 * index as f64 / (PLACES - 1) as f64;
    let inputs: Vec<_> = (0..PLACES).map(place).collect();
    let outputs = net::output(members, &inputs)?;
    let curve = inputs
        .into_iter()
        .zip(outputs)
        .map(|(x, y)| [x, y])
        .collect();
    Ok(panel
        .with(targets)
        .with(Curve::new(strings::OUTPUT, curve, Role::Value)))
}
