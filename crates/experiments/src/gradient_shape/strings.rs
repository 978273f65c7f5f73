//! Every word of this experiment.

use crate::Words;
use crate::activation::Activation;
use crate::phrases::times_as_far;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Gradient shape through a nonlinearity";
const QUESTION: &str = "How much of a gradient does tanh let through?";
const LEAD: &str =
    "tanh passes a gradient back only where it is steep, and it is steep only near zero.";

const DEMONSTRATES: &str = "Local derivative shapes learning signal";

pub(super) const PREDICTION: &str = "How far from 0 is the slope of tanh half of its maximum?";
pub(super) const PREDICTION_LABEL: &str = "Distance from 0";

pub(super) fn verdict(answer: &str, truth: &str, distance: &str) -> String {
    format!("You said {answer}. The slope is one half at {truth}: you were {distance} away.")
}

pub(super) const SCALE_LABEL: &str = "Input scale";
pub(super) const ACTIVATION_LABEL: &str = "Activation";
pub(super) const AXIS_LABEL: &str = "Gradient axis";
pub(super) const LINEAR: &str = "linear";
pub(super) const LOG: &str = "log₁₀";
pub(super) const MEMBER_LABELS: [&str; 7] = [
    "Input 1", "Input 2", "Input 3", "Input 4", "Input 5", "Input 6", "Input 7",
];

pub(super) fn scale_spoken(value: &str) -> String {
    format!("inputs multiplied by {value}")
}

/// The claim of the figure, which depends on the activation.
pub(super) fn figure_title(activation: Activation) -> &'static str {
    match activation {
        Activation::Tanh => "tanh lets a gradient through only near zero",
        Activation::Sigmoid => "sigmoid lets through a quarter of a gradient at most",
        Activation::Relu => "relu lets a gradient through whole, or not at all",
        Activation::Softplus => "softplus closes to the left and opens to the right, smoothly",
        Activation::Gelu => "gelu turns small gradients round on its left side",
        Activation::Silu => "silu turns small gradients round on its left side",
        Activation::Sin => "sin lets gradients through again and again, with both signs",
    }
}

pub(super) fn subtitle(formula: &str) -> String {
    format!("{formula}: its slope at seven inputs, and the gradient that each input receives")
}

pub(super) const FIGURE_CAPTION: &str = "Each blue point is one input on the curve. The short \
    orange line through it is its tangent, as steep as the curve is there. The bar of the same \
    input shows that steepness as a number: its gradient.";

pub(super) fn curve_panel(name: &str) -> String {
    format!("Seven inputs on {name}")
}

/// What stands at a height of the curve's panel: its landmarks lie on the slope.
pub(super) fn height_axis(name: &str) -> String {
    [name, " or its slope"].concat()
}

pub(super) fn log_panel(name: &str) -> String {
    format!("The size of the slope of {name}")
}

pub(super) const GRADIENT_PANEL: &str = "The gradient of each input";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const GRADIENT_AXIS: &str = "gradient";
pub(super) const SLOPE: &str = "its slope";
pub(super) const SLOPE_SIZE: &str = "size of the slope";
pub(super) const TAIL: &str = "4e^(−2|x|)";
pub(super) const TANGENTS: &str = "tangents";
pub(super) const PREDICTED: &str = "your prediction";
pub(super) const TRUTH: &str = "where the slope is one half";

/// The landmarks of tanh, from the middle outwards.
pub(super) const LANDMARKS: [&str; 3] = [
    "steepest fall of the slope",
    "half of the slope",
    "one per cent of the slope",
];
pub(super) const LANDMARK_FORMULAS: [&str; 3] = ["artanh(1/√3)", "acosh(√2)", "acosh(10)"];
pub(super) const EXPLAIN_LANDMARKS: [&str; 3] = [
    "Here the slope of tanh falls most steeply: moving the input changes its gradient most.",
    "Here the slope of tanh is half of its maximum.",
    "From here on outwards less than one per cent of the gradient is left.",
];
pub(super) const EXPLAIN_PREDICTED: &str =
    "This is where you say the slope is half of its maximum.";
