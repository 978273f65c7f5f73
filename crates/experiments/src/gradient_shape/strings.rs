//! Every word of this experiment.

pub(super) const TITLE: &str = "Gradient shape through a nonlinearity";
pub(super) const QUESTION: &str = "How much of a gradient does tanh let through?";
pub(super) const LEAD: &str =
    "tanh passes a gradient back only where it is steep, and it is steep only near zero.";

pub(super) const DEMONSTRATES: &str = "which inputs of a nonlinearity receive gradient";

pub(super) const PREDICTION: &str = "How far from 0 is the slope of tanh half of its maximum?";
pub(super) const PREDICTION_LABEL: &str = "Distance from 0";

pub(super) fn verdict(answer: &str, truth: &str, distance: &str) -> String {
    format!("You said {answer}. The slope is one half at {truth}: you were {distance} away.")
}

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

pub(super) const PROSE: &str = r"
The blue curve is $\tanh(x)$. It takes any input and squeezes it into the range from −1 to 1: steep in the middle, almost flat far out. The seven points are seven inputs that go through the same $\tanh$ side by side; together they are called a *population*.

Now ask the question that learning asks: if you move an input a little, how far does the result move? The answer is the *gradient* of that input. To have one result, add the seven outputs up. Each input then has exactly one way to change the sum, through its own point on the curve, and so its gradient is the slope of the curve at that point:

$$\frac{\partial}{\partial x_i} \sum_j \tanh(x_j) = 1 - \tanh^2(x_i)$$

On the left stands the change of the sum for a small change of input number $i$; on the right, the slope of $\tanh$ there.

At 0 the slope is {{gradient_at_0}}: the sum moves as far as the input. At 0.5 it is still {{gradient_at_half}}. At 3 only {{gradient_at_3}} is left, and at 6 it is {{gradient_at_6}}, about {{times_smaller_at_6}} times less than in the middle. The input at 6 is not wrong. It stands where the curve is flat: moving it changes almost nothing. One says that the $\tanh$ is *saturated* there, and that the gradient *vanishes*. In a network the input of a $\tanh$ comes from weights, and weights learn by their gradients: behind a saturated $\tanh$ they hardly learn.

Move the slider, or drag a point. The input scale $s$ multiplies all seven inputs, and the outer points slide down from the plateaus towards the middle. At $s = 0.1$ the inputs −6 and 6 stand at −0.6 and 0.6 and have a gradient of {{gradient_at_6_scaled_to_a_tenth}}. This is one reason why inputs are normalised, brought to a common size of about 1, before they enter a network. Smaller is not better without end: at $s = 0$ every gradient is 1, but all inputs are the same and nothing can tell them apart.
";

pub(super) const NOTICE: &str = r"
- **Large gradients** belong to inputs near 0, where $\tanh$ is steep: {{gradient_at_0}} at 0 itself, {{gradient_at_half}} at −0.5 and 0.5.
- **Vanishing gradients** belong to inputs far from 0, on either side, where $\tanh$ is flat: {{gradient_at_3}} at −3 and 3, {{gradient_at_6}} at −6 and 6. They are small but not 0: what lies before them still learns, very slowly.
- **Symmetry**: $x$ and $-x$ receive the same gradient, to the last digit. The sign of an input decides where the output goes; only its size decides how much gradient comes back.
";

pub(super) const SHEET: &str = r"
";
