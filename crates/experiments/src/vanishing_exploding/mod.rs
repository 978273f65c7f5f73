//! Vanishing and exploding gradients: what the scale of the initial weights does to a deep net.

mod depth_figure;
mod expectations;
mod explain;
mod layer;
mod layers_figure;
mod map_figure;
mod net;
mod numbers;
mod parameters;
mod question;
mod runs;
mod scale;
mod setting;
mod strings;
mod summary;
mod theory;
mod weights;

use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};

/// The experiment.
pub(crate) struct VanishingExploding;

impl Experiment for VanishingExploding {
    fn slug(&self) -> &'static str {
        "vanishing-exploding"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        question::verdict(answer)
    }

    fn follow(&self, state: &State, moved: &str) -> Result<Vec<(&'static str, f64)>, Error> {
        setting::follow(state, moved)
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: layers_figure::LAYERS,
                make: layers_figure::figure,
                explain: explain::layers,
            },
            LiveFigure {
                id: depth_figure::DEPTH,
                make: depth_figure::figure,
                explain: explain::depths,
            },
            LiveFigure {
                id: map_figure::MAP,
                make: map_figure::figure,
                explain: explain::map,
            },
        ]
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        runs::jobs(state)
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        runs::work(state, job, part)
    }
}

impl Article for VanishingExploding {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        numbers::numbers()
    }
}
