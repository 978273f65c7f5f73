//! Gradient flow without updates: the sensitivity of an activation over its whole input range.

mod compute;
mod explain;
mod field_figure;
mod figures;
mod parameters;
mod population_figure;
mod strings;

use popgrad_figures::{Figure, number};

use crate::activation::Activation;
use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};

/// The experiment.
pub(crate) struct IntrinsicFlow;

impl Experiment for IntrinsicFlow {
    fn slug(&self) -> &'static str {
        "intrinsic-flow"
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
        let slopes = compute::slopes(Activation::Tanh, &parameters::INPUTS)?;
        let pairs = slopes[0] == slopes[4] && slopes[1] == slopes[3] && slopes[0] != slopes[1];
        let is_right = pairs && answer == parameters::OPPOSITE_PAIRS;
        Ok(strings::verdict(
            is_right,
            &number::short(slopes[3]),
            &number::short(slopes[4]),
        ))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        Ok(vec![
            figures::profile(state)?,
            population_figure::population(state)?,
            field_figure::field(state)?,
        ])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        explain::mark(state, figure, mark)
    }
}

impl Article for IntrinsicFlow {
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
        let slopes = compute::slopes(Activation::Tanh, &parameters::INPUTS)?;
        let passed = compute::passed(Activation::Tanh, 0.0, &[0.1, 1.0, 2.0, 5.0])?;
        let mean = |row: usize| number::short(passed[row].mean);
        Ok(vec![
            ("at_0", number::short(slopes[2])),
            ("at_1", number::short(slopes[3])),
            ("at_3", number::short(slopes[4])),
            ("mean_slope_narrow", mean(0)),
            ("mean_slope", mean(1)),
            ("mean_slope_two", mean(2)),
            ("mean_slope_wide", mean(3)),
            ("mean_square", number::short(passed[1].mean_square)),
        ])
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
