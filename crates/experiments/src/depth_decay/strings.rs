//! Every word of this experiment.

use popgrad_figures::number::{short, with_digits};

use super::compute::{Course, Setting};
use crate::Explanation;
use crate::Words;
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

const TITLE: &str = "Depth-induced gradient decay";
const QUESTION: &str = "What is left of a gradient after many layers?";
const LEAD: &str = "Going back through a chain of tanh layers, a gradient is multiplied by one factor for each \
    layer, and with a weight of 1 no factor is larger than 1.";

const DEMONSTRATES: &str = "Depth causes gradient decay";

pub(super) const PREDICTION: &str =
    "After eight tanh layers from 0.5, what part of the gradient is left?";
pub(super) const PREDICTION_LABEL: &str = "Part that is left";
pub(super) const PREDICTION_NAME: &str = "your prediction";

pub(super) fn verdict(setting: &Setting, left: f64, answer: f64) -> String {
    let Setting { layers, inputs, .. } = setting;
    let (input, left_text, answer_text) = (short(inputs[0]), percent(left), percent(answer));
    let layers = layers_spoken(*layers as f64);
    let distance = short(100.0 * (left - answer).abs());
    format!(
        "After {layers} from {input}, {left_text} of the gradient is left. You said {answer_text}: \
         {distance} percentage points away."
    )
}

/// A part of 1 in percent.
pub(super) fn percent(part: f64) -> String {
    format!("{}\u{a0}%", short(100.0 * part))
}

pub(super) const LAYERS_LABEL: &str = "Layers";
pub(super) const WEIGHT_LABEL: &str = "Weight of every layer";
pub(super) const FIRST_LABEL: &str = "First input";
pub(super) const SECOND_LABEL: &str = "Second input";
pub(super) const AXIS_LABEL: &str = "Axis of the gradient";
pub(super) const LINEAR: &str = "linear";
pub(super) const LOG: &str = "log₁₀";

pub(super) fn layers_spoken(layers: f64) -> String {
    if layers == 1.0 {
        "1 layer".to_owned()
    } else {
        format!("{} layers", short(layers))
    }
}

/// What the layers do to the gradients of both inputs.
pub(super) fn layers_title(course: Course) -> &'static str {
    match course {
        Course::Saturated => {
            "Every tanh layer shrinks the gradient, and one saturated layer all but ends it"
        }
        Course::Shrinking => "Every tanh layer shrinks the gradient",
        Course::Whole => "A tanh layer never enlarges the gradient, and at 0 it passes it whole",
        Course::Growing => "With w above 1 a layer enlarges the gradient where its value is small",
    }
}

pub(super) const LAYERS_SUBTITLE: &str = "the gradient of the last layer's output for the value of \
    each layer, from two inputs x";
pub(super) const LAYERS_CAPTION: &str = "Read each panel from right to left, the way the gradient \
    goes: it starts as 1 at the last layer and is multiplied by one local derivative at every step. \
    Point at a bar to see its product written out.";

pub(super) fn layers_panel(input: &str, left: f64) -> String {
    if left.is_infinite() {
        format!("From x = {input}: overflows to ∞")
    } else if left == 0.0 {
        format!("From x = {input}: exactly 0 is left")
    } else {
        format!("From x = {input}: {} is left", percent(left))
    }
}

pub(super) fn hidden_panel(input: &str) -> String {
    format!("From x = {input}: how much is left?")
}

pub(super) const LAYER_AXIS: &str = "layer";
pub(super) const GRADIENT_AXIS: &str = "gradient";

/// The input is layer 0.
pub(super) fn layer_tick(layer: usize) -> String {
    if layer == 0 {
        "x".to_owned()
    } else {
        short(layer as f64)
    }
}

fn place(layer: usize) -> String {
    if layer == 0 {
        "the input x".to_owned()
    } else {
        format!("layer {layer}")
    }
}

pub(super) fn gradient_name(layer: usize, input: &str) -> String {
    format!("gradient at {}, from x = {input}", place(layer))
}

pub(super) fn explain_gradient(layer: usize, layers: usize, gradient: &str) -> String {
    if layer == layers {
        return "The gradient of the last layer's value for itself: every backward pass starts with 1."
            .to_owned();
    }
    format!(
        "Move the value of {} a little, and the output of layer {layers} moves {}. \
         The factors are the local derivatives of the layers between, the last one first.",
        place(layer),
        times_as_far(gradient)
    )
}

