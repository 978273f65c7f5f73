//! Gradient symmetry breaking: why nearly equal units become different, and equal ones do not.

mod explain;
mod learning;
mod learning_figure;
mod net;
mod pair;
mod pair_figure;
mod parameters;
mod strings;

use popgrad_figures::number;

use crate::{
    Article, Error, Experiment, Job, LiveFigure, Numbers, Parameter, Prediction, State, Words,
};
use net::{Start, distance};

/// The experiment.
pub(crate) struct SymmetryBreaking;

/// Steps after which the verdict looks at equal units.
const VERDICT_STEPS: usize = 1000;

impl Experiment for SymmetryBreaking {
    fn slug(&self) -> &'static str {
        "symmetry-breaking"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, state: &State, answer: f64) -> Result<String, Error> {
        let equal = Start {
            noise: 0.0,
            ..learning::start(state)?
        };
        let mut net = equal.training()?;
        net.run(VERDICT_STEPS)?;
        let is_right = distance(&net.weights()?) == 0.0 && answer == 0.0;
        Ok(strings::verdict(
            is_right,
            &number::short(VERDICT_STEPS as f64),
        ))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: pair_figure::PAIR,
                make: pair_figure::figure,
                explain: explain::pair,
            },
            LiveFigure {
                id: learning_figure::LEARNING,
                make: learning_figure::figure,
                explain: explain::learning,
            },
        ]
    }

    fn jobs(&self, state: &State) -> Vec<Job> {
        learning::jobs(state)
    }

    fn work(&self, state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        match job {
            learning::RUN => learning::run(state),
            learning::MEDIANS => learning::medians(state, part),
            _ => Err(Error::UnknownJob { id: job.to_owned() }),
        }
    }
}

impl Article for SymmetryBreaking {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let [first, second] = pair::gradients(1e-4)?;
        let off = |epsilon: f64| -> Result<f64, Error> {
            Ok((pair::difference(epsilon)? / pair::theory(epsilon) - 1.0).abs())
        };
        let smallest = pair::differences()?.into_iter().find(|[_, by]| *by > 0.0);
        let mut numbers = vec![
            ("first", number::full(first)),
            ("second", number::full(second)),
            ("off_at_15", percent(off(1e-15)?)),
            ("off_at_16", percent(off(1e-16)?)),
            (
                "smallest",
                number::with_digits(smallest.map_or(f64::NAN, |[epsilon, _]| epsilon), 1),
            ),
        ];
        for (name, tanh_output, power) in [
            ("steps_1", false, 1),
            ("steps_4", false, 4),
            ("steps_8", false, 8),
            ("tanh_steps_1", true, 1),
            ("tanh_steps_4", true, 4),
            ("tanh_steps_8", true, 8),
        ] {
            numbers.push((name, printed(steps(tanh_output, power)?)));
        }
        let first = [1, 2].map(|power| steps(false, power));
        let [one, two] = first;
        let line = learning::logarithm_at(&[one?, two?], learning::POWERS);
        numbers.push(("line_8", number::short(line)));
        Ok(numbers)
    }
}

fn percent(part: f64) -> String {
    format!("{} %", number::short((100.0 * part).round()))
}

/// The median number of steps at a power of ten.
fn steps(tanh_output: bool, power: usize) -> Result<f64, Error> {
    let mut state = State::defaults(&SymmetryBreaking);
    state.set(parameters::OUTPUT, f64::from(u8::from(tanh_output)))?;
    let parts = learning::RUNS / learning::RUNS_IN_PART;
    let mut runs = Vec::new();
    for part in (power - 1) * parts..power * parts {
        runs.extend(learning::medians(&state, part)?);
    }
    Ok(learning::median(&mut runs))
}

fn printed(median: f64) -> String {
    if median.is_finite() {
        number::short(median)
    } else {
        strings::more_than(&number::short(learning::LONGEST as f64))
    }
}
