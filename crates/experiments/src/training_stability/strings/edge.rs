//! Words of the edge of stability.

use popgrad_figures::number::short;

use crate::Explanation;

/// The claim, which follows the moment that is shown: whether the edge lies ahead, and where the run has
/// been lost.
pub(in super::super) fn title(step: f64, is_ahead: bool, lost: Option<[f64; 2]>) -> String {
    let bound = short(2.0 / step);
    match lost {
        Some([at, _]) => {
            let at = short(at);
            format!("A step so large finds no flatter place: at step {at} no number is left")
        }
        None if is_ahead => {
            format!("While the net learns, its loss becomes sharper, towards 2/η = {bound}")
        }
        None => format!("Training drives the sharpness to 2/η = {bound} and holds it there"),
    }
}

pub(in super::super) const SUBTITLE: &str = "A net of 49 parameters learns twelve points of a sine: the largest curvature of its loss, its loss, and its \
    output, step by step";
pub(in super::super) const CAPTION: &str = "Play the run, or drag a point along it. Grey: the same start with other step sizes. At the edge the loss \
    jumps up and down and still falls.";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const SHARPNESS_AXIS: &str = "sharpness";
pub(in super::super) const LOSS_AXIS: &str = "loss";
pub(in super::super) const INPUT_AXIS: &str = "input";
pub(in super::super) const OUTPUT_AXIS: &str = "output";
pub(in super::super) const SHARPNESS_PANEL: &str = "Sharpness: the largest curvature";
pub(in super::super) const LOSS_PANEL: &str = "Loss";
pub(in super::super) const FIT_PANEL: &str = "The net's output";
pub(in super::super) const SHARPNESS: &str = "sharpness";
pub(in super::super) const LATER: &str = "later in the run";
pub(in super::super) const OUTPUT: &str = "output of the net";
pub(in super::super) const REACHED: &str = "the edge is reached";

pub(in super::super) fn bound(step: f64) -> String {
    format!("2/η = {}", short(2.0 / step))
}

pub(in super::super) fn compared(step: f64) -> String {
    format!("η = {}", short(step))
}

pub(in super::super) fn at_step(step: f64) -> String {
    format!("at step {}", short(step))
}

pub(in super::super) fn target(point: usize) -> String {
    format!("point {point} of the sine")
}

pub(in super::super) fn explain_bound(step: f64) -> Explanation {
    let (size, bound) = (short(step), short(2.0 / step));
    Explanation {
        words: "On a parabola of more curvature than this, the step would climb.".to_owned(),
        formula: format!("2/η = 2/{size} = {bound}"),
    }
}

pub(in super::super) fn explain_target(point: usize, place: [f64; 2]) -> Explanation {
    let [x, y] = place.map(short);
    Explanation {
        words: format!("Point {point} of the twelve that the net is to meet."),
        formula: format!("sin(2π·{x}) = {y}"),
    }
}

pub(in super::super) fn explain_loss(time: usize, loss: f64) -> Explanation {
    Explanation {
        words: format!("The loss at step {time}: half the mean of the squared errors."),
        formula: format!("L = (1/2n)·Σe² = {}", short(loss)),
    }
}

/// What is said of a loss that is not a number: which step, and what it began from.
pub(in super::super) fn explain_lost([at, before]: [f64; 2], step: f64) -> Explanation {
    let (at, before, size) = (short(at), short(before), short(step));
    Explanation {
        words: format!(
            "The run has diverged: at step {at} the gradient of a loss of {before}, times the step size {size}, led where the \
             loss has no number."
        ),
        formula: format!("2/η = 2/{size} = {}", short(2.0 / step)),
    }
}

pub(in super::super) fn explain_sharpness(time: usize, sharpness: f64, step: f64) -> Explanation {
    let (size, sharp, both) = (short(step), short(sharpness), short(step * sharpness));
    Explanation {
        words: format!(
            "The largest eigenvalue of the Hessian at step {time}, by power iteration on exact Hessian-vector products."
        ),
        formula: format!("η·λ = {size}·{sharp} = {both}"),
    }
}

pub(in super::super) fn explain_reached([at, sharpness]: [f64; 2], step: f64) -> Explanation {
    let (at, sharpness, bound) = (short(at), short(sharpness), short(2.0 / step));
    Explanation {
        words: format!(
            "At step {at} the sharpness first passes 2/η; from here on it swings about it."
        ),
        formula: format!("λ = {sharpness}, 2/η = {bound}"),
    }
}
