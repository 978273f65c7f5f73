//! Every word of this experiment.

use popgrad_figures::number::short;
use popgrad_figures::{Role, Side};

use super::setting::{Initialisation, Setting};
use crate::Words;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Vanishing and exploding gradients";
const QUESTION: &str = "Which initial weights let a gradient through a deep net?";
const LEAD: &str = "Every layer multiplies the gradient by nearly the same factor, so a little less or more than 1 is \
    enough to lose it.";
const DEMONSTRATES: &str = "The scale of the initial weights decides what deep layers learn from";

pub(super) const PREDICTION: &str = "In a tanh net of 20 layers with the gain 0.8 little of the gradient reaches the first layer. Double the \
    depth: what happens to the first layer’s gradient?";
pub(super) const PREDICTION_LABEL: &str = "With 40 layers";
pub(super) const ANSWERS: [&str; 4] = [
    "it hardly changes",
    "it is divided by √2",
    "it halves",
    "it is about squared",
];
pub(super) const PREDICTED: &str = "your prediction";

pub(super) fn verdict(
    is_right: bool,
    [once, twice, said]: &[String; 3],
    factor: &str,
    apart: &str,
) -> String {
    let start = if is_right { "Yes, about." } else { "Not so." };
    format!(
        "{start} By the theory of very wide nets it falls from {once} to {twice}; your answer means {said}, {apart} times off. Twenty more \
         layers multiply it by {factor} again; it is not exactly squared, because the first layers, whose values are \
         larger, take their extra share only once."
    )
}

pub(super) fn explain_predicted(answer: &str) -> String {
    format!("Your prediction for twice the depth: {answer}.")
}

pub(super) const GAIN_LABEL: &str = "Gain of the weights";
pub(super) const DEPTH_LABEL: &str = "Layers";
pub(super) const WIDTH_LABEL: &str = "Units in each layer";
pub(super) const BIAS_LABEL: &str = "Spread of the biases";
pub(super) const ACTIVATION_LABEL: &str = "Activation";
pub(super) const LINEAR: &str = "none (a linear net)";
pub(super) const INITIALISATION_LABEL: &str = "Initialisation";
pub(super) const INITIALISATIONS: [&str; 6] = [
    "normal, with the gain of the slider",
    "LeCun, here also Xavier: gain 1",
    "He: gain √2",
    "PyTorch’s gain for tanh: 5/3",
    "uniform from −0.5 to 0.5",
    "orthogonal, with the gain of the slider",
];
pub(super) const RESIDUAL_LABEL: &str = "Residual connections";
pub(super) const NORMALISATION_LABEL: &str = "Layer normalisation";
pub(super) const SEED_LABEL: &str = "Seed of the weights";

pub(super) fn layers_spoken(layers: f64) -> String {
    format!("{} layers", short(layers))
}

pub(super) fn width_spoken(units: f64) -> String {
    if units == 1.0 {
        "1 unit in each layer".to_owned()
    } else {
        format!("{} units in each layer", short(units))
    }
}

pub(super) fn layers_title(setting: &Setting, first: f64) -> String {
    let (layers, left) = (setting.depth, short(first));
    if first == 0.0 {
        format!("Nothing at all comes through these {layers} layers")
    } else if first < 0.1 {
        format!("The gradient vanishes layer by layer: after {layers} of them {left} is left")
    } else if first > 10.0 {
        format!(
            "The gradient explodes layer by layer: after {layers} of them it is {left} times as large"
        )
    } else {
        format!("The gradient survives: {layers} layers multiply it by {left}")
    }
}

pub(super) const LAYERS_SUBTITLE: &str = "The norm of the gradient that each layer receives, and below it the size of its units and how \
    many of them are saturated";
pub(super) const LAYERS_CAPTION: &str = "Read the bars from right to left, the way the gradient goes: the last layer receives 1, \
    layer 0 is the input. Bars begin at 1: the longer, the further from it. The band holds nine of ten nets with other weights, the dashed line over the bars is the theory of \
    very wide nets. A unit is saturated where the slope of its activation is below 0.1.";
