//! XOR from scratch: what a line cannot do, what one hidden layer can, and how often it does.

mod compute;
mod explain;
mod figures;
mod numbers;
mod parameters;
mod strings;

use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};
use compute::{line, run, success};

/// The experiment.
pub(crate) struct Xor;

impl Experiment for Xor {
    fn slug(&self) -> &'static str {
        "xor"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        Ok(strings::verdict(answer as usize, line::most_right()))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        figures::FIGURES
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        let mut jobs = run::jobs(state);
        jobs.push(success::job(state));
        jobs
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        match job {
            run::RUN => run::record(state),
            run::OTHERS => run::other(state, part),
            success::SUCCESS => success::part(state, part),
            _ => Err(Error::UnknownJob { id: job.to_owned() }),
        }
    }
}

impl Article for Xor {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        numbers::computed(State::defaults(&Xor))
    }
}
