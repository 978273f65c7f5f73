//! Words of the catapult.

use popgrad_figures::number::short;

use crate::Explanation;

/// The claim, which follows the step and where its run ends.
pub(in super::super) fn title(step: f64, first: f64, last: f64) -> String {
    if !last.is_finite() {
        return "Too large a step throws the run out for good".to_owned();
    }
    if step * first <= 2.0 {
        return "A step below 2/λ₀ goes straight down and ends where it is steep".to_owned();
    }
    let times = short(first / last);
    format!("A step too large for its start is thrown to a place {times} times flatter")
}

pub(in super::super) const SUBTITLE: &str = "Gradient descent on L = (uv − 1)²/2 from (3, 0.1): its path, its loss, and the sharpness where it ends; \
    λ₀ is that at the start";
pub(in super::super) const CAPTION: &str = "Grey, top right: steps of 0.2, 0.3, 0.4 and 0.5. Between 2/λ₀ and the limit the loss rises first and \
    then falls in a flatter place. Drag the point along the step size. Hatched: a loss beyond all numbers.";
pub(in super::super) const LOSS: &str = "loss";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const STEP_AXIS: &str = "step size";
pub(in super::super) const SHARPNESS_AXIS: &str = "sharpness";
pub(in super::super) const PLANE_PANEL: &str = "Path in the plane (u, v)";
pub(in super::super) const LOSS_PANEL: &str = "Loss";
pub(in super::super) const SCAN_PANEL: &str = "Sharpness where the run ends";
pub(in super::super) const MINIMA: &str = "u·v = 1";
pub(in super::super) const RUN: &str = "run";
pub(in super::super) const ENDS: &str = "sharpness at the end";
pub(in super::super) const BOUND: &str = "2/η";
pub(in super::super) const STAYS: &str = "2/λ₀";
pub(in super::super) const ESTIMATE: &str = "4/λ₀";
pub(in super::super) const LIMIT: &str = "measured limit";
pub(in super::super) const PRESENT: &str = "chosen step";

pub(in super::super) fn place(step: usize) -> String {
    format!("(u, v) after {step} steps")
}

pub(in super::super) fn compared(step: f64) -> String {
    format!("η = {}", short(step))
}

pub(in super::super) fn explain_present(
    step: f64,
    last: f64,
    lost: Option<(usize, [f64; 2])>,
) -> Explanation {
    let words = match lost {
        Some((at, [u, v])) => format!(
            "The run diverges: step {at} multiplied the gradient at u = {}, v = {} by {}, and the result left the numbers \
             of the machine.",
            short(u),
            short(v),
            short(step)
        ),
        None if last.is_finite() => {
            "The largest curvature where the run ends: it can rest only where that is below 2/η."
                .to_owned()
        }
        None => "The run diverges, after a long time.".to_owned(),
    };
    let (last, bound) = (short(last), short(2.0 / step));
    Explanation {
        words,
        formula: format!("λ = {last}, 2/η = {bound}"),
    }
}

pub(in super::super) fn explain_estimate(times: f64, first: f64) -> Explanation {
    let words = if times < 3.0 {
        "Below this step the loss falls from the beginning."
    } else {
        "A common estimate of the largest step from which a run still ends; the measured one lies lower."
    };
    let (times, first, at) = (short(times), short(first), short(times / first));
    Explanation {
        words: words.to_owned(),
        formula: format!("{times}/λ₀ = {times}/{first} = {at}"),
    }
}

pub(in super::super) fn explain_limit(limit: f64, first: f64) -> Explanation {
    let (size, first, both) = (short(limit), short(first), short(limit * first));
    Explanation {
        words: "The largest step from which the run still ends, found by halving.".to_owned(),
        formula: format!("η·λ₀ = {size}·{first} = {both}"),
    }
}

pub(in super::super) fn explain_place(
    number: usize,
    before: Option<[f64; 2]>,
    here: [f64; 2],
    step: f64,
) -> Explanation {
    let [u_here, v_here] = here.map(short);
    let Some([u, v]) = before.map(|place| place.map(short)) else {
        return Explanation {
            words: "The start.".to_owned(),
            formula: format!("(u, v) = ({u_here}, {v_here})"),
        };
    };
    let step = short(step);
    Explanation {
        words: format!("The place after {number} steps."),
        formula: format!("v − η·(uv − 1)·u = {v} − {step}·(({u})·({v}) − 1)·({u}) = {v_here}"),
    }
}