pub(super) const EXPLAIN_TRUTH: &str = "Here the slope of tanh is half of its maximum, which is 1.";

/// A member of the population by its number, counted from 1, and its value.
pub(super) fn member(number: usize, input: &str) -> String {
    format!("input {number}, x = {input}")
}

pub(super) fn explain_value(
    name: &str,
    number: usize,
    input: &str,
    value: &str,
    slope: &str,
) -> String {
    format!(
        "Input {number}: {name} takes {input} to {value}. The slope of the curve there is {slope}, \
         and that is the gradient which this input receives."
    )
}

pub(super) fn explain_gradient(number: usize, input: &str, gradient: &str) -> String {
    format!(
        "The gradient of input {number}: move it a little away from {input}, and the sum of the \
         seven outputs moves {}.",
        times_as_far(gradient)
    )
}

pub(super) const DIGITS_TITLE: &str = "Subtracting nearly equal numbers eats the digits of a slope";
pub(super) const DIGITS_SUBTITLE: &str = "The error of 1 − y² far from zero, and the error of a \
    finite difference against its step";
pub(super) const DIGITS_CAPTION: &str = "First panel: tanh is so close to 1 that 1 − y² keeps fewer and \
    fewer correct digits. Second panel: a large step misses the bend, a tiny one drowns in rounding; \
    dashed: theory.";
pub(super) const TAILS_PANEL: &str = "The slope as 1 − y²";
pub(super) const DIFFERENCES_PANEL: &str = "The slope as a finite difference at x = 0.5";
pub(super) const DISTANCE_AXIS: &str = "distance from 0,";
pub(super) const RELATIVE_ERROR: &str = "relative error";
pub(super) const STEP_AXIS: &str = "step";
pub(super) const ERROR_AXIS: &str = "error";
pub(super) const TAIL_ERROR: &str = "error of 1 − y² relative to sech²(x)";
pub(super) const ALL_LOST: &str = "every digit lost";
pub(super) const DIFFERENCE_ERROR: &str = "error of the finite difference";
pub(super) const TRUNCATION: &str = "truncation, h²·|tanh‴(x)|/6";
pub(super) const TRUNCATION_SHORT: &str = "truncation";
pub(super) const ROUNDING: &str = "rounding, ε·tanh(x)/2h";
pub(super) const ROUNDING_SHORT: &str = "rounding";

pub(super) fn at_distance(distance: &str) -> String {
    format!("|x| = {distance}")
}

pub(super) fn at_step(step: &str) -> String {
    format!("h = {step}")
}

pub(super) fn explain_tail(distance: &str, error: &str) -> String {
    format!(
        "At {distance} from 0 the slope computed as 1 − y² is off by {error} of itself, because y \
         is so close to 1."
    )
}

pub(super) fn explain_difference(step: &str, error: &str) -> String {
    format!(
        "With the step {step} the finite difference is off by {error}: the curve bends away over a \
         large step, and over a tiny one the two outputs differ in their last digits alone."
    )
}

const PROSE: &str = r"
The blue curve is $\tanh(x)$. It takes any input and squeezes it into the range from −1 to 1: steep in the middle, almost flat far out. The seven points are seven inputs that go through the same $\tanh$ side by side; together they are called a *population*.

Now ask the question that learning asks: if you move an input a little, how far does the result move? The answer is the *gradient* of that input. To have one result, add the seven outputs up. Each input then has exactly one way to change the sum, through its own point on the curve, and so its gradient is the slope of the curve at that point:

$$\frac{\partial}{\partial x_i} \sum_j \tanh(x_j) = 1 - \tanh^2(x_i)$$

At 0 the slope is {{gradient_at_0}}: the sum moves as far as the input. At 0.5 it is still {{gradient_at_half}}. At 3 only {{gradient_at_3}} is left, and at 6 it is {{gradient_at_6}}, about {{times_smaller_at_6}} times less than in the middle. There the curve is flat: moving the input changes almost nothing. One says that the $\tanh$ is *saturated* there, and that the gradient *vanishes*. A network bends sums with such a curve, its *activation*. The numbers in a sum are multiplied by *weights*, which learn by their gradients: behind a saturated $\tanh$ they hardly learn.