/// `∂y₈/∂y₃ = product = gradient`.
pub(super) fn product(layers: usize, layer: usize, product: &str, gradient: &str) -> String {
    let of = format!("y{}", subscript(layers));
    let with_respect_to = if layer == 0 {
        "x".to_owned()
    } else {
        format!("y{}", subscript(layer))
    };
    if product == gradient {
        return format!("∂{of}/∂{with_respect_to} = {gradient}");
    }
    format!("∂{of}/∂{with_respect_to} = {product} = {gradient}")
}

pub(super) fn underflow(layer: usize, smallest: &str) -> String {
    format!(
        " The product became smaller than {smallest}, the smallest positive number of 64 bits, at {}: from there \
         on it is exactly 0.",
        place(layer)
    )
}

pub(super) fn overflow(layer: usize, largest: &str) -> String {
    format!(
        " The product passed {largest}, the largest number of 64 bits, at {}: from there on it is infinite.",
        place(layer)
    )
}

pub(super) fn explain_prediction(answer: &str) -> Explanation {
    Explanation {
        words: "Your prediction: the part of the gradient that reaches the input x.".to_owned(),
        formula: format!("gradient at x = {answer} of 1"),
    }
}

/// What the values of the last layer tell of the inputs.
pub(super) fn map_title(setting: &Setting, last: [f64; 2]) -> &'static str {
    let apart = |pair: [f64; 2]| (pair[0] - pair[1]).abs();
    if apart(last) < 0.1 * apart(setting.inputs) {
        "A deep chain forgets where it began"
    } else if setting.weight > 1.0 && setting.inputs[0] * setting.inputs[1] < 0.0 {
        "With w above 1 a deep chain remembers only on which side of 0 it began"
    } else if apart(setting.inputs) == 0.0 {
        "Equal inputs stay equal"
    } else {
        "The last layer still tells the two inputs apart"
    }
}

pub(super) const MAP_SUBTITLE: &str =
    "the value after a layer against the value before it, and the value of each layer";
pub(super) const MAP_CAPTION: &str = "First panel: go from an input to the curve, across to the \
    diagonal, to the curve again: each corner on the curve is one layer. An input beyond the edge enters at the side. Squares mark fixed points, which a \
    layer does not change. Second panel: the same values in a row; drag the two inputs at layer 0.";
pub(super) const COBWEB_PANEL: &str = "Layer by layer to a fixed point";
pub(super) const VALUES_PANEL: &str = "Two inputs become one value";
pub(super) const BEFORE_AXIS: &str = "value before a layer";
pub(super) const AFTER_AXIS: &str = "value after it";
pub(super) const VALUE_AXIS: &str = "value";
pub(super) const MAP_CURVE: &str = "tanh(w·y)";
pub(super) const DIAGONAL: &str = "unchanged";

pub(super) fn from(input: &str) -> String {
    format!("from {input}")
}

pub(super) fn input(input: &str) -> String {
    format!("x = {input}")
}

pub(super) fn staircase(from: &str) -> String {
    format!("staircase {from}")
}

pub(super) fn values(input: &str) -> String {
    format!("values of {input}")
}

pub(super) fn fixed_name(at: &str) -> String {
    format!("fixed point at {at}")
}

pub(super) fn value_name(layer: usize, input: &str) -> String {
    if layer == 0 {
        format!("input x = {input}")
    } else {
        format!("value of layer {layer}, from x = {input}")
    }
}

pub(super) fn explain_fixed(weight: f64, fixed: f64, slope: f64) -> Explanation {
    let (w, y, slope_text) = (short(weight), short(fixed), short(slope));
    let fate = if slope < 1.0 {
        "values near it come closer with every layer"
    } else if slope > 1.0 {
        "values near it move away with every layer"
    } else {
        "the slope is exactly 1, so values come closer ever more slowly"
    };
    Explanation {
        words: format!(
            "A fixed point, by theory: a layer takes {y} to itself. The slope there is {slope_text}: {fate}."
        ),
        formula: format!(
            "tanh({w} × {y}) = {y}, slope {w} × (1 − {}²) = {slope_text}",
            bracketed(&y)
        ),
    }
}

pub(super) fn explain_input(id: &str, value: f64) -> Explanation {
    Explanation {
        words: format!("The {id} input. Drag it, and every layer follows."),
        formula: format!("x = {}", short(value)),
    }
}

