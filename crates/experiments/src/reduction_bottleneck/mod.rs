//! Reduction as an information bottleneck: what one number of a population keeps, and who gets credit.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::number;

use self::compute::{Credit, Reduction, Setting};
use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct ReductionBottleneck;

/// The seed's population and its variation.
const SEED: [f64; 3] = [1.0, 1.0, 1.0];
const VARIATION: [f64; 3] = [1.0, 1.0, 3.0];

/// The credit of the seed's population and of its variation.
fn seed() -> Result<[Credit; 2], Error> {
    let setting = Setting::seed(&SEED);
    Ok([
        compute::credit(&setting, &SEED)?,
        compute::credit(&setting, &VARIATION)?,
    ])
}

impl Experiment for ReductionBottleneck {
    fn slug(&self) -> &'static str {
        "reduction-bottleneck"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let [before, after] = seed()?.map(|credit| credit.total());
        Ok(strings::verdict(answer as usize, before, after))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::CREDIT,
                make: figures::credit,
                explain: explain::credit,
            },
            LiveFigure {
                id: figures::LEVEL,
                make: figures::level,
                explain: explain::level,
            },
            LiveFigure {
                id: figures::STABILITY,
                make: figures::stability,
                explain: explain::stability,
            },
        ]
    }
}

impl Article for ReductionBottleneck {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let [before, after] = seed()?;
        let setting = Setting::seed(&VARIATION);
        let twin = compute::twin(&setting)?;
        let [sum, mean] = compute::curvature(8)?;
        let smooth = |sharpness: f64| {
            let setting = Setting {
                reduction: Reduction::Smooth,
                squashed: false,
                sharpness,
                ..Setting::seed(&VARIATION)
            };
            let credit = compute::credit(&setting, &VARIATION)?;
            Ok::<_, Error>(number::short(credit.shared_by()))
        };
        let short = number::short;
        Ok(vec![
            ("total_before", number::full(before.total())),
            ("total_after", number::full(after.total())),
            ("short_before", short(before.total())),
            ("short_after", short(after.total())),
            ("credit_at_1", short(after.gradients[0])),
            ("credit_at_3", short(after.gradients[2])),
            ("shared_by", short(after.shared_by())),
            ("smooth_shared_at_0_01", smooth(0.01)?),
            ("smooth_shared_at_1", smooth(1.0)?),
            ("smooth_shared_at_50", smooth(50.0)?),
            ("value_of_both", short(after.value)),
            ("twin", strings::list(&twin)),
            ("curvature_of_8", short(sum)),
            ("limit_of_8", short(2.0 / sum)),
            ("mean_limit_of_8", short(2.0 / mean)),
        ])
    }
}
