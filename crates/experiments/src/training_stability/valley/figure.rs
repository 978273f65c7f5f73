//! The figure of the valley: two runs on its contours, in time, and what one step does.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Contours, Curve, Detail, Direction, Figure, Grid, Label, Mark, Movable, Panel, Points,
    Role, Side,
};

use super::super::parameters::{CURVATURE, LARGEST_STEP, MOMENTUM, RATIO, STEP};
use super::super::strings::valley as strings;
use super::compute::{self, Setting};
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const VALLEY: &str = "training-stability-valley";
/// Ids of its single marks.
pub(super) const BEST: &str = "best-step";
pub(super) const PRESENT: &str = "present-step";
pub(super) const PERIOD: &str = "period";
/// Kinds of the marks of the two runs.
pub(super) const KINDS: [&str; 2] = ["plain", "momentum"];
/// Steps of a run that is drawn, and those with a mark.
pub(super) const STEPS: usize = 60;
pub(super) const MARKED: [usize; 6] = [1, 2, 3, 5, 10, 20];
/// The plane that is drawn.
const PLANE: [[f64; 2]; 2] = [[-1.2, 1.2], [-0.8, 0.8]];
/// Cells of its contours.
const CELLS: [usize; 2] = [48, 32];
/// Losses that have a place.
const LOSSES: [f64; 2] = [1e-8, 1e2];
/// The largest factor that has a place.
const LARGEST_FACTOR: f64 = 1.4;

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let setting = setting(state)?;
    let runs = runs(&setting)?;
    let title = strings::title(&setting);
    Ok(Figure::new(VALLEY, title, strings::SUBTITLE)
        .with_caption(strings::CAPTION)
        .with(plane_panel(&setting, &runs))
        .with(loss_panel(&setting, &runs))
        .with(rate_panel(&setting))
        .with(swing_panel(&setting, &runs)?))
}

/// What the state says of the valley.
pub(super) fn setting(state: &State) -> Result<Setting, Error> {
    let steep = state.get(CURVATURE)?;
    Ok(Setting {
        curvatures: [steep / state.get(RATIO)?, steep],
        step: state.get(STEP)?,
        momentum: state.get(MOMENTUM)?,
    })
}

/// The run without momentum and the one with it.
pub(super) fn runs(setting: &Setting) -> Result<[Vec<[f64; 2]>; 2], Error> {
    let plain = Setting {
        momentum: 0.0,
        ..*setting
    };
    Ok([
        compute::path(&plain, STEPS)?,
        compute::path(setting, STEPS)?,
    ])
}

/// Id of the mark of a place.
pub(super) fn place_id(run: usize, step: usize) -> String {
    format!("{}-{step}", KINDS[run])
}

fn plane_panel(setting: &Setting, runs: &[Vec<[f64; 2]>; 2]) -> Panel {
    let x = Axis::linear(strings::FLAT_AXIS, PLANE[0]).with_symbol("x");
    let y = Axis::linear(strings::STEEP_AXIS, PLANE[1]).with_symbol("y");
    let curvatures = setting.curvatures;
    let grid = Grid::over(&x, &y, CELLS, |x, y| compute::height(curvatures, [x, y]));
    let first = compute::height(curvatures, compute::START);
    let levels = [0.02, 0.1, 0.4, 1.0].map(|part| part * first);
    let contours = Contours::new(strings::LOSS, grid, levels.to_vec(), Role::Quiet);
    let panel = Panel::new("plane", strings::PLANE_PANEL, x, y)
        .with_room(240.0, 290.0, 6)
        .with(contours.without_labels());
    [1, 0].into_iter().fold(panel, |panel, run| {
        let places = &runs[run];
        let seen = places[..seen(places)].to_vec();
        let curve = Curve::new(strings::RUNS[run], seen, Role::Value)
            .in_series(run as u8)
            .thin();
        let marks = MARKED.into_iter().map(|step| {
            let at = places[step];
            let text = format!("({}, {})", short(at[0]), short(at[1]));
            Mark::new(place_id(run, step), at, strings::place(run, step), text)
        });
        let marks = Points::new(marks.collect(), Role::Value).in_series(run as u8);
        panel.with(curve).with(marks.small())
    })
}

