//! The figure of a unit with two inputs: its output and its gradient over the plane.

use popgrad_figures::number::short;
use popgrad_figures::{
    Arrows, Axis, ColorScale, Direction, Figure, Grid, HeatMap, Label, Mark, Movable, Panel,
    Points, Role, Side, centers,
};

use super::parameters::WEIGHTS;
use super::{compute, strings};
use crate::activation::Activation;
use crate::{Error, State};

/// Id of the figure.
pub(super) const FIELD: &str = "intrinsic-flow-field";
/// Ids of the two handles: the weights as places on the two axes.
pub(super) const HANDLES: [&str; 2] = ["weight-1", "weight-2"];

/// The plane runs as far to all sides.
const REACH: f64 = 3.0;
/// Cells of the maps, and arrows, across and upwards.
const CELLS: usize = 36;
const ARROWS: usize = 9;

/// The output and the gradient over the plane.
pub(super) fn field(state: &State) -> Result<Figure, Error> {
    let name = Activation::shown(state)?.name();
    Ok(
        Figure::new(FIELD, strings::FIELD_TITLE, strings::field_subtitle(name))
            .with_caption(strings::FIELD_CAPTION)
            .with(value_panel(state)?)
            .with(gradient_panel(state)?),
    )
}

fn axes() -> (Axis, Axis) {
    let axis = |symbol| Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol(symbol);
    (axis("x₁"), axis("x₂"))
}

/// The centres of a square of cells, row by row from below.
fn places(count: usize) -> Vec<[f64; 2]> {
    let (x, y) = axes();
    let across = centers(&x, count);
    let rows = centers(&y, count).into_iter();
    rows.flat_map(|up| across.iter().map(move |&x| [x, up]))
        .collect()
}

fn value_panel(state: &State) -> Result<Panel, Error> {
    let values = compute::field(state, &places(CELLS))?.values;
    let most = values
        .iter()
        .fold(1.0_f64, |most, value| most.max(value.abs()));
    let grid = Grid::new([-REACH, REACH], [-REACH, REACH], [CELLS; 2], values);
    let (x, y) = axes();
    let handles = WEIGHTS
        .iter()
        .enumerate()
        .map(|(index, &id)| handle(state, index, id));
    let handles: Result<Vec<_>, Error> = handles.collect();
    Ok(Panel::new("output", strings::OUTPUT_PANEL, x, y)
        .with_room(300.0, 330.0, 6)
        .with_equal_axes()
        .with(HeatMap::new(
            strings::OUTPUT,
            grid,
            ColorScale::Signed(most),
        ))
        .with(labelled(Points::new(handles?, Role::Plain))))
}

/// The handles with the names of their weights.
fn labelled(handles: Points) -> Points {
    let [across, up] = [0, 1].map(|index| handles.marks[index].at);
    handles
        .with_label(Label::new(strings::HANDLES[0], across, Side::Below))
        .with_label(Label::new(strings::HANDLES[1], up, Side::Left))
}

/// A weight as a place on its axis.
fn handle(state: &State, index: usize, id: &str) -> Result<Mark, Error> {
    let weight = state.get(id)?;
    let (at, along) = if index == 0 {
        ([weight, 0.0], Direction::X)
    } else {
        ([0.0, weight], Direction::Y)
    };
    Ok(Mark::new(
        HANDLES[index],
        at,
        strings::WEIGHT_LABELS[index],
        short(weight),
    )
    .with_value(weight)
    .with_movable(Movable::at(id, along)))
}

fn gradient_panel(state: &State) -> Result<Panel, Error> {
    let gradients = compute::field(state, &places(CELLS))?.gradients;
    let lengths: Vec<_> = gradients.iter().map(|[x, y]| libm::hypot(*x, *y)).collect();
    let most = lengths
        .iter()
        .fold(1e-9_f64, |most, length| most.max(*length));
    let grid = Grid::new([-REACH, REACH], [-REACH, REACH], [CELLS; 2], lengths);
    let places = places(ARROWS);
    let vectors = compute::field(state, &places)?.gradients;
    let arrows = Arrows::field(strings::ARROWS, &places, &vectors, 0.6, Role::Gradient);
    let (x, y) = axes();
    Ok(Panel::new("gradient", strings::FIELD_PANEL, x, y)
        .with_room(300.0, 330.0, 6)
        .with_equal_axes()
        .with(HeatMap::new(
            strings::LENGTH,
            grid,
            ColorScale::Size([0.0, most]),
        ))
        .with(arrows))
}
