//! What the page says of a link that it could not take as it is written.

use super::VERSION;
use crate::{Control, Parameter};

/// As much of a link's text as a notice repeats.
const SHOWN: usize = 20;

pub(super) fn other_version(version: &str) -> String {
    let parts = [
        "This link is of version ",
        &shown(version),
        "; the page reads version ",
        VERSION.1,
        ", so it may show something else.",
    ];
    parts.concat()
}

/// A value that is not allowed, and the nearest one that is.
pub(super) fn moved(parameter: &Parameter, text: &str, wanted: f64, value: f64) -> String {
    let limit = if wanted > parameter.maximum {
        "the largest"
    } else if wanted < parameter.minimum {
        "the smallest"
    } else {
        "the nearest allowed"
    };
    let was = [parameter.label, " was ", &shown(text)].concat();
    [&was, "; ", limit, " is ", &parameter.print(value), "."].concat()
}

/// A text that is no value of the parameter.
pub(super) fn not_read(parameter: &Parameter, text: &str, stays: f64) -> String {
    let was = [parameter.label, " was “", &shown(text), "”; it is "].concat();
    let stays = ["; it stays at ", &parameter.print(stays), "."].concat();
    [was, expected(parameter), stays].concat()
}

fn expected(parameter: &Parameter) -> String {
    match parameter.control {
        Control::Choice(choices) => {
            let ids: Vec<_> = choices.iter().map(|choice| choice.id).collect();
            ["one of ", &ids.join(", ")].concat()
        }
        Control::Switch => "true or false".to_owned(),
        Control::Slider | Control::Field | Control::Seed => {
            let [low, high] =
                [parameter.minimum, parameter.maximum].map(|value| parameter.print(value));
            ["a number from ", &low, " to ", &high].concat()
        }
    }
}

fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