pub(super) const LAYER_AXIS: &str = "layer";
pub(super) const GRADIENT_AXIS: &str = "gradient’s norm";
pub(super) const SIZE_AXIS: &str = "root mean square";
pub(super) const SIZE_PANEL: &str = "Size of the units";
pub(super) const SIZE_THEORY: &str = "theory of the size";
pub(super) const FLAT_AXIS: &str = "share of the units";
pub(super) const FLAT_PANEL: &str = "Saturated units";
pub(super) const THEORY: &str = "theory of very wide nets";
pub(super) const THEORY_SHORT: &str = "theory";
/// The ends of the numbers of 32 bits, the smallest and the largest.
pub(super) const SINGLE: [&str; 2] = ["0 in 32 bits", "∞ in 32 bits"];

pub(super) const MAP_PANEL: &str = "First gradient over last: click a net";

/// The net that a panel shows.
pub(super) fn net(setting: &Setting) -> String {
    format!("{}, n = {}", gain(setting), setting.width)
}

/// The gain, and who sets it if the slider does not.
fn gain(setting: &Setting) -> String {
    let name = match setting.initialisation {
        Initialisation::Normal => "",
        Initialisation::LeCun => "LeCun, ",
        Initialisation::He => "He, ",
        Initialisation::PyTorch => "PyTorch, ",
        Initialisation::Uniform => "Uniform, ",
        Initialisation::Orthogonal => "Orthogonal, ",
    };
    format!("{name}{GAIN_SYMBOL} = {}", short(setting.gain))
}

pub(super) fn band(nets: usize) -> String {
    format!("5–95 % of {nets} nets")
}

pub(super) fn layer(number: usize) -> String {
    if number == 0 {
        "the input".to_owned()
    } else {
        format!("layer {number}")
    }
}

pub(super) fn gradient_name(number: usize) -> String {
    format!("gradient of {}", layer(number))
}

pub(super) fn size_name(number: usize) -> String {
    format!("size of {}", layer(number))
}

pub(super) fn flat_name(number: usize) -> String {
    format!("saturated units of {}", layer(number))
}

pub(super) fn percent(part: f64) -> String {
    format!("{}\u{a0}%", short(100.0 * part))
}

/// How far a measurement lies from its theory.
fn compared(measured: f64, expected: f64) -> String {
    let ratio = measured / expected;
    if (ratio - 1.0).abs() < 0.01 {
        format!("Theory says {}, the same within 1 %", short(expected))
    } else {
        format!(
            "Theory says {}; the measurement is {} times that",
            short(expected),
            short(ratio)
        )
    }
}

pub(super) fn explain_gradient(
    number: usize,
    depth: usize,
    measured: f64,
    expected: f64,
) -> String {
    if number == depth {
        return "The last layer receives a gradient of norm 1: here the way back begins."
            .to_owned();
    }
    format!(
        "What {} receives through {}. {}.",
        layer(number),
        layers_spoken((depth - number) as f64),
        compared(measured, expected)
    )
}

/// The lesson of a gradient of exactly 0: which layer let nothing through.
pub(super) fn explain_blocked(number: usize, blocked: usize, is_normalised: bool) -> String {
    let reason = if is_normalised {
        "normalisation subtracts from every unit the mean of its layer and leaves no difference"
    } else {
        "all its units stand where the slope is 0"
    };
    format!(
        "Exactly 0 at {}: layer {blocked} lets nothing through, as {reason}. A weight times 0 is 0, so every layer \
         before it receives nothing, whatever the step size.",
        layer(number)
    )
}

/// The lesson of a gradient that numbers of 32 bits could not hold.
pub(super) fn beyond_single(number: usize, is_small: bool) -> String {
    let what = if is_small { "0" } else { "∞" };
    format!(
        " In 32 bits, in which nets are often trained, it would be {what} from {} on back.",
        layer(number)
    )
}

pub(super) fn explain_size(number: usize, measured: f64, expected: f64) -> String {
    format!(
        "The root mean square of the units of {}. {}.",
        layer(number),
        compared(measured, expected)
    )
}

pub(super) fn explain_flat(number: usize, share: &str) -> String {
    format!(
        "{share} of the units of {} stand where the slope of the activation is below 0.1 and pass little back.",
        layer(number)
    )
}

/// The claim of the second figure, by what one layer deep in the net multiplies a gradient's square by.
pub(super) fn depth_title(gain: f64, factor: Option<f64>) -> String {
    let gain = short(gain);
    match factor {
        None => "How does the first layer’s gradient depend on the depth?".to_owned(),
        Some(factor) if factor < 0.97 => {
            format!("At {GAIN_SYMBOL} = {gain} the gradient falls exponentially with the depth")
        }
        Some(factor) if factor > 1.03 => {
            format!("At {GAIN_SYMBOL} = {gain} the gradient grows exponentially with the depth")
        }
        Some(_) => format!("At {GAIN_SYMBOL} = {gain} no exponential: the gradient lasts"),
    }
}

