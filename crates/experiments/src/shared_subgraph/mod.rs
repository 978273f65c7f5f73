//! A shared node: a value that is used several times gets a part of its gradient along every path.

mod compute;
mod explain;
mod figures;
mod numbers;
mod parameters;
mod strings;

use popgrad_figures::{Figure, number};

use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};
use compute::{Credit, Ladder};
use parameters::Settings;

/// The experiment.
pub(crate) struct SharedSubgraph;

impl Experiment for SharedSubgraph {
    fn slug(&self) -> &'static str {
        "shared-subgraph"
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
        let truth = compute::gradient_at(figures::ASKED)?;
        let printed = [answer, truth, (answer - truth).abs()].map(number::short);
        let [answer, truth, distance] = &printed;
        Ok(strings::verdict(answer, truth, distance))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        let settings = Settings::of(state)?;
        let credit = Credit::new(&settings.inputs, settings.rule)?;
        let ladder = Ladder::new(
            settings.factors,
            parameters::MOST_RUNGS as usize,
            settings.rule,
        )?;
        Ok(vec![
            figures::graph(&credit, &settings),
            figures::check(&credit, &settings, state.guess()),
            figures::ladder(&ladder, &settings),
        ])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        explain::mark(state, figure, mark)
    }
}

impl Article for SharedSubgraph {
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
        numbers::numbers()
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
