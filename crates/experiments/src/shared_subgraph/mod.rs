//! A shared node: a value that is used several times gets a part of its gradient along every path.

mod compute;
mod explain;
mod figures;
mod numbers;
mod parameters;
mod strings;

use popgrad_figures::number;

use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct SharedSubgraph;

impl Experiment for SharedSubgraph {
    fn slug(&self) -> &'static str {
        "shared-subgraph"
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

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::GRAPH,
                make: figures::graph,
                explain: explain::graph,
            },
            LiveFigure {
                id: figures::CHECK,
                make: figures::check,
                explain: explain::check,
            },
            LiveFigure {
                id: figures::LADDER,
                make: figures::ladder,
                explain: explain::ladder,
            },
        ]
    }
}

impl Article for SharedSubgraph {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        numbers::numbers()
    }
}
