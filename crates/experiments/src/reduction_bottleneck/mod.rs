//! Reduction as an information bottleneck: what one number of a population keeps, and who gets credit.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::{Figure, number};

use self::compute::{Credit, Reduction, Setting};
use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};

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
        let [before, after] = seed()?.map(|credit| credit.total());
        Ok(strings::verdict(answer as usize, before, after))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        let setting = Setting::of(state)?;
        let members = &setting.members;
        let credit = compute::credit(&setting, members)?;
        let ones = compute::credit(&setting, &vec![1.0; members.len()])?;
        let twin = compute::twin(&setting)?;
        let limits = compute::curvature(setting.size)?.map(|curvature| 2.0 / curvature);
        let losses = compute::losses(setting.size, setting.step, figures::RUN)?;
        Ok(vec![
            figures::credit(&setting, &credit, &ones, state.guess()),
            figures::level(&setting, &credit, compute::grid(&setting)?, &twin),
            figures::stability(&setting, compute::curvatures()?, limits, &losses),
        ])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        explain::mark(&Setting::of(state)?, figure, mark)
    }
}

impl Article for ReductionBottleneck {
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

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
