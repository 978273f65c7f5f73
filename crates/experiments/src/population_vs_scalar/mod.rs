//! Population against scalar sensitivity: what many units have that one lacks.

mod compute;
mod depth;
mod depth_figure;
mod explain;
mod noise_figure;
mod parameters;
mod strings;
mod units_figure;

use popgrad_figures::number;

use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};

/// The experiment.
pub(crate) struct PopulationVsScalar;

impl Experiment for PopulationVsScalar {
    fn slug(&self) -> &'static str {
        "population-vs-scalar"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let truth = typical_end(1);
        let powers = (answer - truth).abs();
        Ok(strings::verdict(
            powers <= 1.0,
            &depth_figure::power_of_ten(answer),
            &number::short(libm::exp10(truth)),
            &number::with_digits(powers, 2),
        ))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: units_figure::SHARED,
                make: units_figure::shared,
                explain: explain::shared,
            },
            LiveFigure {
                id: noise_figure::NOISE,
                make: noise_figure::noise,
                explain: explain::noise,
            },
            LiveFigure {
                id: depth_figure::DEPTH,
                make: depth_figure::depth,
                explain: explain::depth,
            },
        ]
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        vec![compute::job(state), depth::job(state)]
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        match job {
            compute::NOISY => compute::noisy(state, part),
            depth::TRACES => depth::traces(state, part),
            _ => Err(Error::UnknownJob { id: job.to_owned() }),
        }
    }
}

/// The decimal logarithm of the typical gradient after all layers, by theory.
fn typical_end(width: usize) -> f64 {
    depth::LAYERS as f64 * libm::log10(depth::typical_factor(width))
}

impl Article for PopulationVsScalar {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let four = compute::unit_gradients(0.5, 4)?;
        let mut state = State::defaults(&Self);
        state.finish()?;
        let spreads = compute::spreads(&compute::runs(&state), 0);
        let factor = |width| number::short(depth::typical_factor(width));
        let end = |width| number::with_digits(libm::exp10(typical_end(width)), 2);
        Ok(vec![
            ("one", number::short(four[0])),
            ("four", number::short(four.iter().sum())),
            ("spread_1", number::short(spreads[0][1])),
            ("spread_256", number::short(spreads[compute::STOPS - 1][1])),
            ("factor_1", factor(1)),
            ("factor_2", factor(2)),
            ("factor_4", factor(4)),
            ("factor_8", factor(8)),
            ("factor_16", factor(16)),
            ("factor_64", factor(64)),
            ("typical_1", end(1)),
            ("typical_64", end(64)),
        ])
    }
}
