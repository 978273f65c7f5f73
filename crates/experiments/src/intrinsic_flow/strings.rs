//! Every word of this experiment.

use crate::Words;
use crate::activation::Activation;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Gradient flow without updates";
const QUESTION: &str = "How sensitive is an activation before anything is learned?";
const LEAD: &str =
    "An activation decides which inputs can be heard before a single weight has moved.";
const DEMONSTRATES: &str = "Learning signals exist without learning";

pub(super) const PREDICTION: &str =
    "tanh receives the five inputs −3, −1, 0, 1 and 3. Which of them have equal gradients?";
pub(super) const PREDICTION_LABEL: &str = "Equal gradients";
pub(super) const ANSWERS: [&str; 4] = [
    "none: each differs",
    "−3 and 3, and −1 and 1",
    "only −3 and 3, which are 0",
    "all five",
];

pub(super) fn verdict(is_right: bool, at_1: &str, at_3: &str) -> String {
    let start = if is_right { "Yes." } else { "Not so." };
    format!(
        "{start} −1 and 1 both have the gradient {at_1}, −3 and 3 both have {at_3}, which is small \
         but not 0, and the input 0 stands alone with 1. They are equal to the last digit."
    )
}

pub(super) const SPREAD_LABEL: &str = "Spread of the population";
pub(super) const ACTIVATION_LABEL: &str = "Activation";
pub(super) const MEAN_LABEL: &str = "Mean of the population";
pub(super) const COMPARE_LABEL: &str = "Show every activation";
pub(super) const WEIGHT_LABELS: [&str; 2] = ["First weight", "Second weight"];
pub(super) const SEED_LABEL: &str = "Seed of the population";
pub(super) const PROBE_LABELS: [&str; 5] = ["Probe 1", "Probe 2", "Probe 3", "Probe 4", "Probe 5"];

/// The claim of the first figure, which depends on the activation.
pub(super) fn title(activation: Activation) -> &'static str {
    match activation {
        Activation::Tanh => "tanh hears inputs near zero and hardly any other",
        Activation::Sigmoid => "sigmoid hears inputs near zero, a quarter as loud as they are",
        Activation::Relu => "relu hears every positive input in full and no other",
        Activation::Softplus => "softplus hears more the larger its input is",
        Activation::Gelu => "gelu hears positive inputs, and some negative ones reversed",
        Activation::Silu => "silu hears positive inputs, and some negative ones reversed",
        Activation::Sin => "sin hears inputs again and again, every other time reversed",
    }
}

pub(super) fn subtitle(name: &str) -> String {
    format!("The slope of {name} at every input, with five probes on it")
}

pub(super) const CAPTION: &str = "The curve is the gradient that an input at this place would \
    receive. Five probes measure it one by one; the strip shows the same curve as colour.";
pub(super) const GRADIENT_PANEL: &str = "What the probes measure";
pub(super) const STRIP_PANEL: &str = "The same as colour";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const SLOPE_AXIS: &str = "gradient";
pub(super) const STEMS: &str = "gradient at each probe";

pub(super) fn profile_panel(name: &str) -> String {
    format!("Sensitivity of {name}")
}

pub(super) fn profile_curve(name: &str) -> String {
    format!("slope of {name}")
}

/// A probe by its number, counted from 1, and its input.
pub(super) fn probe(number: usize, input: &str) -> String {
    format!("probe {number}, x = {input}")
}

pub(super) fn explain_hidden(number: usize) -> String {
    format!("Probe {number}. Its gradient appears once you have answered.")
}

pub(super) fn explain_probe(name: &str, number: usize, input: &str, slope: &str) -> String {
    format!(
        "Probe {number}: move the input a little away from {input}, and {name} moves {slope} times \
         as far. No weight has been changed to find this."
    )
}

/// The claim of the second figure.
pub(super) fn population_title(activation: Activation) -> &'static str {
    match activation {
        Activation::Tanh | Activation::Sigmoid => {
            "A population that is spread too wide hears little"
        }
        Activation::Sin => "A population that is spread wide hears both signs, and they cancel",
        _ => "How much a population hears depends on where it lies",
    }
}

pub(super) const POPULATION_SUBTITLE: &str =
    "Inputs drawn from N(μ, σ²) over the profile, and their mean gradient against σ";
pub(super) const POPULATION_CAPTION: &str = "First panel: the blue hill shows where the inputs lie, each \
    thin line the gradient that one of sixty members receives. Second panel: E[·] is the mean over \
    all of N(μ, σ²), the dot that of the sixty. Drag a point to change the spread.";
pub(super) const DENSITY_PANEL: &str = "A population on the profile";
pub(super) const SPREAD_PANEL: &str = "Its mean gradient";
pub(super) const DENSITY: &str = "where inputs lie (height not to scale)";
pub(super) const MEMBERS: &str = "sixty members";
pub(super) const SPREAD_AXIS: &str = "spread";
pub(super) const PASSED_AXIS: &str = "mean";
pub(super) const MEAN_SLOPE: &str = "E[f′(x)]";
pub(super) const MEAN_SQUARE: &str = "E[f′(x)²]";
pub(super) const MARK_NAMES: [&str; 3] = [
    "expected gradient",
    "expected square of the gradient",
    "mean gradient of the sixty members",
];

