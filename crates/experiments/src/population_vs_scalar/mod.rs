//! Population against scalar sensitivity: what many units have that one lacks.

mod compute;
mod depth;
mod depth_figure;
mod explain;
mod noise_figure;
mod parameters;
mod strings;
mod units_figure;

use popgrad_figures::{Figure, number};

use crate::{Article, Error, Experiment, Explanation, Job, Parameter, Prediction, State};

/// The experiment.
pub(crate) struct PopulationVsScalar;

impl Experiment for PopulationVsScalar {
    fn slug(&self) -> &'static str {
        "population-vs-scalar"
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
        let truth = typical_end(1);
        let powers = (answer - truth).abs();
        Ok(strings::verdict(
            powers <= 1.0,
            &depth_figure::power_of_ten(answer),
            &number::short(libm::exp10(truth)),
            &number::with_digits(powers, 2),
        ))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        Ok(vec![
            units_figure::shared(state)?,
            noise_figure::noise(state)?,
            depth_figure::depth(state)?,
        ])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        explain::mark(state, figure, mark)
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

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
