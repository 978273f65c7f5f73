//! Every word of this experiment.

use popgrad_figures::number::short;

use super::learning::LONGEST;
use crate::Words;
use crate::phrases::steps;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Gradient symmetry breaking";
const QUESTION: &str = "Why do units that start almost equal become different?";
const LEAD: &str =
    "Equal units stay equal for ever; the smallest difference is enough to drive them apart.";
const DEMONSTRATES: &str = "Symmetry breaking without noise";

pub(super) const PREDICTION: &str = "Four hidden units start with exactly equal weights. Will gradient descent ever make them differ?";
pub(super) const PREDICTION_LABEL: &str = "Four equal units";
pub(super) const ANSWERS: [&str; 3] = [
    "no, never",
    "yes, after about a hundred steps",
    "yes, after thousands of steps",
];

pub(super) fn verdict(is_right: bool, steps: &str) -> String {
    let start = if is_right { "Yes." } else { "Not so." };
    format!(
        "{start} They receive the same gradient at every step, to the last bit, and after {steps} \
         steps their distance is exactly 0. Four of them do the work of one."
    )
}

pub(super) const EPSILON_LABEL: &str = "Difference of the two inputs";
pub(super) const NOISE_LABEL: &str = "Random difference of the starting weights";
pub(super) const EQUAL_LABEL: &str = "Exactly equal units";
pub(super) const OUTPUT_LABEL: &str = "Output of the net";
pub(super) const OUTPUTS: [&str; 2] = ["linear", "tanh"];
pub(super) const HIDDEN_LABEL: &str = "Hidden units";
pub(super) const SEED_LABEL: &str = "Seed of the differences";

pub(super) fn pair_title(is_lost: bool) -> &'static str {
    if is_lost {
        "So small a difference of inputs is lost in rounding: both gradients are equal"
    } else {
        "A small difference of inputs is a small difference of gradients"
    }
}

pub(super) const PAIR_SUBTITLE: &str =
    "The gradients of two units at 0.5 and 0.5 + ε, and how far they differ against ε";
pub(super) const PAIR_CAPTION: &str = "First panel: the gradients with all their digits. Second panel: their \
    difference follows ε down to where rounding eats it. Drag the point.";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const GRADIENT_AXIS: &str = "gradient";
pub(super) const GRADIENT_PANEL: &str = "Two gradients";
pub(super) const DIFFERENCE_PANEL: &str = "How far they differ";
pub(super) const EPSILON_AXIS: &str = "difference of the inputs";
pub(super) const NOISE_AXIS: &str = "difference at the start";
pub(super) const DIFFERENCE_AXIS: &str = "difference of the gradients";
pub(super) const THEORY: &str = "2·y·(1 − y²)·ε";
pub(super) const MEASURED: &str = "difference of the gradients";
pub(super) const UNIT_NAMES: [&str; 2] = ["first unit", "second unit"];

pub(super) fn second_input(epsilon: &str) -> String {
    format!("0.5 + {epsilon}")
}

pub(super) fn explain_unit(unit: usize) -> String {
    let which = ["first", "second"][unit];
    format!(
        "The {which} unit: both receive the same signal from the sum, but each multiplies it by \
         its own slope."
    )
}

pub(super) fn explain_difference(epsilon: &str, measured: &str, is_lost: bool) -> String {
    if is_lost {
        format!(
            "With inputs {epsilon} apart the two gradients are the same number: next to 0.5 the \
             machine has no number so close, and the difference is lost before the units see it."
        )
    } else {
        format!("Inputs {epsilon} apart have gradients {measured} apart.")
    }
}

/// The claim of the second figure.
pub(super) fn learning_title(are_equal: bool, waits: bool) -> String {
    if are_equal {
        "Exactly equal units stay equal for ever".to_owned()
    } else if waits {
        format!(
            "After {} the difference still grows on the plateau",
            steps(&short(LONGEST as f64))
        )
    } else {
        "Learning makes a difference grow until the units part".to_owned()
    }
}

pub(super) const LEARNING_SUBTITLE: &str = "A net that learns XOR: the distance between its hidden \
    units, its loss, and the steps that it needs";
pub(super) const LEARNING_CAPTION: &str = "Top: one run. While the units are nearly equal they act \
    as one, and the loss waits on a plateau at 2/3; it falls when they have parted. Below: the \
    median number of steps of 25 runs until the loss is below 0.6, against \
    the random difference at the start.";
pub(super) const STEPS_AXIS: &str = "steps";
pub(super) const DISTANCE_AXIS: &str = "distance";
pub(super) const DISTANCE_PANEL: &str = "Distance between the units";
pub(super) const DISTANCE: &str = "largest distance between two units";
pub(super) const LOSS_PANEL: &str = "Loss";
pub(super) const LOSS_AXIS: &str = "loss";
pub(super) const PLATEAU: &str = "plateau at 2/3";
pub(super) const NO_DISTANCE: &str = "exactly 0: below this axis";
pub(super) const YOURS: &str = "yours";
pub(super) const LEAVING: &str = "loss below 0.6";
pub(super) const MEDIAN_PANEL: &str = "Steps until the loss is below 0.6";
pub(super) const STEPS_NEEDED: &str = "median steps";
pub(super) const LOGARITHM: &str = "a logarithm of 1/σ";

