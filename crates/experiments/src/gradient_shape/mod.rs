//! Gradient shape through a nonlinearity: how much gradient tanh lets through, and where.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::{Figure, number};

use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};

/// The experiment.
pub(crate) struct GradientShape;

impl Experiment for GradientShape {
    fn slug(&self) -> &'static str {
        "gradient-shape"
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
        let truth = compute::half_slope();
        let distance = number::short((answer - truth).abs());
        Ok(strings::verdict(
            &number::short(answer),
            &number::with_digits(truth, 4),
            &distance,
        ))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        let population = compute::population(state.get(parameters::SCALE)?)?;
        Ok(vec![figures::shape(&population, compute::curve()?)])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        let population = compute::population(state.get(parameters::SCALE)?)?;
        explain::mark(&population, figure, mark)
    }
}

impl Article for GradientShape {
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
        let seed = compute::population(1.0)?.gradients;
        let tenth = compute::population(0.1)?.gradients;
        Ok(vec![
            ("gradient_at_0", number::short(seed[3])),
            ("gradient_at_half", number::short(seed[4])),
            ("gradient_at_3", number::short(seed[5])),
            ("gradient_at_6", number::short(seed[6])),
            ("times_smaller_at_6", number::short(seed[3] / seed[6])),
            ("gradient_at_6_scaled_to_a_tenth", number::short(tenth[6])),
        ])
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
