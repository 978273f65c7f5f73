//! Gradient shape through a nonlinearity: how much gradient an activation lets through, and where.

mod compute;
mod digits;
mod digits_figure;
mod explain;
mod figures;
mod parameters;
mod strings;

use std::sync::OnceLock;

use popgrad_figures::{Figure, number};

use crate::activation::Activation;
use crate::{Article, Error, Experiment, Explanation, Parameter, Prediction, State};

/// The experiment.
pub(crate) struct GradientShape;

impl Experiment for GradientShape {
    fn slug(&self) -> &'static str {
        "gradient-shape"
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
        let truth = compute::half_slope();
        let distance = number::short((answer - truth).abs());
        let truth = number::with_digits(truth, 4);
        Ok(strings::verdict(&number::short(answer), &truth, &distance))
    }

    fn figures(&self, state: &State) -> Result<Vec<Figure>, Error> {
        Ok(vec![figures::shape(state)?, digits_shown()?.clone()])
    }

    fn explain(&self, state: &State, figure: &str, mark: &str) -> Result<Explanation, Error> {
        explain::mark(state, figure, mark)
    }
}

/// The second figure, which no parameter moves.
fn digits_shown() -> Result<&'static Figure, Error> {
    static DIGITS: OnceLock<Figure> = OnceLock::new();
    if let Some(figure) = DIGITS.get() {
        return Ok(figure);
    }
    let computed = digits_figure::figure()?;
    Ok(DIGITS.get_or_init(|| computed))
}

impl Article for GradientShape {
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

    fn code(&self) -> &'static str {
        include_str!("code.py")
    }
}
