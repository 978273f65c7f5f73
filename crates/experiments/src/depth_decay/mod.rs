//! Depth-induced gradient decay: what is left of a gradient after many tanh layers.

mod compute;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::number;

use self::compute::{Setting, fixed_point, limit};
use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct DepthDecay;

impl Experiment for DepthDecay {
    fn slug(&self) -> &'static str {
        "depth-decay"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let asked = Setting::asked();
        let left = compute::chain(&asked)?.gradients[0][0];
        Ok(strings::verdict(&asked, left, answer / 100.0))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::LAYERS,
                make: figures::layers,
                explain: explain::layers,
            },
            LiveFigure {
                id: figures::MAP,
                make: figures::map,
                explain: explain::map,
            },
            LiveFigure {
                id: figures::DEPTH,
                make: figures::depth,
                explain: explain::depth,
            },
        ]
    }
}

impl Article for DepthDecay {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let seed = Setting::asked();
        let chain = compute::chain(&seed)?;
        let deep = compute::depth(&seed)?;
        let short = number::short;
        let [left, left_saturated] = chain.gradients[0];
        let weakest = deep.factors[1][1];
        let deepest = deep.gradients[deep.gradients.len() - 1];
        let fixed = fixed_point(2.0).unwrap_or(0.0);
        let factors: Vec<f64> = deep.factors[..8].iter().map(|pair| pair[0]).collect();
        Ok(vec![
            ("product", explain::product(&factors, number::DIGITS)),
            ("left", strings::percent(left)),
            ("left_saturated", strings::percent(left_saturated)),
            ("first_factor", short(deep.factors[0][0])),
            ("last_factor", short(deep.factors[7][0])),
            ("saturated_factor", short(deep.factors[0][1])),
            ("weakest_later_factor", short(weakest)),
            ("seven_later", short(chain.gradients[1][1])),
            (
                "apart_at_the_input",
                short(chain.values[0][1] - chain.values[0][0]),
            ),
            (
                "apart_after_8",
                short(chain.values[8][1] - chain.values[8][0]),
            ),
            ("slope_at_6", number::with_digits(deep.local_slope(6, 0), 2)),
            (
                "slope_at_70",
                number::with_digits(deep.local_slope(70, 0), 2),
            ),
            (
                "slope_at_1000",
                number::with_digits(deep.local_slope(1000, 0), 3),
            ),
            ("left_after_1000", short(deepest[0])),
            (
                "half_after_1000",
                short(libm::exp10(1000.0 * libm::log10(0.5))),
            ),
            ("fixed_at_2", short(fixed)),
            ("rate_at_2", short(limit(0.5, 2.0))),
        ])
    }
}