pub(super) const DEPTH_SUBTITLE: &str =
    "The norm of the gradient that reaches the input against the number of layers";
pub(super) const DEPTH_CAPTION: &str = "Points: the median of ten nets, in a band that holds nine of ten. Dashed: theory. With two \
    logarithmic axes a power is a straight line, as the one of the gain 1, and an exponential bends.";
pub(super) const DEPTH_AXIS: &str = "layers";
pub(super) const FIRST_AXIS: &str = "gradient at the input";
pub(super) const CRITICAL: &str = "tanh, σw = 1: about 1/√L";

pub(super) fn stop_name(depth: usize) -> String {
    format!("nets of {depth} layers")
}

pub(super) fn explain_stop(depth: usize, nets: usize, median: f64, expected: f64) -> String {
    format!(
        "The median of {nets} nets of {depth} layers. {}: theory is of the mean square and of very wide nets.",
        compared(median, expected)
    )
}

pub(super) const MAP_TITLE: &str = "Between vanishing and exploding lies a thin line";
pub(super) const MAP_SUBTITLE: &str = "The first layer’s gradient over the last one’s for every gain and depth, and what one layer \
    deep in the net multiplies the mean square of a gradient by";
pub(super) const MAP_CAPTION: &str = "Every cell is one net; a click opens it in the figures above. Dashed: where theory expects \
    these powers of ten. Hatched: exactly 0. Below: where χ is 1, gradients neither vanish nor explode.";
pub(super) const GAIN_AXIS: &str = "gain";
pub(super) const GAIN_SYMBOL: &str = "σw";
pub(super) const RATIO: &str = "log₁₀(first / last)";
pub(super) const RATIO_THEORY: &str = "theory of log₁₀(first / last)";
pub(super) const HERE: &str = "the net above";
pub(super) const FACTOR_PANEL: &str = "One layer multiplies by χ";
pub(super) const FACTOR_AXIS: &str = "factor";
pub(super) const FACTOR: &str = "one layer of the net above";
pub(super) const FACTOR_MEASURED: &str = "measured between layers 48 and 98";
pub(super) const FACTOR_THEORY: &str = "theory of χ";
/// Where the two lines are named: over and under them at small gains, where they are apart.
pub(super) const FACTOR_LABELS: [(&str, [f64; 2], Side, Role); 2] = [
    ("theory", [0.42, 0.35], Side::Left, Role::Theory),
    ("measured", [0.5, 0.2], Side::Right, Role::Gradient),
];
pub(super) const NAMED: [&str; 3] = ["LeCun", "He", "5/3"];

pub(super) fn named(place: usize) -> String {
    let name = ["LeCun and Xavier", "He", "PyTorch’s gain for tanh"][place];
    format!("χ of {name}")
}

pub(super) fn here(gain: f64, depth: usize) -> String {
    format!("{GAIN_SYMBOL} = {}, L = {depth}", short(gain))
}

pub(super) fn explain_here(depth: usize) -> String {
    format!(
        "The net of the figures above, with {depth} layers. Drag it, or click elsewhere in the map."
    )
}

pub(super) fn explain_factor(gain: f64, factor: f64) -> String {
    let what = if factor < 0.995 {
        "gradients vanish"
    } else if factor > 1.005 {
        "gradients explode"
    } else {
        "gradients last"
    };
    format!(
        "By theory, a layer deep in a net of the gain {} multiplies the mean square of the gradient by {}: {what}.",
        short(gain),
        short(factor)
    )
}

const PROSE: &str = r"
Take $L$ layers of $n$ units, $h_l = \tanh(W_l h_{l-1} + b_l)$, with random weights of variance $\sigma_w^2/n$ and biases of variance $\sigma_b^2$. The *gain* $\sigma_w$ says how large the weights are: at 1 the sums of a layer are on average as large as its inputs. Nothing has been learned yet. Give the last layer a gradient of norm 1 and let it run back. At the gain $\sigma_w$ = {{=gain}} and $L$ = {{=depth}} layers the bars show what each layer receives. A layer that receives next to nothing hardly moves when the net is trained.

Fifty nets with other weights stay close together, because in a wide layer sums over many units replace chance. *Mean-field theory* takes the width as infinite. Then the sums of a layer are normal with the variance