/// What one of the three marks of a population is, counted from 0.
pub(super) fn explain_population(mark: usize, mean: &str, spread: &str, value: &str) -> String {
    let what = match mark {
        0 => "receive this gradient on average",
        1 => {
            "receive gradients whose squares have this mean; a signal that passes many layers is \
              multiplied by such a factor in each"
        }
        _ => {
            "have given these sixty members, whose mean gradient differs a little from the expected one"
        }
    };
    format!("Inputs with mean {mean} and spread {spread} {what}: {value}.")
}

pub(super) const FIELD_TITLE: &str =
    "With two inputs the gradient never leaves the line of the weights";
pub(super) const FIELD_CAPTION: &str = "First panel: the output of one unit with two inputs; drag the two \
    round handles to change its weights. Second panel: its gradient. All arrows lie along the \
    weights; they are long only where the slope of the activation is large.";
pub(super) const OUTPUT_PANEL: &str = "The output";
pub(super) const FIELD_PANEL: &str = "Its gradient";
pub(super) const OUTPUT: &str = "colour: output f(w·x)";
pub(super) const LENGTH: &str = "colour: its length";
pub(super) const HANDLES: [&str; 2] = ["w₁", "w₂"];
pub(super) const ARROWS: &str = "gradient for both inputs";

pub(super) fn field_subtitle(name: &str) -> String {
    format!("{name}(w₁x₁ + w₂x₂) over its two inputs, and the gradient for both")
}

pub(super) fn explain_weight(number: usize, weight: &str) -> String {
    format!(
        "Weight number {number} is {weight}. The gradient for the inputs is the slope of the \
         activation, which depends on the place, times the weights, which do not."
    )
}

const PROSE: &str = r"
Nothing is learned in this experiment. It looks at an activation on its own, at every input that it might meet, and asks how much the output would move if the input moved a little. That is the *gradient* again, and it exists before any training begins. Call its pattern over all inputs the *intrinsic gradient flow*: intrinsic, as it belongs to the activation; flow, as it says where signals can pass.

Five probes measure it one input at a time. At 0 the gradient of $\tanh$ is {{at_0}}, at −1 and 1 it is {{at_1}}, at −3 and 3 it is {{at_3}}. The curve joins what a probe would find anywhere in between, $f'(x) = 1 - \tanh^2(x)$.

A layer does not meet one input but many. Suppose that they are drawn from a normal distribution with mean $\mu$ and standard deviation $\sigma$, the *spread*. Then the layer passes back, on average,

$$\mathbb{E}[f'(x)] = \int f'(x)\, p(x)\, dx$$

For $\tanh$ and $\sigma = 1$ this is {{mean_slope}}. With $\sigma = 0.1$ nearly everything passes, {{mean_slope_narrow}}; with $\sigma = 5$ only {{mean_slope_wide}}. Move the spread $\sigma$ = {{=spread}} and watch the hill widen over the flat parts. This is why inputs are normalised before they enter a network: to stand where its activations hear them.

The square matters too. When a gradient runs back through many layers, its squared length is multiplied by a factor that contains $\mathbb{E}[f'(x)^2]$ in each of them. At $\sigma = 1$ this is {{mean_square}}: without weights that make up for it, every layer would lose more than half of the squared length.

With two inputs and two weights the unit computes $f(w \cdot x)$, and its gradient is

$$\nabla f(w \cdot x) = f'(w \cdot x)\, w$$

Its direction is that of the weights; its length is large in a band along the line $w \cdot x = 0$. Larger weights make the gradient longer in the middle and the band narrower.
";

const NOTICE: &str = r"
- **Sensitivity comes before learning.** The gradients of the five inputs are there without a single update.
- **Equal pairs**: $\tanh$ is symmetric, so −3 and 3 receive the same gradient, and −1 and 1 do, to the last digit.
- **Spread decides**: the same activation passes {{mean_slope_narrow}} of the gradient to a narrow population and {{mean_slope_wide}} to a wide one.
- **One direction**: a unit hears its inputs only along its weights. What moves across them changes nothing.
";

const SHEET: &str = r"
## Goal

Students separate two things that are often mixed up: the sensitivity of an activation, which exists at once, and learning, which uses it later. They can say why inputs are normalised.

## Usual misconception

'There are no gradients until training starts.' Gradients are a property of the function and the input; training only multiplies them by a step. A second one: 'Normalising makes the numbers nicer.' It moves inputs to where the activation responds.

## Script for five minutes

1. Ask the prediction question. Let students vote for the four answers, then reveal.
2. Drag one probe from 3 to 0. Ask what a weight in front of it would gain.
3. Move the spread from 0.1 to 5. Ask for the mean gradient at 1 before you pass it ({{mean_slope}}).
4. Switch to relu. Ask why its mean gradient hardly depends on the spread.
5. Turn to the plane. Ask in which direction an input must move to change nothing.

## Three predictions

1. *Which of the five inputs have equal gradients?* The opposite pairs. Wrong answer to expect: none, because the outputs differ; or that those of −3 and 3 are 0.
2. *The spread doubles from 1 to 2: does the mean gradient halve?* It falls from {{mean_slope}} to {{mean_slope_two}}. Wrong answer to expect: exactly half.
3. *Double both weights: does the gradient double everywhere?* It doubles on the line $w \cdot x = 0$ and falls far from it. Wrong answer to expect: it doubles everywhere.

## Transfer

A colleague feeds pixel values from 0 to 255 into tanh units with weights near 1. Predict the mean gradient from the right-hand curve, and give two remedies. (It is practically 0: divide the pixels or shrink the weights, and subtract the mean.)
";