pub(super) fn explain_value(layer: usize, weight: f64, before: f64, after: f64) -> Explanation {
    let (w, x, y) = (short(weight), with_digits(before, 4), with_digits(after, 4));
    Explanation {
        words: format!("Layer {layer} takes {x} to {y}."),
        formula: format!(
            "y{} = tanh({w} × {}) = {y}",
            subscript(layer),
            bracketed(&x)
        ),
    }
}

/// How the gradient falls at this weight.
pub(super) fn depth_title(weight: f64) -> String {
    if weight == 1.0 {
        "At w = 1 the gradient follows a power of the depth, at any other weight an exponential"
            .to_owned()
    } else {
        format!(
            "At w = {} the gradient follows an exponential of the depth, not a power",
            short(weight)
        )
    }
}

pub(super) const DEPTH_SUBTITLE: &str = "the gradient that reaches the input against the number of \
    layers, and the local derivative of each layer";
pub(super) const DEPTH_CAPTION: &str = "With two logarithmic axes a power is a straight line and an \
    exponential bends down ever more steeply. The dashed line is theory, drawn through the deepest measurement. \
    Second panel: why. Where the local derivative settles below 1, each further layer takes the same part away; at w = 1 it creeps \
    towards 1. A triangle stands for a point beyond the edge.";
pub(super) const DEPTH_PANEL: &str = "What reaches the input";
pub(super) const FACTOR_PANEL: &str = "What one layer lets through";
pub(super) const DEPTH_AXIS: &str = "number of layers L";
pub(super) const INPUT_GRADIENT_AXIS: &str = "gradient at x";
pub(super) const FACTOR_AXIS: &str = "local derivative";
pub(super) const POWER_LAW: &str = "theory: power −3/2";

pub(super) fn exponential(rate: &str) -> String {
    format!("theory: × {rate} per layer")
}

pub(super) fn limit(rate: &str) -> String {
    format!("tends to {rate}")
}

pub(super) fn slope_label(input: &str, slope: &str) -> String {
    format!("from {input}: power {slope}")
}

pub(super) fn slopes_label(first: &str, second: &str) -> String {
    format!("powers {first} and {second}")
}

/// What an exponential is multiplied by at the present depth.
pub(super) fn factor_label(input: &str, factor: &str) -> String {
    format!("from {input}: × {factor} per layer")
}

pub(super) fn factors_label(first: &str, second: &str) -> String {
    if first == second {
        format!("× {first} per layer")
    } else {
        format!("× {first} and × {second}")
    }
}

pub(super) fn depth_name(layers: usize, input: &str) -> String {
    format!(
        "gradient at x = {input} after {}",
        layers_spoken(layers as f64)
    )
}

pub(super) fn factor_name(layer: usize, input: &str) -> String {
    format!("local derivative of layer {layer}, from x = {input}")
}

pub(super) fn explain_fall(layers: usize, input: f64, gradient: f64, slope: f64) -> Explanation {
    let layers = layers_spoken(layers as f64);
    let (input, gradient, slope) = (short(input), short(gradient), short(slope));
    Explanation {
        words: format!(
            "After {layers}, {gradient} of the gradient reaches x = {input}. Around this depth it falls like the \
             power {slope} of the depth: twice the layers leave about 2 to the power {slope} of it."
        ),
        formula: format!("Δ ln(gradient) / Δ ln L = {slope}"),
    }
}

pub(super) fn explain_factor(layer: usize, weight: f64, value: f64, factor: f64) -> Explanation {
    let (w, factor) = (short(weight), with_digits(factor, 4));
    let value = with_digits(value, 6);
    Explanation {
        words: format!(
            "Layer {layer} multiplies the gradient that passes back through it by {factor}."
        ),
        formula: format!("w(1 − y²) = {w} × (1 − {}²) = {factor}", bracketed(&value)),
    }
}

/// A negative number in brackets, so that it can be squared or multiplied.
fn bracketed(text: &str) -> String {
    if text.starts_with('−') {
        format!("({text})")
    } else {
        text.to_owned()
    }
}

/// A whole number in subscript digits.
fn subscript(number: usize) -> String {
    let digits = number.to_string();
    let low = |digit: char| char::from_u32(0x2080 + u32::from(digit) - u32::from('0'));
    digits.chars().filter_map(low).collect()
}

const PROSE: &str = r"
A deep network is a chain of *layers*: the output of one is the input of the next. Take the simplest chain there is, the same $\tanh$ again and again:

$$y_0 = x, \quad y_k = \tanh(w \, y_{k-1})$$

