//! The question that is asked before the truth is shown, as HTML.

use maud::{Markup, html};
use popgrad_experiments::Experiment;

use super::controls;

/// The question of an experiment, with a control for the answer.
pub(super) fn block(experiment: &dyn Experiment) -> Markup {
    let prediction = experiment.prediction();
    let id = format!("{}-question", experiment.slug());
    html! {
        popgrad-prediction {
            section .prediction aria-labelledby=(id) {
                p .question #(id) { span .word-prediction { "Predict:" } " " (prediction.question) }
                div .answer { (controls::control(experiment.slug(), &prediction.answer, prediction.answer.default)) }
                p .verdict role="status" {}
                div .wishes {
                    button type="button" value="commit" disabled { "That is my answer" }
                    button .quiet type="button" value="skip" disabled hidden { "Skip" }
                    button .quiet type="button" value="again" disabled hidden { "Try again" }
                }
            }
        }
    }
}
