//! The input plane with the border of the net, and the plane of two hidden units.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, ColorScale, Curve, Grid, HeatMap, Label, Panel, Points, Role, Side, Traces, centers,
};

use super::{Moment, stops_until};
use crate::net::{POINTS, answer};
use crate::xor::compute::fold::place;
use crate::xor::figures::{classes, input_axes, inputs};
use crate::xor::parameters::{HIDDEN, UNITS, design};
use crate::xor::strings;
use crate::{Error, State};

/// Cells of the map across and upwards.
const CELLS: usize = 36;
/// The plane of tanh units, and of linear ones, reaches as far to all sides.
const TANH_REACH: f64 = 1.2;
const LINEAR_REACH: f64 = 3.0;
/// Of the stops of the run, every so many is a place on the paths of the points.
const PATH_STOPS: usize = 4;

/// The output over the input plane.
pub(super) fn field(state: &State, moment: Option<&Moment<'_>>) -> Result<Panel, Error> {
    let (x, y) = input_axes();
    let panel = Panel::new("field", strings::FIELD_PANEL, x.clone(), y.clone())
        .with_room(340.0, 350.0, 6)
        .with_equal_axes();
    let Some(moment) = moment else {
        return Ok(panel);
    };
    let across = centers(&x, CELLS);
    let places = centers(&y, CELLS).into_iter();
    let places: Vec<f64> = places
        .flat_map(|up| across.iter().flat_map(move |&across| [across, up]))
        .collect();
    let outputs = answer(moment.design, &moment.weights, &places)?.outputs;
    let middle = moment.design.middle();
    let values = outputs.iter().map(|output| output - middle).collect();
    let grid = Grid::new(x.domain, y.domain, [CELLS; 2], values);
    let map = HeatMap::new(
        strings::field_name(&short(middle)),
        grid,
        ColorScale::Signed(1.0 - middle),
    );
    let points = classes(
        "point",
        inputs(),
        design(state)?.targets.values(),
        moment.right(),
    );
    Ok(points.into_iter().fold(panel.with(map), Panel::with))
}

/// Where two hidden units put the four points.
pub(super) fn hidden(state: &State, moment: Option<&Moment<'_>>) -> Result<Panel, Error> {
    let units = moment.map_or([0, state.count(HIDDEN)?.min(2) - 1], |moment| {
        moment.record.axes()
    });
    let (x, y) = unit_axes(units, state.count(UNITS)? == 0);
    let mut panel = Panel::new("hidden", strings::HIDDEN_PANEL, x, y)
        .with_room(340.0, 350.0, 6)
        .with_equal_axes();
    let Some(moment) = moment else {
        return Ok(panel);
    };
    panel = panel.with(Traces::new(
        strings::PATHS,
        paths(moment, units)?,
        Role::Value,
    ));
    if !moment.is_finite() {
        return Ok(lost(panel));
    }
    if let Some(line) = separating(moment, units) {
        panel = panel.with(Curve::new(strings::BORDER, line, Role::Plain));
    }
    let targets = moment.design.targets.values();
    let points = classes("hidden", places(moment, units), targets, moment.right());
    Ok(points.into_iter().fold(panel, Panel::with))
}

/// The same panel with a word in the place of points that have none.
pub(in crate::xor::figures) fn lost(panel: Panel) -> Panel {
    let label = Label::new(strings::LOST, [0.0, 0.0], Side::Above);
    panel.with(Points::new(Vec::new(), Role::Wrong).with_label(label))
}

/// The axes of two units; with one unit there is nothing upwards.
pub(in crate::xor::figures) fn unit_axes(units: [usize; 2], is_tanh: bool) -> (Axis, Axis) {
    let reach = if is_tanh { TANH_REACH } else { LINEAR_REACH };
    let axis = |label: String| Axis::linear(label, [-reach, reach]);
    let up = if units[0] == units[1] {
        strings::NO_UNIT.to_owned()
    } else {
        strings::unit_axis(units[1])
    };
    (axis(strings::unit_axis(units[0])), axis(up))
}

/// The four points in the hidden plane.
pub(in crate::xor::figures) fn places(moment: &Moment<'_>, units: [usize; 2]) -> [[f64; 2]; 4] {
    let hidden = moment.design.hidden;
    [0, 1, 2, 3].map(|point| place(&moment.units[point * hidden..][..hidden], units))
}

/// The ways of the four points from the first step on.
fn paths(moment: &Moment<'_>, units: [usize; 2]) -> Result<Vec<Vec<[f64; 2]>>, Error> {
    let stops = stops_until(moment.step);
    let last = stops.len() - 1;
    let kept = (0..=last).filter(|index| index % PATH_STOPS == 0 || *index == last);
    let mut paths = vec![Vec::new(); 4];
    for index in kept {
        let weights = moment.record.weights(stops[index]);
        let values = answer(moment.design, &weights, &POINTS)?.units;
        for (path, units_of_point) in paths.iter_mut().zip(values.chunks_exact(weights.hidden())) {
            path.push(place(units_of_point, units));
        }
    }
    Ok(paths)
}

/// The line on which the output is on the border between the classes, the other units being at their mean
/// over the four points. None where the output does not depend on the two units.
pub(in crate::xor::figures) fn separating(
    moment: &Moment<'_>,
    [across, up]: [usize; 2],
) -> Option<Vec<[f64; 2]>> {
    /// Beyond every panel.
    const FAR: f64 = 20.0;
    let weights = &moment.weights;
    let hidden = weights.hidden();
    let others = (0..hidden).filter(|unit| *unit != across && *unit != up);
    let rest: f64 = others
        .map(|unit| {
            let values = moment.units.iter().skip(unit).step_by(hidden);
            weights.w2[unit] * values.sum::<f64>() / 4.0
        })
        .sum();
    let middle = if moment.design.tanh_output {
        libm::atanh(moment.design.middle())
    } else {
        moment.design.middle()
    };
    let normal = [
        weights.w2[across],
        if up == across { 0.0 } else { weights.w2[up] },
    ];
    let length = libm::hypot(normal[0], normal[1]);
    let distance = (middle - weights.b2 - rest) / length;
    if !distance.is_finite() {
        return None;
    }
    let [nx, ny] = normal.map(|part| part / length);
    let end = |far: f64| [distance * nx - far * ny, distance * ny + far * nx];
    Some(vec![end(-FAR), end(FAR)])
}