Small marks show three places on the slope. At {{steepest_fall}} from 0 the slope falls most steeply, at {{half_slope}} half of it is left, at {{hundredth_slope}} one per cent. Further out it falls as $4e^{-2|x|}$: each step of 1 outwards divides it by {{factor_per_unit}}. On a logarithmic gradient axis, which stands behind 'more', that tail is a straight line.

Move the slider, or drag a point along the curve. The input scale $s$ = {{=scale}} multiplies all seven inputs: make it smaller and the outer points slide down from the plateaus towards the middle. At $s = 0.1$ the inputs −6 and 6 stand at −0.6 and 0.6 and have a gradient of {{gradient_at_6_scaled_to_a_tenth}}. This is one reason why inputs are normalised, brought to a common size of about 1, before they enter a network. At $s = 0$ every gradient is 1, but nothing can tell the inputs apart.

Other activations let gradients through elsewhere: sigmoid never more than {{sigmoid_at_0}}, relu all or nothing, sin with both signs. Choose one: its formula stands over the figure, and its slope takes the place of $1 - \tanh^2$.

The second figure is about digits. A computer keeps about sixteen of them. Far out $y = \tanh(x)$ is so close to 1 that $1 - y^2$ has few left: at 6 it is wrong by {{tail_error_at_6}} of itself, and from {{first_zero}} on it is exactly 0 although the true slope, $\operatorname{sech}^2(x)$, is not. Measuring the slope by moving the input, $(\tanh(x+h) - \tanh(x-h))/2h$, loses digits too. The error of a large step $h$ grows as $h^2$, a tiny one divides the rounding of the last digit by $h$. At $x = 0.5$ the two are smallest together near $h$ = {{best_step}}. Automatic differentiation takes no step at all: it computes the slope by a formula.
";

const NOTICE: &str = r"
- **Large gradients** belong to inputs near 0, where $\tanh$ is steep: {{gradient_at_0}} at 0 itself, {{gradient_at_half}} at −0.5 and 0.5.
- **Vanishing gradients** belong to inputs far from 0, on either side, where $\tanh$ is flat: {{gradient_at_3}} at −3 and 3, {{gradient_at_6}} at −6 and 6. They are small but not 0: what lies before them still learns, very slowly.
- **Symmetry**: $x$ and $-x$ receive the same gradient, to the last digit. The sign of an input decides where the output goes; only its size decides how much gradient comes back.
";

const SHEET: &str = r"
## Goal

Students say where $\tanh$ lets a gradient through and where it does not, and why: the gradient of an input is the slope of the curve at that input.

## Usual misconception

'A large output means a large gradient.' It is the other way round: the output is largest where the curve is flat, and there the gradient is smallest. A second one: 'A vanished gradient is 0.' At 6 it is {{gradient_at_6}}, small but not 0.

## Script for five minutes

1. Show the figure and ask only for the prediction: how far from 0 is the slope half of its maximum? Collect answers, then reveal {{half_slope}}.
2. Point at the bar of the input 6, then at the bar of 0. Ask which weight would learn faster behind each.
3. Move the input scale from 1 to 0.1 slowly. Ask the class to say what happens to the outer bars before you move.
4. Drag one point from 3 to 0 along the curve and watch its tangent.
5. Switch to relu. Ask what an input at −3 learns, and whether it can ever come back.

## Three predictions

1. *Which input has the largest gradient?* The one at 0. Wrong answer to expect: the one at 6, since its output is largest.
2. *The inputs −3 and 3: do their gradients differ in sign?* No, both are {{gradient_at_3}}. Wrong answer to expect: yes, because the outputs do.
3. *Halve the input scale: does the gradient at 6 double?* It grows to {{gradient_at_3}}, {{times_larger_at_half_scale}} times as much. Wrong answer to expect: it doubles, as if the slope were proportional to the input.

## Transfer

The logistic sigmoid is $\frac{1}{2}(1 + \tanh(x/2))$. Without computing a derivative anew, say what its largest slope is and how far from 0 it has fallen to half. Check with the activation control. (A quarter, at 0; the distance is twice that of $\tanh$, {{sigmoid_half_slope}}.)
";
