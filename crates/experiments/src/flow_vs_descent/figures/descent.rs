//! Descent beside both flows: where they go, and how far they are apart.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Contours, Curve, Direction, Figure, Grid, Label, Mark, Movable, Panel, Points, Role,
    Segments, Side,
};

use super::super::compute::{CELLS, Loss, Plane, Run, STEPS, Setting};
use super::super::parameters::START as CORNER;
use super::super::strings;
use crate::{Error, State, ode};

/// Ids of the marks.
pub(in super::super) const START: &str = "start";
pub(in super::super) const GAP: &str = "gap";
pub(in super::super) const MODIFIED_GAP: &str = "modified-gap";
pub(in super::super) const LOST: &str = "lost";

/// Points of a flow that are drawn for each step of its solver.
const PARTS: usize = 4;
/// Lines of equal loss.
const LINES: usize = 9;
/// How far apart two labels are at least, and how far from their lines, in parts of the axis.
const APART: f64 = 0.13;
const BESIDE: f64 = 0.065;
/// How far labels stay from the ends of the axis, and the widest half of their distance between the two.
const INSIDE: f64 = 0.05;
const WIDEST: f64 = 0.44;

/// Id of the place of descent after a step.
pub(in super::super) fn step_id(step: usize) -> String {
    format!("step-{step}")
}

/// The plane with all three, and the distances against time.
pub(in super::super) fn descent(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let run = Run::of(&setting)?;
    let plane = Plane::of(&run);
    let subtitle = strings::descent_subtitle(setting.loss);
    Ok(
        Figure::new(super::DESCENT, strings::descent_title(&run), subtitle)
            .with_caption(strings::descent_caption(setting.loss))
            .with(place_panel(&setting, &run, &plane)?)
            .with(distance_panel(&setting, &run)),
    )
}

fn place_panel(setting: &Setting, run: &Run, plane: &Plane) -> Result<Panel, Error> {
    let [across, up] = plane.window;
    let names = strings::axes(setting.loss);
    let grid = Grid::new(across, up, [CELLS; 2], plane.losses(setting.loss)?);
    let panel = Panel::new(
        "plane",
        strings::PLANE_PANEL,
        Axis::linear(names[0], across),
        Axis::linear(names[1], up),
    )
    .with_room(310.0, 350.0, 6)
    .with(Contours::new(strings::LOSS, grid.clone(), levels(&grid), Role::Quiet).without_labels());
    let until = run.time(setting.step);
    let line = |path: &ode::Trajectory| -> Vec<[f64; 2]> {
        let places = times(path, until).into_iter();
        let places = places.filter_map(|time| path.at(time));
        places.map(|place| plane.at(&place)).collect()
    };
    let made = run.descent.places.iter().take(setting.step + 1);
    let places: Vec<_> = made.map(|place| plane.at(place)).collect();
    let apart = places.last().zip(run.flow.at(until));
    let apart = apart.filter(|(place, _)| plane.holds(**place));
    let apart = apart.map(|(place, other)| [*place, plane.at(&other)]);
    let panel = panel
        .with(Curve::new(strings::FLOW, line(&run.flow), Role::Plain))
        .with(Curve::new(
            strings::MODIFIED,
            line(&run.modified),
            Role::Theory,
        ))
        .with(Curve::new(strings::DESCENT, places.clone(), Role::Value).thin())
        .with(Segments::new(
            strings::GAP,
            apart.into_iter().collect(),
            Role::Plain,
        ))
        .with(Points::new(step_marks(run, &places), Role::Value).small())
        .with(start(places[0], plane));
    Ok(match setting.loss {
        Loss::Surface(_) => panel.with_equal_axes().picking(CORNER[0], CORNER[1]),
        Loss::Xor { .. } => panel,
    })
}

/// Times that are as close together as the solver found necessary.
fn times(path: &ode::Trajectory, until: f64) -> Vec<f64> {
    let steps = path.times().windows(2);
    let inner = steps.flat_map(|pair| {
        (0..PARTS).map(|part| pair[0] + (pair[1] - pair[0]) * part as f64 / PARTS as f64)
    });
    let before = inner.take_while(|time| *time < until);
    before.chain([until.min(path.end())]).collect()
}

/// Heights that lie close together where the loss is small.
fn levels(grid: &Grid) -> Vec<f64> {
    let finite = grid.values.iter().copied().filter(|loss| loss.is_finite());
    let [low, high] = finite.fold([f64::INFINITY, 0.0_f64], |[low, high], loss| {
        [low.min(loss), high.max(loss)]
    });
    let level = |line: usize| {
        let part = (line as f64 + 0.5) / LINES as f64;
        low + (high - low) * part * part
    };
    (0..LINES).map(level).collect()
}

