//! Gradient shape through a nonlinearity: how much gradient an activation lets through, and where.

mod compute;
mod digits;
mod digits_figure;
mod explain;
mod figures;
mod parameters;
mod strings;

use popgrad_figures::number;

use crate::activation::Activation;
use crate::{Article, Error, Experiment, LiveFigure, Numbers, Parameter, Prediction, State, Words};

/// The experiment.
pub(crate) struct GradientShape;

impl Experiment for GradientShape {
    fn slug(&self) -> &'static str {
        "gradient-shape"
    }

    fn parameters(&self) -> &'static [Parameter] {
        parameters::PARAMETERS
    }

    fn prediction(&self) -> &'static Prediction {
        parameters::QUESTION
    }

    fn verdict(&self, _state: &State, answer: f64) -> Result<String, Error> {
        let truth = compute::half_slope();
        let distance = number::short((answer - truth).abs());
        let truth = number::with_digits(truth, 4);
        Ok(strings::verdict(&number::short(answer), &truth, &distance))
    }

    fn live_figures(&self) -> &'static [LiveFigure] {
        &[
            LiveFigure {
                id: figures::SHAPE,
                make: figures::shape,
                explain: explain::shape,
            },
            LiveFigure {
                id: digits_figure::DIGITS,
                make: digits_figure::figure,
                explain: explain::digits,
            },
        ]
    }
}

impl Article for GradientShape {
    fn words(&self) -> &'static Words {
        &strings::WORDS
    }

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }

    fn computed_numbers(&self) -> Result<Numbers, Error> {
        let slopes = |inputs: &[f64]| {
            let tanh = compute::response(Activation::Tanh, inputs.to_vec());
            tanh.map(|tanh| tanh.gradients)
        };
        let [at_0, at_half, at_3, at_6, at_tenth] = slopes(&[0.0, 0.5, 3.0, 6.0, 0.6])?[..] else {
            return Ok(Vec::new());
        };
        let sigmoid = compute::response(Activation::Sigmoid, vec![0.0])?.gradients[0];
        let landmark = |place| number::with_digits(place, 4);
        Ok(vec![
            ("gradient_at_0", number::short(at_0)),
            ("gradient_at_half", number::short(at_half)),
            ("gradient_at_3", number::short(at_3)),
            ("gradient_at_6", number::short(at_6)),
            ("times_smaller_at_6", number::short(at_0 / at_6)),
            ("times_larger_at_half_scale", number::short(at_3 / at_6)),
            ("gradient_at_6_scaled_to_a_tenth", number::short(at_tenth)),
            ("steepest_fall", landmark(compute::steepest_fall())),
            ("half_slope", landmark(compute::half_slope())),
            ("hundredth_slope", landmark(compute::hundredth_slope())),
            (
                "factor_per_unit",
                number::short(compute::tail(9.0) / compute::tail(10.0)),
            ),
            ("sigmoid_at_0", number::short(sigmoid)),
            ("sigmoid_half_slope", landmark(2.0 * compute::half_slope())),
            ("tail_error_at_6", number::short(digits::tail_error(6.0)?)),
            ("first_zero", number::with_digits(digits::first_zero()?, 4)),
            ("best_step", number::short(digits::best_step())),
        ])
    }
}
