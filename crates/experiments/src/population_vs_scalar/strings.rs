//! Every word of this experiment.

use crate::Words;

use popgrad_figures::number::short;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Population against scalar sensitivity";
const QUESTION: &str = "What does a population of units have that one unit lacks?";
const LEAD: &str = "Many units share one signal: their gradients add up, their noise \
    averages out, and deep nets of them keep gradients that a chain of single units loses.";
const DEMONSTRATES: &str = "Population encoding increases robustness";

pub(super) const PREDICTION: &str = "Fifty layers of a single unit with random weights keep the \
    mean square of the gradient at 1. Where does a typical gradient end?";
pub(super) const PREDICTION_LABEL: &str = "Power of ten where it ends";

pub(super) fn verdict(is_near: bool, answer: &str, truth: &str, powers: &str) -> String {
    let start = if is_near {
        "Yes, within a factor of ten."
    } else {
        "Not so."
    };
    format!(
        "{start} You said {answer}; the typical gradient is {truth}, and you were {powers} powers \
         of ten away. The mean square of 1 is carried by nets too rare to be drawn."
    )
}

pub(super) const UNITS_LABEL: &str = "Number of units";
pub(super) const WIDTH_LABEL: &str = "Units in each layer of the deep net";
pub(super) const NET_LABEL: &str = "Deep net";
pub(super) const NETS: [&str; 2] = ["linear", "tanh"];
pub(super) const INPUT_LABEL: &str = "Input of every unit";
pub(super) const NOISE_LABEL: &str = "Noise on each input";
pub(super) const SEED_LABEL: &str = "Seed";

pub(super) fn units_spoken(units: f64) -> String {
    counted(units)
}

pub(super) fn width_spoken(units: f64) -> String {
    format!("{} in each layer", counted(units))
}

fn counted(units: f64) -> String {
    if units == 1.0 {
        "1 unit".to_owned()
    } else {
        format!("{} units", short(units))
    }
}

pub(super) const SHARED_TITLE: &str =
    "Each unit gets the same gradient; together they get N times as much";
pub(super) const SHARED_SUBTITLE: &str =
    "The gradient of every unit, and their sum against their number N";
pub(super) const SHARED_CAPTION: &str = "First panel: units with the same input receive the same gradient, \
    however many there are. Second panel: their gradients add up in proportion to N. Drag the point to \
    change N.";
pub(super) const UNIT_AXIS: &str = "unit";
pub(super) const UNITS_AXIS: &str = "units";
pub(super) const GRADIENT_AXIS: &str = "gradient";
pub(super) const TOTAL_AXIS: &str = "total gradient";
pub(super) const TOTAL_PANEL: &str = "Their total";
pub(super) const TOTAL: &str = "total gradient";
pub(super) const TOTAL_THEORY: &str = "N times the gradient of one unit";
pub(super) const PROPORTIONAL: &str = "proportional to N";
pub(super) const EACH: &str = "each unit";

pub(super) fn unit_panel(units: usize) -> String {
    if units == 1 {
        "The gradient of one unit".to_owned()
    } else {
        format!("The gradients of {units} units")
    }
}

/// A unit by its number, counted from 1.
pub(super) fn unit(number: usize) -> String {
    format!("unit {number}")
}

pub(super) fn explain_unit(number: usize, gradient: &str) -> String {
    format!("Unit {number} receives the gradient {gradient}, exactly what it would receive alone.")
}

pub(super) fn explain_each(units: usize, gradient: &str) -> String {
    format!("Each of the {units} units receives the gradient {gradient}, as it would alone.")
}

pub(super) fn explain_total(units: usize) -> String {
    format!(
        "A change of the common input reaches the sum by {units} ways, and their gradients add up."
    )
}

pub(super) const NOISE_TITLE: &str =
    "The mean of N noisy units strays √N times less than one of them";
pub(super) const NOISE_SUBTITLE: &str = "The gradient of the mean of N noisy units for 40 seeds, and \
    its spread over 2000 seeds";
pub(super) const NOISE_CAPTION: &str = "Each unit receives the input plus noise of its own. First panel: \
    every line is one seed, followed as units are added. Second panel: the standard deviation over seeds, \
    with the law 1/√N as a dashed line.";
pub(super) const FUNNEL_PANEL: &str = "Forty seeds settle";
pub(super) const FUNNEL: &str = "gradient of the mean, one line for each seed";
pub(super) const SPREAD_PANEL: &str = "How far seeds differ";
pub(super) const SPREAD_AXIS: &str = "standard deviation";
pub(super) const SPREAD_NAMES: [&str; 2] = ["spread of the gradient", "spread of the value"];
pub(super) const SPREAD_SHORT: [&str; 2] = ["gradient", "value"];
pub(super) const LAW: &str = "spread of one unit divided by √N";

/// The spread of the gradient (0) or of the value (1).
pub(super) fn explain_spread(which: usize, units: usize, seeds: usize, spread: &str) -> String {
    let what = if which == 0 { "gradient" } else { "value" };
    format!(
        "Over {seeds} seeds the {what} of the mean of {units} noisy units has the standard \
         deviation {spread}."
    )
}

pub(super) const DEPTH_TITLE: &str =
    "Deep chains of single units lose gradients that wide layers keep";
pub(super) const DEPTH_SUBTITLE: &str = "The norm of the gradient, as a power of ten, while it passes \
    back through 50 random layers; 200 nets";
