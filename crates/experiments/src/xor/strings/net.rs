//! The words of the figure of the net.

use popgrad_figures::number::short;

use super::{count, outcome_words};
use crate::xor::compute::outcome::Outcome;

pub(in crate::xor) const NET_TITLE: &str =
    "One hidden layer moves the points until a line parts them";
/// The same where the points are moved about in more dimensions than are drawn.
pub(in crate::xor) const WIDE_NET_TITLE: &str =
    "One hidden layer moves the points until they can be parted";
pub(in crate::xor) const NET_SUBTITLE: &str =
    "A net that learns XOR: its output, its hidden units, its loss and its weights at one step";
pub(in crate::xor) const FIELD_PANEL: &str = "What the net answers";
pub(in crate::xor) const HIDDEN_PANEL: &str = "Where the hidden layer puts the points";
pub(in crate::xor) const LOSS_PANEL: &str = "Loss of this run and of others";
pub(in crate::xor) const WEIGHTS_PANEL: &str = "Weights";
pub(in crate::xor) const WEIGHTS_IN: &str = "weights and biases of the hidden units";
pub(in crate::xor) const WEIGHTS_OUT: &str = "weights and bias of the output";
pub(in crate::xor) const PATHS: &str = "ways of the points";
pub(in crate::xor) const BORDER: &str = "border between the two answers";
pub(in crate::xor) const OTHER_RUNS: &str = "other runs";
pub(in crate::xor) const NO_UNIT: &str = "no second unit";
pub(in crate::xor) const LOST: &str = "no numbers any more";
pub(in crate::xor) const BROKEN: &str = "a weight leaves the range of numbers";

pub(in crate::xor) fn net_caption(hidden: usize) -> String {
    let plane = match hidden {
        1 | 2 => "",
        _ => {
            " Of the hidden units the two with the largest weights to the output are shown; the line is \
              drawn for the others at their mean, so it need not part the points."
        }
    };
    format!(
        "Play the run or drag the point on the loss; thin are the runs of the seeds after yours. Dashed: the \
         loss of nets that answer as a line, cut off one corner, or give a pair of points one answer. Blue weights lead \
         to the output.{plane}"
    )
}

pub(in crate::xor) fn broken_title(step_size: &str, step: usize) -> String {
    format!(
        "Steps of size {step_size} are too long: at step {} a weight leaves the range of numbers",
        short(step as f64)
    )
}

pub(in crate::xor) fn early_title(step: usize, right: usize) -> String {
    format!(
        "At step {} the net gets {}",
        short(step as f64),
        count(right)
    )
}

pub(in crate::xor) fn standing_title(loss: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Half => {
            format!("This run stands still at a loss of {loss}: two points share an answer")
        }
        Outcome::Corner => {
            format!("This run stands still at a loss of {loss}: only one corner is cut off")
        }
        Outcome::Line => format!("This run stands still at a loss of {loss}, as if it were a line"),
        Outcome::Learnt | Outcome::Elsewhere => {
            format!("This run has not learnt XOR: it ends at a loss of {loss}")
        }
    }
}

pub(in crate::xor) fn field_name(middle: &str) -> String {
    if middle == "0" {
        "output".to_owned()
    } else {
        format!("output − {middle}")
    }
}

pub(in crate::xor) fn unit_axis(unit: usize) -> String {
    let digit = ["₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"][unit.min(7)];
    format!("hidden unit h{digit}")
}

pub(in crate::xor) fn at_step(step: usize) -> String {
    format!("step {}", short(step as f64))
}

pub(in crate::xor) fn run_of_seed(seed: u64) -> String {
    format!("run of seed {}", short(seed as f64))
}

pub(in crate::xor) fn level(outcome: Outcome, loss: &str) -> String {
    let what = match outcome {
        Outcome::Half => "pair",
        Outcome::Corner => "corner",
        _ => "line",
    };
    format!("{what}: {loss}")
}

/// A weight by its place in the row of all.
pub(in crate::xor) fn weight(hidden: usize, place: usize) -> String {
    let unit = |index: usize| format!("unit {}", index % hidden + 1);
    match place / hidden {
        0 => format!("weight from x₁ to {}", unit(place)),
        1 => format!("weight from x₂ to {}", unit(place)),
        2 => format!("bias of {}", unit(place)),
        3 => format!("weight from {} to the output", unit(place)),
        _ => "bias of the output".to_owned(),
    }
}

pub(in crate::xor) fn explain_here(step: usize, outcome: Outcome, is_squared: bool) -> String {
    let stands = if is_squared && outcome.level().is_some() {
        format!(
            " That is the level of runs of which it is true: {}.",
            outcome_words(outcome)
        )
    } else {
        String::new()
    };
    format!("The loss of this run at {}.{stands}", at_step(step))
}

pub(in crate::xor) fn explain_other(seed: u64, outcome: Outcome, is_squared: bool) -> String {
    let seed = short(seed as f64);
    if is_squared {
        format!(
            "The run of seed {seed} ends so: {}.",
            outcome_words(outcome)
        )
    } else {
        format!("The end of the run of seed {seed}.")
    }
}

pub(in crate::xor) fn explain_net_point(is_equal: bool, target: &str) -> String {
    let inputs = if is_equal { "equal" } else { "different" };
    format!("A point with {inputs} inputs: the net should answer {target}.")
}

pub(in crate::xor) fn explain_hidden_point(across: &str, up: &str) -> String {
    format!("Where the hidden layer puts the point ({across}, {up}) at this step.")
}

pub(in crate::xor) fn explain_weight(name: &str, step: usize) -> String {
    format!(
        "The {name} at {}, and what the next step makes of it.",
        at_step(step)
    )
}

pub(in crate::xor) fn explain_broken(name: &str, step: usize) -> String {
    format!(
        "At {} the {name} is no finite number: the step size times its gradient was too large to be \
         subtracted. From here on every weight that depends on it is lost.",
        at_step(step)
    )
}
