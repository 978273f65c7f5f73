//! Gradient flow and gradient descent: where infinitely small steps go, and which flow descent follows.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::number::short;

use self::compute::{Gaps, Leak, Loss, Method, STEPS, Setting, Surface, halved};
use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};

/// The experiment.
pub(crate) struct FlowVsDescent;

impl Experiment for FlowVsDescent {
    fn slug(&self) -> &'static str {
        "flow-vs-descent"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let runs = halvings()?;
        let gaps = [runs[0].1.flow, runs[1].1.flow];
        Ok(strings::verdict(answer as usize, gaps))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::DESCENT,
                make: figures::descent,
                explain: explain::descent,
            },
            LiveFigure {
                id: figures::HALVING,
                make: figures::halving,
                explain: explain::halving,
            },
            LiveFigure {
                id: figures::PRODUCT,
                make: figures::product,
                explain: explain::product,
            },
            LiveFigure {
                id: figures::METHODS,
                make: figures::methods,
                explain: explain::methods,
            },
        ]
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        compute::jobs(state)
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        match job {
            compute::JOB => compute::part(state, part),
            _ => Err(Error::UnknownJob { id: job.to_owned() }),
        }
    }
}

/// The distances of the default run and of its halvings.
fn halvings() -> Result<Vec<(f64, Gaps)>, Error> {
    let state = State::defaults(&FlowVsDescent);
    compute::halvings(&state, &Setting::of(&state)?)
}

/// The largest z at which a step of Runge and Kutta's method does not grow.
fn stability_limit() -> f64 {
    let (mut low, mut high) = (2.0, 4.0);
    for _ in 0..50 {
        let middle = (low + high) / 2.0;
        if Method::RungeKutta.factor(middle) > 1.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    low
}

impl Article for FlowVsDescent {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let default = halvings()?;
        let product = Loss::Surface(Surface::Product { target: 1.0 });
        let far = |halvings: usize| -> Result<Gaps, Error> {
            Ok(halved(product, &[2.0, 0.2], 0.1, 10, halvings)?[9])
        };
        let far = [far(0)?, far(1)?, far(2)?];
        let leak = Leak::of(&Setting::of(&State::defaults(&FlowVsDescent))?)?;
        let kept = leak.steps[STEPS].descent / leak.steps[0].descent;
        Ok(vec![
            ("gap", short(default[0].1.flow)),
            ("gap_half", short(default[1].1.flow)),
            ("modified", short(default[0].1.modified)),
            ("modified_half", short(default[1].1.modified)),
            ("far_1", short(far[0].flow)),
            ("far_2", short(far[1].flow)),
            ("far_3", short(far[2].flow)),
            ("near_1", short(far[0].modified)),
            ("near_2", short(far[1].modified)),
            ("near_3", short(far[2].modified)),
            ("leaked", short(100.0 * (1.0 - kept))),
            ("limit", short(stability_limit())),
        ])
    }
}
