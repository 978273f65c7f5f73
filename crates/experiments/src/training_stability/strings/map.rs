//! Words of the trainability map.

use popgrad_figures::number::{full, short, superscript};

use super::super::map::net::LOST;
use crate::Explanation;

/// The claim, with what becomes of the chosen run.
pub(in super::super) fn title(outcome: f64) -> String {
    let chosen = if outcome < 0.0 {
        "does not"
    } else {
        "diverges"
    };
    format!("The border of divergence is rough at every scale; the chosen run {chosen}")
}

pub(in super::super) const SUBTITLE: &str = "Each cell is a run of 200 steps of a 2-4-1 net on XOR: across the step size of its hidden layer, upwards \
    that of its output";
pub(in super::super) const CAPTION: &str = "Blue stayed: the darker, the smaller the last loss. Orange to yellow diverged: the brighter, the later. Click a cell \
    to see its run; drag the zoom, and the map grows around that cell.";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const LOSS_AXIS: &str = "loss";
pub(in super::super) const AXES: [&str; 2] = ["hidden step size", "output step size"];
pub(in super::super) const SYMBOLS: [&str; 2] = ["η₁", "η₂"];
pub(in super::super) const OUTCOME: &str =
    "below 0: log₁₀ of the last loss; above: step of divergence";
pub(in super::super) const ZOOM: &str = "Zoom";
pub(in super::super) const ZOOM_AXIS: &str = "power of 2";
pub(in super::super) const LAST: &str = "neighbours are one number";
pub(in super::super) const PLACE: &str = "the chosen run";

pub(in super::super) fn map_panel(zoom: f64, width: f64) -> String {
    if zoom == 0.0 {
        return "Runs that stay and runs that diverge".to_owned();
    }
    let power = superscript(zoom as i32);
    format!("2{power} times larger: {} across", short(width))
}

pub(in super::super) fn run_panel(chosen: [f64; 2]) -> String {
    let [hidden, output] = chosen.map(short);
    format!("Loss at η₁ = {hidden}, η₂ = {output}")
}

pub(in super::super) fn end(lost: Option<usize>) -> String {
    match lost {
        Some(step) => format!("diverged at step {step}"),
        None => "the last loss".to_owned(),
    }
}

pub(in super::super) fn explain_zoom(is_last: bool, zoom: f64) -> Explanation {
    let words = if is_last {
        "From here on the step sizes of neighbouring cells are one and the same number of the machine."
    } else {
        "How much of the map is seen. Drag it: the map grows around the chosen cell."
    };
    Explanation {
        words: words.to_owned(),
        formula: format!("width = 16/2{}", superscript(zoom.min(99.0) as i32)),
    }
}

pub(in super::super) fn explain_place(
    chosen: [f64; 2],
    lost: Option<usize>,
    sharpness: f64,
) -> Explanation {
    let [hidden, output] = chosen.map(full);
    let words = match lost {
        Some(step) => format!("The chosen run diverges at step {step}."),
        None => "The chosen run stays.".to_owned(),
    };
    Explanation {
        words: format!(
            "{words} At its start the sharpness is {}: one step size above 2/λ = {} for both layers would climb there.",
            short(sharpness),
            short(2.0 / sharpness)
        ),
        formula: format!("η₁ = {hidden}, η₂ = {output}"),
    }
}

pub(in super::super) fn explain_end(losses: &[f64], lost: Option<usize>) -> Explanation {
    let at = lost.unwrap_or(losses.len() - 1);
    let loss = short(losses[at]);
    let words = match lost {
        Some(step) => format!(
            "At step {step} the loss passes {}: each step lands further out than the one before, and the run is given up.",
            short(LOST)
        ),
        None => "The loss before the last step.".to_owned(),
    };
    Explanation {
        words,
        formula: format!("L = {loss}"),
    }
}