pub(super) fn distance_at(step: &str) -> String {
    format!("distance after {}", steps(step))
}

pub(super) fn median_at(noise: &str) -> String {
    format!("σ = {noise}")
}

pub(super) fn explain_distance(step: &str) -> String {
    format!(
        "The largest distance between two hidden units after {} of gradient descent.",
        steps(step)
    )
}

pub(super) fn explain_leaving(step: &str) -> String {
    format!(
        "After {} the units have parted and the loss has left the plateau.",
        steps(step)
    )
}

pub(super) fn explain_median(noise: &str) -> String {
    format!(
        "Of 25 runs that start with σ = {noise}, half have a loss below 0.6 after so \
         many steps. Runs that do not arrive within {} count as infinite.",
        steps(&short(LONGEST as f64))
    )
}

const PROSE: &str = r"
Take two units whose inputs are 0.5 and 0.5001. Add up their outputs and pull the sum back. Both receive the same signal, 1, from the sum, yet their gradients are {{first}} and {{second}}: each multiplies the signal by its own slope. A difference $\varepsilon$ of the inputs becomes a difference of about $2y(1 - y^2)\,\varepsilon$ of the gradients, with $y = \tanh(0.5)$.

How small may $\varepsilon$ be? Drag the point to the left. The difference follows down to $10^{-10}$ as theory says. At $10^{-15}$ it is already {{off_at_15}} off, because next to 0.5 the numbers of the machine lie $10^{-16}$ apart; at $10^{-16}$ it is {{off_at_16}} off, and below {{smallest}} nothing is left.

Such small differences do not stay small. The second figure trains a net on XOR: two inputs, four *hidden* units with $\tanh$ between, one output that is to be 1 where the inputs differ and −1 where they do not. All weights start at 0.5 plus a random difference of size $\sigma$ = {{=noise}}, all biases at 0; nothing random comes later. As long as the hidden units are nearly equal the net can do no better than a net with one unit: its loss sinks to a plateau at 2/3 and waits there. Meanwhile the distance between the units grows; then they part, and the loss falls to 0. With a large $\sigma$ they part before the plateau is reached.

The smaller $\sigma$ is, the longer this takes: in the median of 25 runs {{steps_1}} steps at $10^{-1}$, {{steps_4}} at $10^{-4}$ and {{steps_8}} at $10^{-8}$. If the distance grew by the same factor at every step, these numbers would lie on the dashed line, a logarithm of $1/\sigma$. Down to $10^{-4}$ they nearly do; at $10^{-8}$ the line says {{line_8}}. On the plateau the push that drives the units apart becomes weaker. With a $\tanh$ at the output as well, behind 'more', it takes {{tanh_steps_1}}, {{tanh_steps_4}} and {{tanh_steps_8}} steps.

And without any difference? Turn on 'exactly equal units'. Equal units receive equal gradients, make equal steps and are equal again, to the last bit, for ever. This is why weights are drawn at random. The most equal start of all is all zeros. There every weight has the gradient 0, since each of the two layers multiplies the gradient of the other: with targets −1 and 1 such a net does not move at all.
";

const NOTICE: &str = r"
- **Tiny differences** in the inputs create tiny differences in the slopes, {{first}} against {{second}}, and so in the gradients.
- **Learning amplifies them**: both units receive the same signal, but their slopes scale it differently, and each step makes them a little more different.
- **Exactly equal** units never part. It is not chance that breaks the symmetry but a difference, however small; below {{smallest}} the machine cannot even hold one.
";

const SHEET: &str = r"
## Goal

Students can say why weights are started at random: equal units receive equal gradients and stay equal, and a small difference grows while the loss stands on a plateau.

## Usual misconception

'Training will sort it out.' Gradient descent cannot part two units that are exactly equal. A second one: 'A plateau means that learning has stopped.' The distance between the units grows all the while.

## Script for five minutes

1. Show the two gradients with all digits. Ask where they begin to differ.
2. Ask the prediction question. Turn on 'exactly equal units' and let the class look for a distance.
3. Turn it off, start with $\sigma = 0.1$, then with 0.0001. Ask how many steps more before you show them.
4. Point at the plateau. Ask what is happening on it; show the distance beside it.
5. In the first figure, ask what happens at $10^{-17}$.

## Three predictions

1. *Will four equal units ever differ?* No. Wrong answer to expect: yes, after enough steps, by rounding.
2. *$\sigma$ a thousand times smaller: how much longer is the plateau?* From {{steps_1}} to {{steps_4}} steps. Wrong answer to expect: a thousand times longer, or no longer at all.
3. *A net that starts with all weights 0: what does it learn?* Nothing, with targets −1 and 1. Wrong answer to expect: it learns slowly.

## Transfer

A student sets all weights of a layer to 0 and all biases to random numbers. Do its units part? Say first which gradients are equal at the start. (The biases make the outputs differ, so the weights behind them receive different gradients, and then the units part.)
";

pub(super) fn more_than(steps: &str) -> String {
    format!("more than {steps}")
}