fn step_marks(run: &Run, places: &[[f64; 2]]) -> Vec<Mark> {
    let made = places.iter().enumerate().skip(1);
    made.map(|(step, at)| {
        let time = short(run.time(step));
        Mark::new(step_id(step), *at, strings::step_name(step, &time), time)
            .with_value(run.time(step))
    })
    .collect()
}

fn start(at: [f64; 2], plane: &Plane) -> Points {
    let mark = Mark::new(START, at, strings::START, strings::pair(&at)).with_value(at[0]);
    let mark = if plane.is_projection() {
        mark
    } else {
        mark.with_movable(Movable::at(CORNER[0], Direction::X))
            .with_movable(Movable::at(CORNER[1], Direction::Y))
    };
    Points::new(vec![mark], Role::Value).in_series(3)
}

fn distance_panel(setting: &Setting, run: &Run) -> Panel {
    let end = run.time(STEPS);
    let x = Axis::linear(strings::TIME_AXIS, [0.0, super::ROOM * end]);
    let decades = super::decades((1..=STEPS).map(|step| run.gaps(step)));
    let y = Axis::log10(strings::DISTANCE_AXIS, decades);
    let made = setting.step.min(run.descent.places.len() - 1);
    let gaps: Vec<_> = (1..=made).map(|step| run.gaps(step)).collect();
    let along = |of: &dyn Fn(usize) -> f64| -> Vec<[f64; 2]> {
        let steps = (0..gaps.len()).map(|index| [run.time(index + 1), of(index)]);
        // Why there is nothing more is said in the title.
        steps.filter(|[_, gap]| gap.is_finite()).collect()
    };
    let flow = along(&|index| gaps[index].flow);
    let modified = along(&|index| gaps[index].modified);
    let title = strings::distance_panel(run, setting.step);
    let panel = Panel::new("distance", title, x, y).with_room(240.0, 350.0, 6);
    let (Some(at), Some(under)) = (flow.last().copied(), modified.last().copied()) else {
        return panel;
    };
    let heights = heights(decades, [at[1], under[1]]);
    let mark = |id: &str, at: [f64; 2], name: &str| Mark::new(id, at, name, short(at[1]));
    let label = |text: &str, height: f64| Label::new(text, [0.99 * end, height], Side::Left);
    let ends = [
        (GAP, at, strings::GAP, heights[0], 0),
        (MODIFIED_GAP, under, strings::MODIFIED_GAP, heights[1], 1),
    ];
    let panel = panel
        .with(Curve::new(strings::GAP, flow, Role::Plain))
        .with(Curve::new(strings::MODIFIED_GAP, modified, Role::Theory));
    let panel = ends
        .into_iter()
        .filter(|(_, at, ..)| at[1].is_finite())
        .fold(panel, |panel, (id, at, name, height, series)| {
            let points = Points::new(vec![mark(id, at, name)], Role::Plain);
            panel.with(points.in_series(series).with_label(label(name, height)))
        });
    match lost(setting, run) {
        Some(mark) => panel.with(Points::new(vec![mark], Role::Wrong)),
        None => panel,
    }
}

/// The step at which descent leaves the numbers, if it has been made.
fn lost(setting: &Setting, run: &Run) -> Option<Mark> {
    let lost = run.descent.lost.filter(|lost| lost.step <= setting.step)?;
    let at = [run.time(lost.step), f64::INFINITY];
    Some(Mark::new(LOST, at, strings::lost_name(lost.step), "∞"))
}

/// Where the two labels stand: beside their lines, inside of the panel and apart.
fn heights(decades: [f64; 2], values: [f64; 2]) -> [f64; 2] {
    let [low, high] = decades.map(libm::log10);
    let part = |value: f64| (libm::log10(value) - low) / (high - low);
    let [first, second] = values.map(part);
    let sign = if first >= second { 1.0 } else { -1.0 };
    let least = APART - 2.0 * BESIDE;
    let half = ((first - second).abs().max(least) / 2.0 + BESIDE).min(WIDEST);
    let middle = ((first + second) / 2.0).clamp(half + INSIDE, 1.0 - INSIDE - half);
    [sign, -sign].map(|sign| libm::exp10(low + (high - low) * (middle + sign * half)))
}