$$q_{l+1} = \sigma_w^2 \, E[\tanh^2(\sqrt{q_l} Z)] + \sigma_b^2,$$

and a layer multiplies the mean square of the gradient by

$$\chi = \sigma_w^2 \, E[\operatorname{sech}^4(\sqrt{q} Z)].$$

Two things compete in $\chi$: weights enlarge, slopes below 1 shrink. For small gains the values die out, all slopes tend to 1, and $\chi = \sigma_w^2$: {{chi_05}} at 0.5, {{chi_08}} at 0.8, {{chi_09}} at 0.9. Twenty layers of gain 0.8 leave {{first_20}} and not 0.8²⁰ = {{power_20}}, as the values are large at first. For larger gains units saturate, but not enough: {{chi_12}} at 1.2, {{chi_53}} at 5/3, {{chi_3}} at 3.

At $\sigma_w = 1$ exactly, $\chi$ tends to {{chi_1}}. There the values shrink so slowly that the gradient falls as a power, about $L^{-1/2}$: {{border_10}}, {{border_20}}, {{border_50}} and {{border_100}} at 10, 20, 50 and 100 layers. That is the choice of LeCun, and on square layers of Xavier Glorot. PyTorch's gain for $\tanh$, 5/3, explodes, but slowly: {{pytorch_20}} after 20 layers, {{pytorch_100}} after 100. Kaiming He's $\sqrt 2$ is made for relu, where $\chi = \sigma_w^2/2$ is then 1 at any depth; set the activation and see.

An *orthogonal* matrix keeps every length. Without $\tanh$, at the gain 1, the gradient after 100 layers is {{orthogonal_linear}}; with $\tanh$ it is {{orthogonal_tanh}} after 100, since slopes below 1 are still there.

*Residual connections* add the input of a layer to its output: a layer multiplies the mean square of the gradient by $1 + \chi$, so nothing vanishes. The values grow on the way, which lowers $\chi$ from {{residual_first}} to {{residual_last}}, and at the gain 1 the gradient grows to {{residual_20}} in 20 layers. *Layer normalisation* keeps the sums at variance 1, whatever the gain. That does not keep the gradient: $\chi$ is {{normalised_factor}} at every gain, and 20 layers multiply the gradient by {{normalised_20}}. Both together let it through: 100 layers multiply it by {{both_100}}.
";

const NOTICE: &str = r"
- **One factor, many times**: at the gain 0.8 twenty layers leave {{first_20}}, forty leave {{first_40}}. A straight row of bars on a logarithmic axis is an exponential.
- **The border is thin**: only near $\sigma_w = 1$ does $\tanh$ let a gradient through a hundred layers.
- **Theory is of wide nets**: with 4 units instead of 64 the band opens, and typical gradients lie below the mean square.
";

const SHEET: &str = r"
## Goal

Students explain vanishing and exploding gradients by one factor per layer, and can say what an initialisation is for.

## Usual misconception

'Gradients vanish because tanh saturates.' At the gain 0.8 {{flat_08}} of the units are saturated, and the gradient vanishes; at 3 it is {{flat_3}}, and the gradient explodes. A second one: 'Normalised values mean normalised gradients.'

## Script for five minutes

1. Show the bars at the gain 0.8. Ask what the first layer can learn.
2. Ask the prediction question, collect answers, reveal: {{first_40}}.
3. Move the gain to 1, then to 3. Each time look at the saturated units below: which way do they go?
4. Turn to the map. Where would you begin a net of 100 layers? Click there.
5. Set the gain to 1, the activation to none and the initialisation to orthogonal. Why is the row now exactly level?

## Three predictions

1. *Twice the depth at the gain 0.8?* About the square, {{first_40}}. Wrong answer to expect: half.
2. *Larger weights saturate more units. Does the gradient vanish?* No, at the gain 3 it grows, $\chi$ is {{chi_3}}. Wrong answer to expect: yes.
3. *Layer normalisation on, gain 0.3 or 4: what changes?* Nothing by theory. Wrong answer to expect: the gradient follows the gain. (Uniform weights from −0.5 to 0.5 have a gain that grows with the width: {{uniform_64}} for 64 units.)

## Transfer

A net with relu has $\chi = \sigma_w^2/2$. Which gain keeps the gradient, and what is left after 50 layers with the gain 1? ($\sqrt 2$; $2^{-25}$, three in a hundred million.)
";
