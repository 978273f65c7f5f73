//! The figure of what the hidden layer makes of the plane.

use popgrad_figures::{Axis, Curve, Figure, Panel, Role, Traces};

use super::net::{Moment, lost, places, separating, unit_axes};
use super::{classes, inputs};
use crate::net::{Design, POINTS, answer};
use crate::xor::compute::fold::{grid, mapped, place};
use crate::xor::parameters::{HIDDEN, UNITS, design};
use crate::xor::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const FOLD: &str = "xor-fold";
/// Ids of its panels: the net, its weights without tanh, the product.
pub(in crate::xor) const PANELS: [&str; 3] = ["net", "straight", "product"];

/// The plane of the product reaches as far to all sides.
const PRODUCT_REACH: f64 = 2.4;

/// The plane as the hidden layer bends it, as its weights alone would, and as one product does.
pub(in crate::xor) fn figure(state: &State) -> Result<Figure, Error> {
    let moment = Moment::of(state)?;
    let hidden = state.count(HIDDEN)?;
    let is_tanh = state.count(UNITS)? == 0;
    Ok(Figure::new(
        FOLD,
        strings::fold_title(hidden, is_tanh),
        strings::FOLD_SUBTITLE,
    )
    .with_caption(strings::FOLD_CAPTION)
    .with(net(state, moment.as_ref())?)
    .with(straight(state, moment.as_ref())?)
    .with(product(state)?))
}

fn panel(id: &str, title: &str, x: Axis, y: Axis) -> Panel {
    Panel::new(id, title, x, y)
        .with_room(300.0, 270.0, 4)
        .with_equal_axes()
}

/// The lines of a grid: those with one x₁ in front of those with one x₂.
fn lines(panel: Panel, lines: &[Vec<[f64; 2]>]) -> Panel {
    let (upright, level) = lines.split_at(lines.len() / 2);
    panel
        .with(Traces::new(strings::LEVEL, level.to_vec(), Role::Quiet))
        .with(Traces::new(strings::UPRIGHT, upright.to_vec(), Role::Value))
}

/// The four points at some places.
fn with_points(
    panel: Panel,
    id: &str,
    state: &State,
    places: [[f64; 2]; 4],
    right: [bool; 4],
) -> Result<Panel, Error> {
    let points = classes(id, places, design(state)?.targets.values(), right);
    Ok(points.into_iter().fold(panel, Panel::with))
}

/// What the net makes of the grid at this step.
fn net(state: &State, moment: Option<&Moment<'_>>) -> Result<Panel, Error> {
    let is_tanh = state.count(UNITS)? == 0;
    let Some(moment) = moment else {
        let (x, y) = unit_axes([0, state.count(HIDDEN)?.min(2) - 1], is_tanh);
        return Ok(panel(PANELS[0], strings::fold_panel(is_tanh), x, y));
    };
    let units = moment.record.axes();
    let (x, y) = unit_axes(units, is_tanh);
    if !moment.is_finite() {
        return Ok(lost(panel(PANELS[0], strings::fold_panel(is_tanh), x, y)));
    }
    let grid = mapped(moment.design, &moment.weights, units, &grid())?;
    let mut panel = lines(panel(PANELS[0], strings::fold_panel(is_tanh), x, y), &grid);
    if let Some(line) = separating(moment, units) {
        panel = panel.with(Curve::new(strings::BORDER, line, Role::Plain));
    }
    with_points(
        panel,
        PANELS[0],
        state,
        places(moment, units),
        moment.right(),
    )
}

/// What the same weights make of it without tanh.
fn straight(state: &State, moment: Option<&Moment<'_>>) -> Result<Panel, Error> {
    let title = strings::STRAIGHT_PANEL;
    let Some(moment) = moment else {
        let (x, y) = unit_axes([0, state.count(HIDDEN)?.min(2) - 1], false);
        return Ok(panel(PANELS[1], title, x, y));
    };
    let units = moment.record.axes();
    if !moment.is_finite() {
        let (x, y) = unit_axes(units, false);
        return Ok(lost(panel(PANELS[1], title, x, y)));
    }
    let linear = Design {
        tanh_hidden: false,
        ..moment.design
    };
    let grid = mapped(linear, &moment.weights, units, &grid())?;
    let reach = grid.iter().flatten().flatten().map(|at| at.abs());
    let reach = reach.filter(|at| at.is_finite()).fold(1.0, f64::max);
    let (mut x, mut y) = unit_axes(units, false);
    for axis in [&mut x, &mut y] {
        axis.domain = [-reach, reach].map(|end| 1.05 * end);
    }
    let values = answer(linear, &moment.weights, &POINTS)?.units;
    let places =
        [0, 1, 2, 3].map(|point| place(&values[point * linear.hidden..][..linear.hidden], units));
    let panel = lines(panel(PANELS[1], title, x, y), &grid);
    with_points(panel, PANELS[1], state, places, [true; 4])
}

/// What the product of the two inputs makes of it.
fn product(state: &State) -> Result<Panel, Error> {
    let axis = |symbol| {
        Axis::linear(strings::FEATURE_AXIS, [-PRODUCT_REACH, PRODUCT_REACH]).with_symbol(symbol)
    };
    let feature = |[x, y]: [f64; 2]| [x, x * y];
    let grid: Vec<Vec<_>> = grid()
        .into_iter()
        .map(|line| line.into_iter().map(feature).collect())
        .collect();
    let panel = panel(PANELS[2], strings::PRODUCT_PANEL, axis("x₁"), axis("x₁·x₂"));
    let border = [-PRODUCT_REACH, PRODUCT_REACH].map(|across| [across, 0.0]);
    let panel = lines(panel, &grid).with(Curve::new(strings::BORDER, border.to_vec(), Role::Plain));
    with_points(panel, PANELS[2], state, inputs().map(feature), [true; 4])
}
