//! @title@.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::{Figure, number};

use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};

/// The experiment.
pub(crate) struct @Name@;

impl Experiment for @Name@ {
    fn slug(&self) -> &'static str {
        "@slug@"
    }

    fn title(&self) -> &'static str {
        strings::TITLE
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

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        let square = compute::square(state.get(parameters::INPUT)?)?;
        Ok(vec![figures::parabola(&square)])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        let square = compute::square(state.get(parameters::INPUT)?)?;
        explain::mark(&square, figure, mark)
    }
}

impl Article for @Name@ {
    fn question(&self) -> &'static str {
        strings::QUESTION
    }

    fn lead(&self) -> &'static str {
        strings::LEAD
    }

    fn demonstrates(&self) -> &'static str {
        strings::DEMONSTRATES
    }

    fn prose(&self) -> &'static str {
        strings::PROSE
    }

    fn notice(&self) -> &'static str {
        strings::NOTICE
    }

    fn sheet(&self) -> &'static str {
        strings::SHEET
    }

    fn numbers(&self) -> Result<Vec<(&'static str, String)>, Error> {
        let gradient = compute::square(1.0)?.gradient;
        Ok(vec![("gradient_at_1", number::short(gradient))])
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