/// How many places of a run are drawn: one that has left the plane is not followed outside of it.
fn seen(places: &[[f64; 2]]) -> usize {
    let outside = |[_, y]: &[f64; 2]| y.abs() > PLANE[1][1];
    let left = places.iter().position(outside);
    left.map_or(places.len(), |left| (left + 2).min(places.len()))
}

fn loss_panel(setting: &Setting, runs: &[Vec<[f64; 2]>; 2]) -> Panel {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, STEPS as f64]).with_symbol("k");
    let y = Axis::log10(strings::LOSS, LOSSES);
    let mut panel = Panel::new("loss", strings::LOSS_PANEL, x, y).with_room(210.0, 290.0, 6);
    for run in [0, 1] {
        let losses = runs[run].iter().enumerate();
        let losses: Vec<_> = losses
            .map(|(step, place)| [step as f64, compute::height(setting.curvatures, *place)])
            .collect();
        let last = losses[STEPS];
        let mark = Mark::new(
            format!("{}-loss", KINDS[run]),
            last,
            strings::RUNS[run],
            short(last[1]),
        );
        let curve = Curve::new(strings::RUNS[run], losses, Role::Plain).in_series(run as u8);
        let label = Label::new(strings::RUNS[run], strings::LOSS_LABELS[run], Side::Right);
        panel = panel.with(curve).with(
            Points::new(vec![mark], Role::Plain)
                .in_series(run as u8)
                .with_label(label),
        );
    }
    panel
}

fn rate_panel(setting: &Setting) -> Panel {
    let x = Axis::linear(strings::STEP_AXIS, [0.0, LARGEST_STEP]).with_symbol("η");
    let y = Axis::linear(strings::RATE_AXIS, [0.0, LARGEST_FACTOR]).with_detail(Detail::Ticks);
    let steps = (0..=250).map(|point| f64::from(point) / 100.0);
    let line = |direction: usize| {
        let factor = |step: f64| (1.0 - step * setting.curvatures[direction]).abs();
        let points = steps.clone().map(|step| [step, factor(step)]).collect();
        Curve::new(strings::DIRECTIONS[direction], points, Role::Theory)
            .in_series(direction as u8)
            .thin()
    };
    let best = setting.best_step();
    let best_at = [best, setting.slowest(best)];
    let best = Mark::new(BEST, best_at, strings::BEST, short(best)).with_value(best);
    let at = [setting.step, setting.slowest(setting.step)];
    let present = Mark::new(PRESENT, at, strings::PRESENT, short(at[1]))
        .with_movable(Movable::at(STEP, Direction::X));
    let label = Label::new(strings::BEST, best_at, Side::Above);
    let bests = Points::new(vec![best], Role::Theory).in_series(1);
    Panel::new("rate", strings::RATE_PANEL, x, y)
        .with_room(200.0, 240.0, 6)
        .with(line(0))
        .with(line(1))
        .with(if best_at[0] <= LARGEST_STEP {
            bests.with_label(label)
        } else {
            bests
        })
        .with(Points::new(vec![present], Role::Value))
}

fn swing_panel(setting: &Setting, runs: &[Vec<[f64; 2]>; 2]) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, STEPS as f64]).with_symbol("k");
    let y = Axis::linear(strings::FLAT_AXIS, PLANE[0]).with_detail(Detail::Ticks);
    let period = compute::periods(setting, 0)?.map(|[measured, _]| measured);
    let title = strings::swing_panel(period, setting.alternates(0));
    let mut panel = Panel::new("swing", title, x, y).with_room(200.0, 240.0, 6);
    for run in [0, 1] {
        let places = runs[run].iter().enumerate();
        let places = places.map(|(step, place)| [step as f64, place[0]]);
        let curve = Curve::new(strings::RUNS[run], places.collect(), Role::Value);
        panel = panel.with(curve.in_series(run as u8));
    }
    // The mark stands one period after the start, where the swing is back on its side.
    let Some(period) = period.filter(|period| *period <= STEPS as f64) else {
        return Ok(panel);
    };
    let height = runs[1][period.round() as usize][0];
    let mark =
        Mark::new(PERIOD, [period, height], strings::PERIOD, short(period)).with_value(period);
    Ok(panel.with(Points::new(vec![mark], Role::Value).in_series(1)))
}