The weight $w$ is 1 for now. The output is $y_L$ after $L$ layers. If you move $x$ a little, how far does $y_L$ move? The chain rule answers with a product. Every layer has a *local derivative*, $w(1 - y_k^2)$, and the gradient at $x$ is all of them multiplied:

$$\frac{\partial y_L}{\partial x} = \prod_{k=1}^{L} w \, (1 - y_k^2)$$

From 0.5 the first layer passes {{first_factor}} of the gradient and the eighth {{last_factor}}. None of the eight is small, but together, the last layer first, they leave {{left}}:

{{product}}

From 4.5 only {{left_saturated}} is left. The first layer, where $\tanh$ is *saturated* (flat), passes {{saturated_factor}}, and the seven others together {{seven_later}}. After the first layer no value is larger than 1, and the smallest later factor is {{weakest_later_factor}}. One saturated layer costs more than seven that are not.

The second figure shows where the values go. The inputs start {{apart_at_the_input}} apart; after eight layers their values differ by {{apart_after_8}}. A *fixed point* is a value that a layer does not change, and both staircases lead to the one at 0. Forgetting and vanishing are the same thing.

How fast does it vanish? It depends on the slope at the fixed point. Move the weight $w$ = {{=weight}} and the number of layers $L$ = {{=layers}}.

- At $w = 1$ the slope at 0 is exactly 1. The values creep towards 0, each layer takes less than the one before, and the gradient falls as a *power* of the depth: about like $L^{-0.7}$ around six layers ({{slope_at_6}}), like $L^{-1.4}$ around seventy ({{slope_at_70}}), and ever closer to $L^{-3/2}$ ({{slope_at_1000}} at a thousand, where {{left_after_1000}} is left).
- Below 1 the slope at 0 is $w$: in the end every layer takes the same part, and the fall is *exponential*. At $w = 0.5$ a thousand layers multiply the gradient by about {{half_after_1000}}.
- Above 1 there are two more fixed points, $\pm y^*$, and the values settle on one of them. The rate is $w(1 - y^{*2})$, which is below 1 again: at $w = 2$ the values settle at {{fixed_at_2}} and every layer passes {{rate_at_2}}. A larger weight makes the fall faster, not slower.

Only an input of exactly 0 stays at 0, with the factor $w$ at every layer. Try it with $w = 3$ and 1000 layers: the gradient leaves the range of numbers and becomes infinite.
";

const NOTICE: &str = r"
- **Gradients shrink with depth** because each layer multiplies its local derivative into the chain: {{left}} is left of the gradient after eight layers from 0.5, {{left_saturated}} from 4.5.
- **One saturated layer is enough.** From 4.5 it is the first layer alone that is saturated and passes {{saturated_factor}}; the next value is already inside the range from −1 to 1, where $\tanh$ has a slope of at least {{weakest_later_factor}}. The loss is sudden, not spread over many layers.
- **The fall need not be exponential.** At $w = 1$ it is a power of the depth that tends to $L^{-3/2}$; for any other weight it is exponential in the end.
";

const SHEET: &str = r"
## Goal

Students explain a vanishing gradient as a product of local derivatives, and tell a power of the depth from an exponential.

## Usual misconception

Gradients vanish exponentially because every deep $\tanh$ layer is saturated. Here no layer after the first is saturated, and at $w = 1$ the fall is a power.

## Script for five minutes

1. Ask the prediction before anything is touched. Collect answers, then reveal: {{left}}.
2. Read the first panel from right to left. Point at the bar of x: the product is written out.
3. Look at the second panel. Which layer did it? Point at layer 1 and at x: one step, from {{seven_later}} down.
4. Third figure: drag the depth to 70, then to 1000. The line of the first input becomes straight: a power.
5. Set the weight to 0.9, then to 1.5. Both bend down. Ask why a larger weight does not help.

## Three predictions

1. *From 4.5, which layers take most?* Expected wrong answer: all equally. The first layer alone.
2. *Twice the layers, at $w = 1$: what happens to the gradient?* Expected wrong answer: it is squared. In the deep part it falls to about a third ($2^{-3/2}$ is 0.35).
3. *Weight 2 instead of 1: more or less gradient?* Expected wrong answer: more, because the weight multiplies. Less: values settle at {{fixed_at_2}}, where every layer passes {{rate_at_2}}.

## Transfer

Replace $\tanh$ by $y \mapsto y + 0.1 \tanh(y)$, a residual layer. Which local derivatives are possible now? Between 1 and 1.1: the gradient cannot vanish, but it can grow.
";
