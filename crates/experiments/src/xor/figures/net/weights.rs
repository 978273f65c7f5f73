//! The weights of the run that is followed.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Detail, Mark, Panel, Points, Role, Traces};

use super::{Moment, steps_axis};
use crate::xor::compute::run::stops;
use crate::xor::strings;

/// The axis of weights reaches at most so far.
const FARTHEST: f64 = 20.0;

/// Id of a weight by its place in the row of all.
pub(in crate::xor) fn weight_id(place: usize) -> String {
    format!("weight-{place}")
}

/// Every weight at every step: those into the hidden units, and those from them to the output.
pub(super) fn panel(moment: Option<&Moment<'_>>) -> Panel {
    let reach = moment.map_or(2.0, reach);
    let y = Axis::linear(strings::WEIGHT_AXIS, [-reach, reach]).with_detail(Detail::Ticks);
    let panel = Panel::new("net-weights", strings::WEIGHTS_PANEL, steps_axis(), y)
        .with_room(200.0, 260.0, 5);
    let Some(moment) = moment else {
        return panel;
    };
    let size = moment.design.size();
    let into = 3 * moment.design.hidden;
    let line = |place: usize| -> Vec<[f64; 2]> {
        let stops = stops().iter();
        stops
            .map(|&step| [step as f64, moment.record.weight(step, place)])
            .collect()
    };
    let marks = |places: std::ops::Range<usize>| {
        let marks = places.map(|place| {
            let weight = moment.record.weight(moment.step, place);
            let name = strings::weight(moment.design.hidden, place);
            Mark::new(
                weight_id(place),
                [moment.step as f64, weight],
                name,
                short(weight),
            )
        });
        marks.collect()
    };
    panel
        .with(Traces::new(
            strings::WEIGHTS_IN,
            (0..into).map(line).collect(),
            Role::Plain,
        ))
        .with(Traces::new(
            strings::WEIGHTS_OUT,
            (into..size).map(line).collect(),
            Role::Value,
        ))
        .with(Points::new(marks(0..into), Role::Plain).small())
        .with(
            Points::new(marks(into..size), Role::Value)
                .in_series(1)
                .small(),
        )
}

/// How far the finite weights of the whole run reach.
fn reach(moment: &Moment<'_>) -> f64 {
    let size = moment.design.size();
    let weights = stops()
        .iter()
        .flat_map(|&step| (0..size).map(move |place| moment.record.weight(step, place).abs()));
    let most = weights
        .filter(|weight| weight.is_finite())
        .fold(0.0, f64::max);
    (1.1 * most).ceil().clamp(1.0, FARTHEST)
}
