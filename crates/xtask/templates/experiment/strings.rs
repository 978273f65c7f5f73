//! Every word of this experiment.

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

const TITLE: &str = "@title@";
const QUESTION: &str = "How fast does a square grow?";
const LEAD: &str = "The gradient of a square is twice its input.";
const DEMONSTRATES: &str = "the gradient of one operation";

pub(super) const PREDICTION: &str = "How large is the gradient of x² at 1?";
pub(super) const PREDICTION_LABEL: &str = "Gradient at 1";

pub(super) fn verdict(answer: &str, truth: &str, distance: &str) -> String {
    format!("You said {answer}. The gradient is {truth}: you were {distance} away.")
}

pub(super) const INPUT_LABEL: &str = "Input";

pub(super) const FIGURE_TITLE: &str = "A square grows twice as fast as its input is large";
pub(super) const FIGURE_SUBTITLE: &str = "x² against x";
pub(super) const FIGURE_CAPTION: &str = "The blue point is the input on the parabola.";

pub(super) const PANEL: &str = "One input on the parabola";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const VALUE_AXIS: &str = "square";
pub(super) const CURVE: &str = "x²";
pub(super) const POINT: &str = "input";

pub(super) fn explain_value(input: &str, value: &str, gradient: &str) -> String {
    format!("The square of {input} is {value}, and its gradient is {gradient}.")
}

const PROSE: &str = r"
The curve is $x^2$. At 1 its gradient is {{gradient_at_1}}. Move the input, now at {{=input}}, or drag the point.
";

const NOTICE: &str = r"
- The gradient grows with the input.
";

const SHEET: &str = r"
## Goal

What the class knows afterwards.

## Usual misconception

What many believe before.

## Script for five minutes

1. What is asked, moved and said.

## Three predictions

1. A question. Wrong answers to expect, and why.

## Transfer

One exercise in which the same idea returns.
";
