//! The profile of an activation's sensitivity, with the probes on it.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, ColorScale, Curve, Detail, Direction, Figure, Grid, HeatMap, Layer, Mark, Movable,
    Panel, Points, Role, Segments, Side,
};

use super::compute::{self, REACH};
use super::parameters::{COMPARE, PROBES};
use super::strings;
use crate::activation::Activation;
use crate::{Error, State};

/// Id of the figure.
pub(super) const PROFILE: &str = "intrinsic-flow";
/// Cells of the strip.
const CELLS: usize = 120;

/// The profile with the probes, their gradients as bars, and the profile as a strip of colours.
pub(super) fn profile(state: &State) -> Result<Figure, Error> {
    let activation = Activation::shown(state)?;
    let name = activation.name();
    let figure = Figure::new(PROFILE, strings::title(activation), strings::subtitle(name))
        .with_caption(strings::CAPTION)
        .with(curve_panel(state, activation)?)
        .with(bar_panel(state)?);
    // While the answer is predicted, nothing that shows a slope is drawn.
    if state.guess().hides() {
        return Ok(figure);
    }
    Ok(figure.with(strip_panel(activation)?))
}

/// Id of the point of a probe, counted from 0.
pub(super) fn probe_id(probe: usize) -> String {
    format!("probe-{}", probe + 1)
}

/// Id of the bar of a probe, counted from 0.
pub(super) fn gradient_id(probe: usize) -> String {
    format!("gradient-{}", probe + 1)
}

/// The range of slopes that is drawn.
pub(super) fn slope_range(activation: Activation) -> [f64; 2] {
    match activation {
        Activation::Sin => [-1.15, 1.15],
        Activation::Gelu | Activation::Silu => [-0.25, 1.2],
        _ => [0.0, 1.2],
    }
}

fn curve_panel(state: &State, activation: Activation) -> Result<Panel, Error> {
    let probes = compute::probes(state)?;
    let x = Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x");
    let y = Axis::linear(strings::SLOPE_AXIS, slope_range(activation));
    let name = activation.name();
    let panel = Panel::new(
        "profile",
        strings::profile_panel(name),
        x,
        y.with_detail(Detail::Ticks),
    )
    .with_room(200.0, 300.0, 7);
    if state.guess().hides() {
        let marks = probes.iter().enumerate();
        let marks = marks
            .map(|(probe, &[input, _])| point(probe, [input, 0.0], 0.0))
            .collect();
        return Ok(panel.with(Points::new(marks, Role::Value)));
    }
    let mut layers = Vec::new();
    if state.is_on(COMPARE)? {
        layers.extend(others(activation)?);
    }
    let stems = probes
        .iter()
        .map(|&[x, slope]| [[x, 0.0], [x, slope]])
        .collect();
    layers.push(
        Segments::new(strings::STEMS, stems, Role::Gradient)
            .with_width(2.5)
            .into(),
    );
    let profile = compute::profile(activation)?.to_vec();
    layers.push(Curve::new(strings::profile_curve(name), profile, Role::Gradient).into());
    let marks = probes.iter().enumerate();
    let marks = marks.map(|(probe, &at)| point(probe, at, at[1])).collect();
    layers.push(Points::new(marks, Role::Gradient).into());
    Ok(Panel { layers, ..panel })
}

/// The profiles of the other activations, thin and named where they lie apart.
fn others(shown: Activation) -> Result<Vec<Layer>, Error> {
    let others = Activation::ALL.into_iter().filter(|&other| other != shown);
    others
        .enumerate()
        .map(|(number, other)| {
            let profile = compute::profile(other)?.to_vec();
            let (at, side) = name_place(other);
            let curve = Curve::new(other.name(), profile, Role::Plain).in_series(number as u8);
            Ok(curve.thin().labelled(other.name(), at, side).into())
        })
        .collect()
}

/// Where an activation's name stands on its profile, so that none covers another.
fn name_place(activation: Activation) -> ([f64; 2], Side) {
    match activation {
        Activation::Tanh => ([-0.75, 0.597], Side::Left),
        Activation::Sigmoid => ([-2.6, 0.07], Side::Above),
        Activation::Relu => ([4.0, 1.0], Side::Below),
        Activation::Softplus => ([2.2, 0.9], Side::Below),
        Activation::Gelu => ([1.2, 1.12], Side::Above),
        Activation::Silu => ([2.5, 1.1], Side::Above),
        Activation::Sin => ([-4.9, 0.28], Side::Right),
    }
}

fn point(probe: usize, at: [f64; 2], slope: f64) -> Mark {
    let name = strings::probe(probe + 1, &short(at[0]));
    Mark::new(probe_id(probe), at, name, short(slope))
        .with_value(slope)
        .with_group(group(probe))
        .with_movable(Movable::at(PROBES[probe], Direction::X))
}

fn bar_panel(state: &State) -> Result<Panel, Error> {
    let probes = compute::probes(state)?;
    let labels = probes.iter().map(|&[input, _]| short(input)).collect();
    let marks = probes.iter().enumerate().map(|(probe, &[input, slope])| {
        let name = strings::probe(probe + 1, &short(input));
        let at = [probe as f64, slope];
        Mark::new(gradient_id(probe), at, name, short(slope)).with_group(group(probe))
    });
    let marks: Vec<_> = if state.guess().hides() {
        Vec::new()
    } else {
        marks.collect()
    };
    let [low, high] = slope_range(Activation::shown(state)?);
    let low = if low < 0.0 { low - 0.3 } else { low };
    let x = Axis::category(strings::INPUT_AXIS, labels).with_symbol("x");
    let y = Axis::linear(strings::SLOPE_AXIS, [low, high]).with_detail(Detail::Bare);
    Ok(Panel::new("gradients", strings::GRADIENT_PANEL, x, y)
        .with_room(150.0, 300.0, 5)
        .with(Bars::new(marks, Role::Gradient)))
}

fn group(probe: usize) -> String {
    format!("probe-{}", probe + 1)
}

/// The profile as one row of colours.
fn strip_panel(activation: Activation) -> Result<Panel, Error> {
    let x = Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x");
    let y = Axis::linear("", [0.0, 1.0]).with_detail(Detail::Bare);
    let cell = |index: usize| REACH * (2.0 * (index as f64 + 0.5) / CELLS as f64 - 1.0);
    let inputs: Vec<_> = (0..CELLS).map(cell).collect();
    let slopes = compute::slopes(activation, &inputs)?;
    let grid = Grid::new([-REACH, REACH], [0.0, 1.0], [CELLS, 1], slopes);
    let scale = if activation == Activation::Sin {
        ColorScale::Signed(1.0)
    } else {
        ColorScale::Size([slope_range(activation)[0].min(0.0), 1.1])
    };
    Ok(Panel::new("strip", strings::STRIP_PANEL, x, y)
        .with_room(110.0, 110.0, 12)
        .with(HeatMap::new(strings::SLOPE_AXIS, grid, scale)))
}
