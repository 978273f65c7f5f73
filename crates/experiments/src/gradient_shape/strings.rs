//! Every word of this experiment outside of its prose.

pub(super) const TITLE: &str = "Gradient shape through a nonlinearity";
pub(super) const QUESTION: &str = "How much of a gradient does tanh let through?";
pub(super) const LEAD: &str =
    "tanh passes a gradient back only where it is steep, and it is steep only near zero.";

pub(super) const SCALE_LABEL: &str = "Input scale";

pub(super) fn scale_spoken(value: &str) -> String {
    format!("inputs multiplied by {value}")
}

pub(super) const FIGURE_TITLE: &str = "tanh lets a gradient through only near zero";
pub(super) const FIGURE_SUBTITLE: &str =
    "tanh and its slope at seven inputs, and the gradient that each input receives";
pub(super) const FIGURE_CAPTION: &str = "Each blue point is one input on the curve of tanh. The \
    orange stem above or below it is as high as the curve is steep there, and the bar of the same \
    input shows that slope again: its gradient.";

pub(super) const CURVE_PANEL: &str = "Seven inputs on tanh";
pub(super) const GRADIENT_PANEL: &str = "The gradient of each input";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const VALUE_AXIS: &str = "tanh(x)";
pub(super) const GRADIENT_AXIS: &str = "gradient";

pub(super) const VALUE_CURVE: &str = "tanh(x)";
pub(super) const SLOPE_CURVE: &str = "its slope";
pub(super) const STEMS: &str = "slope at each input";

/// A member of the population by its number, counted from 1, and its value.
pub(super) fn member(number: usize, input: &str) -> String {
    format!("input {number}, x = {input}")
}

pub(super) fn explain_value(number: usize, input: &str, value: &str, slope: &str) -> String {
    format!(
        "Input {number}: tanh takes {input} to {value}. The slope of the curve there is {slope}, \
         and that is the gradient which this input receives."
    )
}

pub(super) fn explain_gradient(number: usize, input: &str, gradient: &str) -> String {
    format!(
        "The gradient of input {number}: move it a little away from {input}, and the sum of the \
         seven outputs moves {gradient} times as far."
    )
}
