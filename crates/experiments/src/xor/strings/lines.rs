//! The words of the figures of a line.

use popgrad_figures::number::short;

pub(in crate::xor) const LINE_TITLE: &str = "No line gets all four points right";
pub(in crate::xor) const LINE_QUESTION: &str = "How many of the four points can a line get right?";
pub(in crate::xor) const LINE_SUBTITLE: &str =
    "The four points of XOR with a line, and how many of them every line gets right";
pub(in crate::xor) const LINE_CAPTION: &str = "Drag the two squares, at the heights a and b. Discs want 1, \
    diamonds −1; the side of the line that is shaded is called 1, whichever is better. Right: every line by a and b; \
    click to take one. Yellow would be 4 of 4.";
pub(in crate::xor) const LINE_PANEL: &str = "Your line";
pub(in crate::xor) const EVERY_LINE_PANEL: &str = "Every line";
pub(in crate::xor) const RIGHT_ANSWERS: &str = "points right";
pub(in crate::xor) const YOUR_LINE: &str = "your line";
pub(in crate::xor) const POSITIVE_SIDE: &str = "the side called 1";
pub(in crate::xor) const INPUT_AXIS: &str = "input";
pub(in crate::xor) const WRONG: &str = "wrong";

pub(in crate::xor) fn line_panel(right: usize) -> String {
    format!("Your line: {}", count(right))
}

pub(in crate::xor) fn count(right: usize) -> String {
    format!("{right} of 4 right")
}

pub(in crate::xor) fn you_said(said: usize) -> String {
    format!("you said {said}")
}

pub(in crate::xor) fn height_axis(symbol: &str, across: &str) -> String {
    format!("height {symbol} at x₁ = {across}")
}

pub(in crate::xor) fn handle(across: &str) -> String {
    format!("height of your line at x₁ = {across}")
}

pub(in crate::xor) fn point([across, up]: [f64; 2]) -> String {
    format!("point ({}, {})", short(across), short(up))
}

pub(in crate::xor) fn explain_handle(across: &str) -> String {
    format!("Your line passes here at x₁ = {across}. Drag it up and down.")
}

pub(in crate::xor) fn explain_yours(right: usize) -> String {
    format!("Your line among all lines: {}.", count(right))
}

pub(in crate::xor) fn explain_target(is_equal: bool) -> String {
    if is_equal {
        "Its two inputs are equal: XOR wants −1.".to_owned()
    } else {
        "Its two inputs differ: XOR wants 1.".to_owned()
    }
}

pub(in crate::xor) fn explain_point(is_equal: bool, side: &str, is_right: bool) -> String {
    let verdict = if is_right { "right" } else { "wrong" };
    format!(
        "{} It lies {side} your line, and is answered {verdict}.",
        explain_target(is_equal)
    )
}

pub(in crate::xor) const DESCENT_SUBTITLE: &str =
    "The two weights of a linear model that begins at your line, and its loss";
pub(in crate::xor) const DESCENT_CAPTION: &str = "The weights of your line make w₁x₁ + w₂x₂ + b = 0 on it. \
    Left: each step goes straight for the middle, where both are 0 and the answer is the same for all points. Grey: lines of equal loss. Right: the loss stops \
    where no line can do better.";
pub(in crate::xor) const WEIGHTS_PLANE: &str = "Weights, from those of your line on";
pub(in crate::xor) const WEIGHT_AXIS: &str = "weight";
pub(in crate::xor) const LOSS: &str = "loss";
pub(in crate::xor) const PATH: &str = "path of the weights";
pub(in crate::xor) const STEPS_AXIS: &str = "step";
pub(in crate::xor) const LINE_LOSS_PANEL: &str = "Its loss";
pub(in crate::xor) const BEST_LINE: &str = "the best line";

/// The claim, by the part that remains of the weights at the end.
pub(in crate::xor) fn descent_title(remaining: f64) -> &'static str {
    if remaining < 0.95 {
        "Gradient descent forgets your line: the weights go to 0"
    } else if remaining < 1.05 {
        "With this step size the weights jump to and fro and stay as large as they were"
    } else {
        "With this step size every step is too long, and the weights grow without end"
    }
}

pub(in crate::xor) fn best_line(loss: &str) -> String {
    format!("no line below {loss}")
}

pub(in crate::xor) fn after(step: usize) -> String {
    match step {
        0 => "at the start".to_owned(),
        1 => "after 1 step".to_owned(),
        _ => format!("after {step} steps"),
    }
}

pub(in crate::xor) fn explain_line_loss(step: usize) -> String {
    format!("The loss of the line {}.", after(step))
}

pub(in crate::xor) fn explain_step(step: usize, is_squared: bool) -> String {
    let law = if is_squared {
        " The four points cancel in the gradient, which is twice the weights."
    } else {
        ""
    };
    format!("The weights of the line {}.{law}", after(step))
}
