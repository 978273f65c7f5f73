//! What a sum does to learning with one shared weight, and a mean does not.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Side,
};

use super::super::compute::{SIZES, Setting};
use super::super::parameters::{LARGEST, SIZE, STEP, STEPS};
use super::super::strings;
use super::id;

/// Steps of gradient descent that are shown.
pub(in super::super) const RUN: usize = 41;
/// Steps with a mark of their own.
pub(in super::super) const MARKED: [usize; 5] = [0, 1, 2, 5, 10];
/// The ends of the axis of the loss.
const LOSSES: [f64; 2] = [1e-6, 1e6];

/// Least distance of labels, as a decimal logarithm.
const APART: f64 = 1.6;

/// The largest stable step by the number of members, and the loss of two runs.
pub(super) fn stability(
    setting: &Setting,
    measured: &[[f64; 2]],
    limits: [f64; 2],
    losses: &[Vec<f64>; 2],
) -> Figure {
    Figure::new(
        super::STABILITY,
        strings::STABILITY_TITLE,
        strings::STABILITY_SUBTITLE,
    )
    .with_caption(strings::STABILITY_CAPTION)
    .with(largest_steps(setting, measured, limits))
    .with(runs(losses))
}

fn largest_steps(setting: &Setting, measured: &[[f64; 2]], limits: [f64; 2]) -> Panel {
    let x = Axis::log10(strings::SIZE_AXIS, [0.8, 1.4 * LARGEST]);
    let y = Axis::log10(strings::STEP_AXIS, [STEPS[0], 4.0 * STEPS[1]]);
    let theory = |which: usize, height: f64| {
        let limit = |size: usize| {
            if which == 0 {
                2.0 / (size * size) as f64
            } else {
                2.0
            }
        };
        let points = SIZES.into_iter().map(|size| [size as f64, limit(size)]);
        let text = strings::THEORIES[which];
        Curve::new(text, points.collect(), Role::Theory).labelled(text, [1.0, height], Side::Right)
    };
    let mark = |id: String, which: usize, size: usize, limit: f64| {
        let name = strings::limit_name(which, size);
        Mark::new(id, [size as f64, limit], name, short(limit))
    };
    let dots = |which: usize| {
        let sizes = SIZES.into_iter().zip(measured);
        let others = sizes.filter(|(size, _)| *size != setting.size);
        let marks = others.map(|(size, curvature)| {
            let limit = 2.0 / curvature[which];
            mark(limit_id(which, size), which, size, limit)
        });
        Points::new(marks.collect(), Role::Plain)
            .in_series(which as u8)
            .small()
    };
    let chosen = |which: usize| {
        let mark = mark(chosen_id(which), which, setting.size, limits[which]);
        let marks = vec![mark.with_movable(Movable::at(SIZE, Direction::X))];
        Points::new(marks, Role::Plain).in_series(which as u8)
    };
    let at = [setting.size as f64, setting.step];
    let name = strings::present_name(setting.size, &short(setting.step));
    let present = Mark::new("present", at, name, short(setting.step))
        .with_movable(Movable::at(SIZE, Direction::X))
        .with_movable(Movable::at(STEP, Direction::Y));
    let role = if setting.step > limits[0] {
        Role::Wrong
    } else {
        Role::Plain
    };
    Panel::new("steps", strings::STEPS_PANEL, x, y)
        .with_room(260.0, 330.0, 6)
        .with(theory(1, 8.0))
        .with(theory(0, 1e-4))
        .with(dots(1))
        .with(dots(0))
        .with(chosen(1))
        .with(chosen(0))
        .with(Points::new(vec![present], role).in_series(3))
}

/// Id of the largest stable step of the reader's size: it stays while the reader drags it.
pub(in super::super) fn chosen_id(which: usize) -> String {
    format!("chosen-{}", which + 1)
}

/// Id of the largest stable step of another size.
pub(in super::super) fn limit_id(which: usize, size: usize) -> String {
    format!("limit-{}-{size}", which + 1)
}

fn runs(losses: &[Vec<f64>; 2]) -> Panel {
    let x = Axis::linear(strings::RUN_AXIS, [0.0, (RUN - 1) as f64]);
    let y = Axis::log10(strings::LOSS_AXIS, LOSSES);
    let [sum, mean] = [0, 1].map(|which| label_height(&losses[which]));
    let heights = [
        sum,
        if (mean - sum).abs() < APART {
            sum - APART.copysign(sum)
        } else {
            mean
        },
    ];
    let heights = heights.map(libm::exp10);
    let panel = Panel::new("runs", strings::RUNS_PANEL, x, y).with_room(240.0, 330.0, 6);
    [1, 0].into_iter().fold(panel, |panel, which| {
        let points = losses[which].iter().enumerate();
        let points = points.map(|(step, loss)| [step as f64, *loss]).collect();
        let curve = Curve::new(strings::RUNS[which], points, Role::Plain).in_series(which as u8);
        let mark = |step: usize| {
            let loss = losses[which][step];
            let name = strings::loss_name(which, step);
            let kind = ["sum", "mean"][which];
            Mark::new(id(kind, step), [step as f64, loss], name, short(loss))
        };
        let points = Points::new(MARKED.into_iter().map(mark).collect(), Role::Plain);
        let text = strings::run_label(which, &losses[which]);
        let label = Label::new(text, [(RUN - 1) as f64, heights[which]], Side::Left);
        panel
            .with(curve)
            .with(points.in_series(which as u8).small().with_label(label))
    })
}

/// The decimal logarithm of a place a little below the end of a run, clear of the edges.
fn label_height(losses: &[f64]) -> f64 {
    let last = libm::log10(losses[losses.len() - 1]) - 0.8;
    let last = if last.is_nan() { f64::INFINITY } else { last };
    last.clamp(-5.4, 4.0)
}
