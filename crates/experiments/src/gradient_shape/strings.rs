//! Every word of this experiment outside of its prose.

pub(super) const TITLE: &str = "Gradient shape through a nonlinearity";
pub(super) const QUESTION: &str = "How much of a gradient does tanh let through?";
pub(super) const LEAD: &str =
    "tanh passes a gradient back only where it is steep, and it is steep only near zero.";

pub(super) const SCALE_LABEL: &str = "Input scale";

pub(super) fn scale_spoken(value: &str) -> String {
    format!("inputs multiplied by {value}")
}

pub(super) const FIGURE_TITLE: &str = "tanh lets gradient through only near zero";
pub(super) const FIGURE_SUBTITLE: &str =
    "tanh and its slope at seven inputs, and the gradient that each input receives";
pub(super) const FIGURE_CAPTION: &str = "Each point is one input on the curve. The stem at the \
    point is the slope of the curve there, and the bar with the same input is that slope again: \
    the gradient.";

pub(super) const CURVE_PANEL: &str = "Seven inputs on tanh";
pub(super) const GRADIENT_PANEL: &str = "The gradient of each input";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const VALUE_AXIS: &str = "tanh(x)";
pub(super) const GRADIENT_AXIS: &str = "gradient";

pub(super) const VALUE_CURVE: &str = "tanh(x)";
pub(super) const SLOPE_CURVE: &str = "its slope";
pub(super) const STEMS: &str = "slope at each input";

/// A member by its number, counted from 1, and its input.
pub(super) fn member(number: usize, input: &str) -> String {
    format!("member {number}, x = {input}")
}

pub(super) fn explain_value(number: usize, input: &str, value: &str) -> String {
    format!("Member {number} of the population: tanh takes its input {input} to {value}.")
}

pub(super) fn explain_gradient(number: usize, input: &str, gradient: &str) -> String {
    format!(
        "The gradient of member {number}: move its input {input} a little, and the sum moves \
         {gradient} times as far."
    )
}
