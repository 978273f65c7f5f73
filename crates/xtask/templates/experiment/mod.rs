//! @title@.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::number;

use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct @Name@;

impl Experiment for @Name@ {
    fn slug(&self) -> &'static str {
        "@slug@"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let truth = compute::square(1.0)?.gradient;
        let distance = number::short((answer - truth).abs());
        Ok(strings::verdict(
            &number::short(answer),
            &number::short(truth),
            &distance,
        ))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::PARABOLA,
                make: figures::parabola,
                explain: explain::parabola,
            },
        ]
    }
}

impl Article for @Name@ {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let gradient = compute::square(1.0)?.gradient;
        Ok(vec![("gradient_at_1", number::short(gradient))])
    }
}
