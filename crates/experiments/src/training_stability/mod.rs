//! Stability of training: what small and large steps do, from a parabola to a net.

mod catapult;
mod edge;
mod loss;
mod map;
mod parabola;
mod parameters;
mod strings;
mod valley;
mod wells;

use popgrad_figures::number::{short, with_digits};

use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};
use edge::run;
use map::work;

/// The experiment.
pub(crate) struct TrainingStability;

/// How near the runs of the question are to come, as a part of the way, and within how many steps.
const NEAR: f64 = 1e-3;
const PATIENCE: usize = 1000;

impl Experiment for TrainingStability {
    fn slug(&self) -> &'static str {
        "training-stability"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let [single, double] = parabola::figure::ASKED;
        let steps = |step: f64| parabola::compute::steps_to(1.0, step, NEAR, PATIENCE);
        Ok(strings::verdict(
            answer as usize,
            [steps(single)?, steps(double)?],
        ))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: parabola::figure::PARABOLA,
                make: parabola::figure::figure,
                explain: parabola::explain::explain,
            },
            LiveFigure {
                id: valley::figure::VALLEY,
                make: valley::figure::figure,
                explain: valley::explain::explain,
            },
            LiveFigure {
                id: wells::figure::WELLS,
                make: wells::figure::figure,
                explain: wells::explain::explain,
            },
            LiveFigure {
                id: catapult::figure::CATAPULT,
                make: catapult::figure::figure,
                explain: catapult::explain::explain,
            },
            LiveFigure {
                id: edge::figure::EDGE,
                make: edge::figure::figure,
                explain: edge::explain::explain,
            },
            LiveFigure {
                id: map::figure::MAP,
                make: map::figure::figure,
                explain: map::explain::explain,
            },
        ]
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        let mut jobs = run::jobs(state);
        jobs.extend(work::coarse(state));
        jobs
    }

    fn refinements(&self, state: &State) -> Vec<Job> {
        work::fine(state).into_iter().collect()
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        match job {
            run::RUN => run::part(state, part),
            run::OTHERS => run::other(state, part),
            work::COARSE | work::FINE => work::part(state, job, part),
            _ => Err(Error::UnknownJob { id: job.to_owned() }),
        }
    }
}

impl Article for TrainingStability {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let first = catapult::compute::first_sharpness()?;
        let settled = |step: f64| -> Result<String, Error> { Ok(short(run::settled(1, step)?)) };
        let [two, three, four] = run::COMPARED;
        Ok(vec![
            ("chaos", with_digits(wells::compute::chaos()?, 4)),
            ("first_sharpness", short(first)),
            ("stays", short(2.0 / first)),
            ("estimate", short(4.0 / first)),
            ("limit", short(catapult::compute::limit()?)),
            ("edge_first", short(run::first(1)?)),
            ("edge_2", settled(two)?),
            ("edge_3", settled(three)?),
            ("edge_4", settled(four)?),
        ])
    }
}
