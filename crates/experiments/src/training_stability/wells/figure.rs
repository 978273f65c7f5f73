//! The figure of the two wells: the bifurcation diagram, and one run in it.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, ColorScale, Curve, Detail, Direction, Figure, Grid, HeatMap, Label, Mark, Movable, Panel,
    Points, Role, Rule, Side,
};

use super::super::parameters::WELLS_STEP;
use super::super::strings::wells as strings;
use super::compute::{self, CELLS, REACH, STEPS};
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const WELLS: &str = "training-stability-wells";
/// Ids of its single marks.
pub(super) const PRESENT: &str = "present-step";
pub(super) const LANDMARKS: [&str; 4] = ["period-2", "period-4", "hopping", "divergence"];
pub(super) const CHAOS: &str = "chaos";
/// Steps of the run that is drawn, and those with a mark.
const DRAWN: usize = 60;
pub(super) const MARKED: usize = 6;
/// Steps before the last that is drawn on the curve.
const LAST: usize = 24;
/// The highest loss that is drawn.
const HIGHEST: f64 = 0.9;
/// Heights at which the landmarks stand above the diagram, in two rows so that their names have room;
/// the beginning of chaos stands in the upper one.
const ROWS: [f64; 4] = [1.85, 2.3, 1.85, 2.3];
const UPPER: f64 = 2.3;
/// The upper end of the diagram's axis: the landmarks stand above the cells.
const TOP: f64 = 2.5;

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let step = state.get(WELLS_STEP)?;
    let orbit = compute::orbit(step, DRAWN)?;
    let fate = compute::fate(step)?;
    Ok(Figure::new(WELLS, strings::title(fate), strings::SUBTITLE)
        .with_caption(strings::CAPTION)
        .with(diagram_panel(step)?)
        .with(orbit_panel(&orbit))
        .with(curve_panel(&orbit)))
}

/// Id of the mark of a place of the run.
pub(super) fn place_id(step: usize) -> String {
    format!("place-{step}")
}

fn diagram_panel(step: f64) -> Result<Panel, Error> {
    let x = Axis::linear(strings::STEP_AXIS, STEPS).with_symbol("η");
    let y = Axis::linear(strings::PLACE_AXIS, [REACH[0], TOP]).with_symbol("x");
    let visits = compute::diagram()?.to_vec();
    let most = visits.iter().fold(1.0_f64, |most, shade| most.max(*shade));
    let grid = Grid::new(STEPS, REACH, CELLS, visits);
    let map = HeatMap::new(strings::VISITS, grid, ColorScale::Size([0.0, most]));
    let last = compute::late_place(step)?;
    let present = Mark::new(PRESENT, [step, last], strings::PRESENT, short(step))
        .with_value(step)
        .with_movable(Movable::at(WELLS_STEP, Direction::X));
    Ok(Panel::new("diagram", strings::DIAGRAM_PANEL, x, y)
        .with_room(280.0, 320.0, 12)
        .with(map.without_bar())
        .with(landmarks())
        .with(chaos()?)
        .with(Points::new(vec![present], Role::Value)))
}

/// What theory says of the step size, above the diagram.
fn landmarks() -> Points {
    let marks = LANDMARKS.into_iter().zip(strings::LANDMARKS);
    let marks = marks.zip(compute::landmarks()).zip(ROWS);
    let marks: Vec<_> = marks
        .map(|(((id, name), at), row)| Mark::new(id, [at, row], name, short(at)).with_value(at))
        .collect();
    let labels: Vec<_> = marks
        .iter()
        .map(|mark| Label::new(&mark.name, mark.at, Side::Left))
        .collect();
    let points = Points::new(marks, Role::Theory).in_series(1).small();
    labels.into_iter().fold(points, Points::with_label)
}

/// Where chaos begins, measured.
fn chaos() -> Result<Points, Error> {
    let begins = compute::chaos()?;
    let mark = Mark::new(CHAOS, [begins, UPPER], strings::CHAOS, short(begins)).with_value(begins);
    let label = Label::new(strings::CHAOS, mark.at, Side::Right);
    let points = Points::new(vec![mark], Role::Plain).in_series(2).small();
    Ok(points.with_label(label))
}

fn orbit_panel(orbit: &[f64]) -> Panel {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, DRAWN as f64]).with_symbol("k");
    let y = Axis::linear(strings::PLACE_AXIS, REACH).with_detail(Detail::Ticks);
    let places = orbit.iter().enumerate();
    let places: Vec<_> = places.map(|(step, x)| [step as f64, *x]).collect();
    let marks = (1..=MARKED).map(|step| {
        let at = places[step];
        Mark::new(place_id(step), at, strings::place(step), short(at[1]))
    });
    let marks = marks.collect();
    let wells = [-1.0, 1.0].map(|well| Rule::new(well, Direction::X, Role::Quiet));
    let panel = Panel::new("orbit", strings::ORBIT_PANEL, x, y).with_room(210.0, 250.0, 6);
    wells
        .into_iter()
        .fold(panel, Panel::with)
        .with(Curve::new(strings::RUN, places, Role::Value).thin())
        .with(Points::new(marks, Role::Value).small())
}

fn curve_panel(orbit: &[f64]) -> Panel {
    let loss = |x: f64| [x, 0.25 * (x * x - 1.0) * (x * x - 1.0)];
    let x = Axis::linear(strings::PLACE_AXIS, REACH).with_symbol("x");
    let y = Axis::linear(strings::LOSS_AXIS, [-0.05, HIGHEST]).with_detail(Detail::Ticks);
    let curve = (0..=96).map(|point| loss(REACH[1] * (f64::from(point) / 48.0 - 1.0)));
    let late = orbit[orbit.len() - LAST..].iter().map(|x| loss(*x));
    Panel::new("curve", strings::CURVE_PANEL, x, y)
        .with_room(210.0, 250.0, 6)
        .with(Curve::new(strings::LOSS, curve.collect(), Role::Quiet))
        .with(Curve::new(strings::RUN, late.collect(), Role::Value).thin())
}
