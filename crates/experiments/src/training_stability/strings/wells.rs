//! Words of the two wells.

use popgrad_figures::number::short;

use super::super::wells::compute::Fate;
use crate::Explanation;

/// The claim, which follows what becomes of the run.
pub(in super::super) fn title(fate: Fate) -> String {
    let what = match fate {
        Fate::Repeats(1) => return "A small step comes to rest in a well".to_owned(),
        Fate::Repeats(period) => format!("repeats every {period} steps"),
        Fate::Wanders { hops: false } => "wanders in its well".to_owned(),
        Fate::Wanders { hops: true } => "hops between the wells".to_owned(),
        Fate::Diverges(step) => {
            return format!("Here even the curved loss throws the run out, in {step} steps");
        }
    };
    format!("On a curved loss too large a step need not diverge: the run {what}")
}

pub(in super::super) const SUBTITLE: &str = "Gradient descent on L = (x² − 1)²/4 from x = 0.5: the places that it keeps visiting, against the step \
    size";
pub(in super::super) const CAPTION: &str = "Each column of the upper panel is one run: bright cells are visited often, hatched columns diverged. \
    Drag the point; below is its run.";
pub(in super::super) const STEP_AXIS: &str = "step size";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const PLACE_AXIS: &str = "place";
pub(in super::super) const LOSS_AXIS: &str = "loss";
pub(in super::super) const DIAGRAM_PANEL: &str = "Places visited in the long term";
pub(in super::super) const ORBIT_PANEL: &str = "Place x after each step";
pub(in super::super) const CURVE_PANEL: &str = "The last steps on the loss";
pub(in super::super) const VISITS: &str = "log₄(1 + visits)";
pub(in super::super) const RUN: &str = "run";
pub(in super::super) const LOSS: &str = "(x² − 1)²/4";
pub(in super::super) const PRESENT: &str = "chosen step";
pub(in super::super) const LANDMARKS: [&str; 4] =
    ["period 2", "period 4", "both wells", "diverges"];
pub(in super::super) const CHAOS: &str = "chaos";

pub(in super::super) fn place(step: usize) -> String {
    format!("x after {step} steps")
}

pub(in super::super) fn explain_present(step: f64, fate: Fate) -> Explanation {
    let words = match fate {
        Fate::Repeats(1) => "The run comes to rest.".to_owned(),
        Fate::Repeats(period) => format!("The run repeats every {period} steps."),
        Fate::Wanders { hops: false } => "The run never repeats; it stays in one well.".to_owned(),
        Fate::Wanders { hops: true } => "The run never repeats, and visits both wells.".to_owned(),
        Fate::Diverges(lost) => format!(
            "The run diverges: far out the gradient grows like x³, so each step throws it further, and after step {lost} x \
             is no number any more."
        ),
    };
    Explanation {
        words,
        formula: format!("η = {}", short(step)),
    }
}

pub(in super::super) fn explain_chaos(chaos: f64) -> Explanation {
    Explanation {
        words: "From here on neighbouring runs part: the mean of ln |1 − η·L″| along a run, measured with exact second \
                derivatives, rises above 0."
            .to_owned(),
        formula: format!("η = {}", short(chaos)),
    }
}

pub(in super::super) fn explain_landmark(which: usize, at: f64) -> Explanation {
    let words = [
        "The curvature in both wells is 2: from 2/2 on a run cannot rest there, and repeats every 2 steps.",
        "The cycle of 2 becomes unstable in its turn: the run repeats every 4 steps.",
        "From the place between the wells where a step leads furthest, the next one lands beyond 0: runs visit both wells.",
        "From where a step leads furthest the next one leads further still: runs diverge.",
    ][which];
    let formula = ["2/L″(1)", "√5 − 1", "3√3/2 − 1", "2"][which];
    Explanation {
        words: words.to_owned(),
        formula: format!("η = {formula} = {}", short(at)),
    }
}

pub(in super::super) fn explain_place(
    number: usize,
    before: f64,
    here: f64,
    step: f64,
) -> Explanation {
    let (x, step, here) = (short(before), short(step), short(here));
    Explanation {
        words: format!("The place after {number} steps."),
        formula: format!("x − η·(x³ − x) = {x} − {step}·(({x})³ − {x}) = {here}"),
    }
}
