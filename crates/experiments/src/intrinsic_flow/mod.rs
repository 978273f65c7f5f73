//! Gradient flow without updates: the sensitivity of an activation over its whole input range.

mod compute;
mod explain;
mod field_figure;
mod figures;
mod parameters;
mod population_figure;
mod strings;

use popgrad_figures::number;

use crate::activation::Activation;
use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct IntrinsicFlow;

impl Experiment for IntrinsicFlow {
    fn slug(&self) -> &'static str {
        "intrinsic-flow"
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

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::PROFILE,
                make: figures::profile,
                explain: explain::profile,
            },
            LiveFigure {
                id: population_figure::POPULATION,
                make: population_figure::population,
                explain: explain::population,
            },
            LiveFigure {
                id: field_figure::FIELD,
                make: field_figure::field,
                explain: explain::field,
            },
        ]
    }
}

impl Article for IntrinsicFlow {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
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
}
