//! Words of the parabola.

use popgrad_figures::Side;
use popgrad_figures::number::short;

use crate::Explanation;

/// The claim, which follows the step in units of 1/λ.
pub(in super::super) fn title(part: f64) -> String {
    let left = short((1.0 - part).abs());
    if (part - 1.0).abs() < 1e-9 {
        "A step of 1/λ is there at once".to_owned()
    } else if (part - 2.0).abs() < 1e-9 {
        "A step of 2/λ goes back and forth for ever".to_owned()
    } else if part < 1.0 {
        format!("A small step walks down one side: each leaves {left} of the way")
    } else if part < 2.0 {
        format!("A step beyond 1/λ crosses the valley: each leaves {left} of the way")
    } else {
        format!("A step beyond 2/λ climbs: each lands {left} times as far out")
    }
}

pub(in super::super) const SUBTITLE: &str =
    "Gradient descent on L = ½·λ·x² from x = 1: on the curve, in time, and what one step does";
pub(in super::super) const CAPTION: &str = "λ is the curvature. Grey: other step sizes. Drag the point along the step size. Left of 1/λ a step \
    falls short, right of it it crosses; beyond 2/λ it lands higher than it began.";
pub(in super::super) const PLACE_AXIS: &str = "place";
pub(in super::super) const LOSS_AXIS: &str = "loss";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const STEP_AXIS: &str = "step size";
pub(in super::super) const FACTOR_AXIS: &str = "factor";
pub(in super::super) const CURVE_PANEL: &str = "On the curve";
pub(in super::super) const TIME_PANEL: &str = "Place x after each step";
pub(in super::super) const FACTOR_PANEL: &str = "What one step multiplies |x| by";
pub(in super::super) const PARABOLA: &str = "½·λ·x²";
pub(in super::super) const RUN: &str = "run";
pub(in super::super) const THEORY: &str = "|1 − η·λ|";

pub(in super::super) fn iterate(step: usize) -> String {
    format!("x after {step} steps")
}

pub(in super::super) fn present(step: &str) -> String {
    format!("η = {step}")
}

/// A step in units of 1/λ.
pub(in super::super) fn part_of_limit(part: f64) -> String {
    format!("{}/λ", short(part))
}

/// Where the name of a compared run stands.
pub(in super::super) fn comparison_place(part: f64) -> ([f64; 2], Side) {
    if part < 0.5 {
        ([16.0, 0.2], Side::Above)
    } else if part < 1.0 {
        ([1.2, 0.85], Side::Right)
    } else {
        ([1.4, -1.1], Side::Right)
    }
}

pub(in super::super) fn explain_landmark(part: f64, curvature: f64) -> Explanation {
    let words = if part < 1.5 {
        "One step: the step size is 1 over the curvature, and the minimum is reached at once."
    } else {
        "The largest step that does not climb: every step lands just as high on the other side."
    };
    let (part, curvature, at) = (short(part), short(curvature), short(part / curvature));
    Explanation {
        words: words.to_owned(),
        formula: format!("{part}/λ = {part}/{curvature} = {at}"),
    }
}

pub(in super::super) fn explain_iterate(
    number: usize,
    x: f64,
    before: Option<f64>,
    [step, curvature]: [f64; 2],
) -> Explanation {
    let x = short(x);
    let Some(before) = before.map(short) else {
        return Explanation {
            words: "The start.".to_owned(),
            formula: format!("x = {x}"),
        };
    };
    let (step, curvature) = (short(step), short(curvature));
    Explanation {
        words: format!(
            "The place after {number} steps, each of them the step size times the gradient λ·x."
        ),
        formula: format!("x − η·λ·x = {before} − {step}·{curvature}·{before} = {x}"),
    }
}

/// What one step does; where it climbs, when the numbers of the machine end.
pub(in super::super) fn explain_factor(
    factor: f64,
    lost: Option<(usize, f64)>,
    [step, curvature]: [f64; 2],
) -> Explanation {
    let words = match lost {
        Some((at, last)) => format!(
            "Every step climbs. After step {at} x is infinite: that step multiplied the gradient λ·x = {} by the step size {}, \
             and the largest number of the machine is 1.8×10³⁰⁸.",
            short(curvature * last),
            short(step)
        ),
        None => {
            let side = if factor < 0.0 {
                ", on the other side"
            } else {
                ""
            };
            let left = short(factor.abs());
            format!("Every step leaves {left} of the distance to the minimum{side}.")
        }
    };
    let (step, curvature, factor) = (short(step), short(curvature), short(factor));
    Explanation {
        words,
        formula: format!("1 − η·λ = 1 − {step}·{curvature} = {factor}"),
    }
}
