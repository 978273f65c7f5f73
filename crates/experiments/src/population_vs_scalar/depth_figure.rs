//! The figure of gradients through many random layers.

use popgrad_figures::number::{short, superscript};
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Mark, Movable, Panel, Points, Role, Rule, Side, Traces,
};

use super::depth::{self, LAYERS};
use super::parameters::NET;
use super::strings;
use crate::{Error, Guess, PREDICTION, State};

/// Id of the figure.
pub(super) const DEPTH: &str = "population-vs-scalar-depth";
/// Ids of its marks.
pub(super) const TYPICAL: &str = "typical";
pub(super) const MEAN_SQUARE: &str = "mean-square";
pub(super) const PREDICTED: &str = "predicted";

/// Traces of the gradient's norm, with their typical course and their mean square.
pub(super) fn depth(state: &State) -> Result<Figure, Error> {
    let width = depth::width(state)?;
    let x = Axis::linear(strings::DEPTH_AXIS, [0.0, LAYERS as f64]);
    let y = Axis::linear(strings::NORM_AXIS, vertical(width));
    let mut panel =
        Panel::new("traces", strings::depth_panel(width), x, y).with_room(300.0, 380.0, 12);
    let is_linear = !state.is_on(NET)? || state.guess().hides();
    if is_linear {
        panel = panel
            .with(Rule::new(0.0, Direction::X, Role::Theory).labelled(strings::MEAN_SQUARE_THEORY));
    }
    if !state.guess().hides() {
        panel = measured(state, panel, width, is_linear)?;
    }
    if let Some(answer) = state.guess().value() {
        panel = panel.with(Points::new(
            vec![predicted(state, answer)],
            Role::Prediction,
        ));
    }
    Ok(
        Figure::new(DEPTH, strings::DEPTH_TITLE, strings::DEPTH_SUBTITLE)
            .with_caption(strings::depth_caption(is_reached(state)))
            .with(panel),
    )
}

/// Whether the nets that are drawn have at least half of the exact root mean square at the end.
fn is_reached(state: &State) -> bool {
    let traces = depth::arrived(state);
    !traces.is_empty()
        && !state.guess().hides()
        && depth::root_mean_square(&traces)[LAYERS][1] > libm::log10(0.5)
}

/// The axis of logarithms: narrow nets need much more room downwards.
fn vertical(width: usize) -> [f64; 2] {
    match width {
        1 => [-24.0, 4.0],
        2..=3 => [-14.0, 4.0],
        4..=7 => [-8.0, 3.0],
        _ => [-4.0, 2.0],
    }
}

fn measured(state: &State, panel: Panel, width: usize, is_linear: bool) -> Result<Panel, Error> {
    let traces = depth::arrived(state);
    if traces.is_empty() {
        return Ok(panel);
    }
    let lines = traces.iter().map(|trace| {
        // Every fifth layer: among 200 the eye sees little difference, and the static picture stays small.
        let points = trace.iter().enumerate().step_by(5);
        points.map(|(layer, &log)| [layer as f64, log]).collect()
    });
    let typical = depth::typical(&traces);
    let mean_square = depth::root_mean_square(&traces);
    let mut panel = panel.with(Traces::new(strings::TRACES, lines.collect(), Role::Quiet));
    if is_linear {
        let end = LAYERS as f64 * libm::log10(depth::typical_factor(width));
        let theory = vec![[0.0, 0.0], [LAYERS as f64, end]];
        panel = panel.with(Curve::new(strings::TYPICAL_THEORY, theory, Role::Theory));
    }
    let marks = vec![
        end_mark(TYPICAL, &typical, strings::TYPICAL),
        end_mark(MEAN_SQUARE, &mean_square, strings::MEAN_SQUARE),
    ];
    let (low, high) = (typical[22], mean_square[34]);
    Ok(panel
        .with(
            Curve::new(strings::TYPICAL, typical, Role::Gradient).labelled(
                strings::TYPICAL,
                low,
                Side::Below,
            ),
        )
        .with(
            Curve::new(strings::MEAN_SQUARE, mean_square, Role::Gradient)
                .in_series(1)
                .labelled(strings::MEAN_SQUARE_SHORT, high, Side::Below),
        )
        .with(Points::new(marks, Role::Gradient)))
}

/// The end of a course, after all layers.
fn end_mark(id: &str, course: &[[f64; 2]], name: &str) -> Mark {
    let end = course[LAYERS];
    Mark::new(id, end, name, short(libm::exp10(end[1]))).with_value(end[1])
}

fn predicted(state: &State, answer: f64) -> Mark {
    let at = [LAYERS as f64, answer];
    let mark = Mark::new(PREDICTED, at, strings::PREDICTED, power_of_ten(answer));
    if matches!(state.guess(), Guess::Made(_)) {
        return mark;
    }
    mark.with_movable(Movable::at(PREDICTION, Direction::Y))
}

/// A power of ten as a number: `10⁻¹²` for whole exponents, otherwise three digits.
pub(super) fn power_of_ten(exponent: f64) -> String {
    if exponent == exponent.trunc() {
        format!("10{}", superscript(exponent as i32))
    } else {
        short(libm::exp10(exponent))
    }
}