/// What the lines are, and whether the nets that are drawn reach the exact mean square.
pub(super) fn depth_caption(is_reached: bool) -> String {
    let carried = if is_reached {
        "so wide nets come near it"
    } else {
        "it is carried by nets so rare that none of them is drawn"
    };
    format!(
        "Each thin line is one net with normal weights of mean 0 and variance 1/n. The dashed level line is the exact \
         mean square, 1 at every layer; {carried}. The strong solid line is the typical net, the other strong one \
         the root mean square of the nets that are drawn."
    )
}
pub(super) const DEPTH_AXIS: &str = "layers passed";
pub(super) const NORM_AXIS: &str = "log₁₀ of the gradient's norm";
pub(super) const TRACES: &str = "one line for each net";
pub(super) const TYPICAL: &str = "typical";
pub(super) const TYPICAL_THEORY: &str = "theory of the typical net";
pub(super) const MEAN_SQUARE: &str = "root mean square of those drawn";
pub(super) const MEAN_SQUARE_SHORT: &str = "root mean square";
pub(super) const MEAN_SQUARE_THEORY: &str = "exact mean square";
pub(super) const PREDICTED: &str = "your prediction";
pub(super) const EXPLAIN_PREDICTED: &str = "Where you say a typical gradient ends after 50 layers.";

pub(super) fn depth_panel(width: usize) -> String {
    if width == 1 {
        "Fifty layers of one unit".to_owned()
    } else {
        format!("Fifty layers of {width} units")
    }
}

pub(super) fn explain_course(is_typical: bool, traces: usize, measured: &str) -> String {
    let what = if is_typical {
        "the geometric mean of the gradient's norm, which about half of the nets reach"
    } else {
        "the root mean square of the gradient's norm, which a few large ones decide"
    };
    format!("After 50 layers {what}, is {measured} over the {traces} nets drawn.")
}

const PROSE: &str = r"
A *unit*, here, is one $\tanh$. With the input 0.5 its gradient is {{one}}. Now take four such units side by side and add up their outputs. Each still receives {{one}}: none of them knows of the others. But a change of their common input reaches the sum by four ways, and the total is {{four}}. With $N$ = {{=units}} units it is $N$ times as much.

That is the first thing that a population does: it amplifies. A step size that suited one unit is $N$ times too bold for $N$ units that share a weight, unless one takes the mean instead of the sum.

Second, give each unit noise of its own, so that unit $i$ sees $x + \sigma z_i$, and take the mean of the outputs. One noisy unit may sit anywhere on its curve, and so its gradient jumps about from *seed* to seed, the number from which random numbers are made: its standard deviation, the usual distance from the mean, is {{spread_1}} at the noise 0.5. The mean of 256 such units has {{spread_256}}. The spread falls as $1/\sqrt{N}$, for the value and for the gradient alike, because independent errors cancel.

The third thing needs depth. Let a gradient run back through 50 random linear layers with $n$ units each and weights drawn from the normal distribution with mean 0 and variance $1/n$, so that the mean square of the gradient's norm stays exactly 1 at every layer, whatever $n$ is. But look at the lines for $n = 1$: nearly all fall, and a typical one ends at {{typical_1}}. The mean square of 1 is true and of no use: it comes from products so rare and so large that none of the 200 drawn contains one. What a typical net does is told by the mean of the logarithm,

$$\tfrac{1}{2}\left[\psi\left(\tfrac{n}{2}\right) + \ln \tfrac{2}{n}\right] \text{ per layer,}$$

where $\psi$ is the digamma function. It makes the typical gradient shrink by the factor {{factor_1}} in each layer for one unit, {{factor_2}} for 2, {{factor_4}} for 4, {{factor_8}} for 8, {{factor_16}} for 16 and {{factor_64}} for 64. After 50 layers {{typical_64}} is left in a net of 64 units. Move the width $n$ = {{=width}} and watch the bundle rise and close.

With $\tanh$ instead of linear units, behind 'more', gradients fall further, as every layer also multiplies by slopes below 1.
";

const NOTICE: &str = r"
- **Amplification**: each unit has the local gradient of a lone one, {{one}}; four of them have {{four}} in total.
- **Stability**: the mean of $N$ noisy units has a value and a gradient whose spread falls as $1/\sqrt{N}$. It is the mean that stabilises; a sum only amplifies.
- **Depth**: an average can be carried by cases that never occur in practice. A typical chain of single units is at {{typical_1}} after 50 layers, one of 64 units at {{typical_64}}.
";

const SHEET: &str = r"
## Goal

Students tell apart three effects of a population: gradients add up, noise averages out, and the gap between a typical and an average gradient closes with width.

## Usual misconception

'If the mean square is 1, gradients neither vanish nor explode.' The mean can be carried by events too rare to be met. A second one: 'More units give each unit a larger gradient.' Each has exactly the gradient of a lone one.

## Script for five minutes

1. Show four bars of {{one}}. Ask for the total, then reveal {{four}}.
2. Move the number of units to 256. Ask what happened to a single bar.
3. Turn to the funnel. Ask how many units halve the spread of one (four).
4. Ask the prediction question about 50 layers, collect answers on the board, reveal.
5. Move the width from 1 to 64 and let the class describe the bundle.

## Three predictions

1. *Do four units each receive a quarter of the gradient?* No, each receives {{one}}. Wrong answer to expect: yes, as if a gradient were shared out.
2. *From 16 to 64 units: how does the spread of the mean change?* It halves. Wrong answer to expect: it falls to a quarter.
3. *The mean square is 1 after 50 layers of one unit. A typical gradient?* {{typical_1}}. Wrong answer to expect: about 1.

## Transfer

A fund multiplies your money each year by a random factor whose mean is 1. Explain by the figure why most investors are ruined although the mean wealth never changes.
";
