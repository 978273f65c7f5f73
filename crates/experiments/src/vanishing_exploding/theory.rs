//! Mean-field theory: what a very wide net does (Poole et al., 2016; Schoenholz et al., 2017).

use super::expectations::Expectations;
use super::layer::LEAST_VARIANCE;
use super::setting::Setting;
use crate::Error;

/// At most so many accelerated steps towards a fixed point.
const STEPS: usize = 60;
/// Values do not vanish altogether: at exactly 0 the slope of relu is that of its kink.
const LEAST: f64 = 1e-300;

/// What the theory says of every layer.
pub(super) struct Theory {
    /// The root mean square of the units of the input and of every layer.
    pub(super) sizes: Vec<f64>,
    /// χ of every layer: what it multiplies the mean square of a gradient by that passes back through it.
    pub(super) factors: Vec<f64>,
}

impl Theory {
    /// The root mean square of the gradient for the input and every layer, where the last receives 1.
    pub(super) fn gradients(&self) -> Vec<f64> {
        let mut gradients = vec![1.0];
        for factor in self.factors.iter().rev() {
            gradients.push(gradients[gradients.len() - 1] * libm::sqrt(*factor));
        }
        gradients.reverse();
        gradients
    }

    /// The gradient for the input of nets of 0, 1, 2 … layers.
    pub(super) fn first_gradients(&self) -> Vec<f64> {
        let mut first = vec![1.0];
        for factor in &self.factors {
            first.push(first[first.len() - 1] * libm::sqrt(*factor));
        }
        first
    }
}

/// Every layer of a very wide net with this setting.
pub(super) fn theory(setting: &Setting) -> Result<Theory, Error> {
    let mut map = LengthMap::new(setting)?;
    let mut present = Moments::INPUT;
    let mut theory = Theory {
        sizes: vec![1.0],
        factors: Vec::new(),
    };
    for _ in 0..setting.depth {
        let (next, factor) = map.layer(present)?;
        theory.sizes.push(libm::sqrt(next.square));
        theory.factors.push(factor);
        present = next;
    }
    Ok(theory)
}

/// χ of a layer deep in a net of this setting: where values have settled on a fixed point, or after the setting's
/// layers where they do not settle.
pub(super) fn settled_factor(setting: &Setting) -> Result<f64, Error> {
    let mut map = LengthMap::new(setting)?;
    let mut present = Moments::INPUT;
    for _ in 0..setting.depth {
        present = map.layer(present)?.0;
    }
    if !setting.design.residual {
        present.square = map.fixed_point(present.square)?;
    }
    Ok(map.layer(present)?.1)
}

/// Mean and mean square of the units of a layer.
#[derive(Clone, Copy)]
struct Moments {
    mean: f64,
    square: f64,
}

impl Moments {
    const INPUT: Self = Self {
        mean: 0.0,
        square: 1.0,
    };
}

/// The map from the moments of one layer to those of the next.
struct LengthMap<'a> {
    setting: &'a Setting,
    expectations: Expectations,
}

impl<'a> LengthMap<'a> {
    fn new(setting: &'a Setting) -> Result<Self, Error> {
        Ok(Self {
            setting,
            expectations: Expectations::new(setting.design.activation)?,
        })
    }

    /// The moments after a layer, and the layer's χ.
    fn layer(&mut self, before: Moments) -> Result<(Moments, f64), Error> {
        let Setting {
            gain, bias, design, ..
        } = *self.setting;
        let variance = gain * gain * before.square + bias * bias;
        // Normalisation divides the sums, and so their gradients, by their standard deviation.
        let (sums, divisor) = if design.normalised {
            let divisor = variance + LEAST_VARIANCE;
            (variance / divisor, divisor)
        } else {
            (variance, 1.0)
        };
        let [mean, square, slope] = self.expectations.of_variance(sums)?;
        let factor = gain * gain * slope / divisor;
        if design.residual {
            let square = before.square + 2.0 * before.mean * mean + square;
            let mean = before.mean + mean;
            return Ok((Moments { mean, square }, 1.0 + factor));
        }
        Ok((Moments { mean, square }, factor))
    }

    /// The fixed point of the mean square to which it comes from here; where it does not come closer to any, the
    /// present one (Steffensen's method).
    fn fixed_point(&mut self, start: f64) -> Result<f64, Error> {
        let mut present = start;
        for _ in 0..STEPS {
            let first = self.next(present)?;
            let second = self.next(first)?;
            let (step, further) = (first - present, second - first);
            let is_closing = further.abs() < step.abs();
            if !is_closing {
                break;
            }
            let accelerated = present - step * step / (further - step);
            present = if accelerated.is_finite() && accelerated > LEAST {
                accelerated
            } else {
                second.max(LEAST)
            };
        }
        Ok(present)
    }

    fn next(&mut self, square: f64) -> Result<f64, Error> {
        let (next, _) = self.layer(Moments { mean: 0.0, square })?;
        Ok(next.square)
    }
}

#[cfg(test)]
mod tests {
    use super::super::question;
    use super::super::setting::Design;
    use super::*;
    use crate::activation::Activation;

    /// The tanh net of the question with another gain, as deep as can be.
    fn tanh(gain: f64) -> Setting {
        let setting = question::setting().unwrap();
        setting.with_gain(gain).with_depth(100)
    }

    fn with_activation(gain: f64, activation: Option<Activation>) -> Setting {
        let setting = tanh(gain);
        let design = Design {
            activation,
            ..setting.design
        };
        Setting { design, ..setting }
    }

    #[test]
    fn factors_of_tanh_are_below_one_up_to_the_gain_one() {
        let expected = [
            (0.5, 0.25),
            (0.8, 0.64),
            (0.9, 0.81),
            (1.0, 1.0),
            (1.2, 1.0335),
            (5.0 / 3.0, 1.2098),
            (3.0, 1.8599),
        ];
        for (gain, expected) in expected {
            let found = settled_factor(&tanh(gain)).unwrap();
            assert!((found - expected).abs() < 5e-5, "{gain}: {found}");
        }
    }

    #[test]
    fn linear_and_relu_nets_have_factors_of_their_own_at_any_size() {
        for gain in [0.3, 1.0, std::f64::consts::SQRT_2, 4.0] {
            for (activation, share) in [(None, 1.0), (Some(Activation::Relu), 0.5)] {
                let setting = with_activation(gain, activation);
                let expected = gain * gain * share;
                let found = theory(&setting).unwrap().factors;
                let settled = settled_factor(&setting).unwrap();
                for found in found.into_iter().chain([settled]) {
                    assert!((found / expected - 1.0).abs() < 1e-9, "{gain}: {found}");
                }
            }
        }
    }

    #[test]
    fn at_the_gain_one_the_gradient_falls_as_a_power_of_the_depth() {
        let first = theory(&tanh(1.0)).unwrap().first_gradients();
        for (depth, expected) in [(10, 0.267), (20, 0.190), (50, 0.120), (100, 0.0845)] {
            assert!((first[depth] - expected).abs() < 5e-4, "{}", first[depth]);
        }
        let slope = libm::log(first[100] / first[50]) / libm::log(2.0);
        assert!((-0.52..-0.48).contains(&slope), "{slope}");
        let exponential = theory(&tanh(0.8)).unwrap().first_gradients();
        let a_layer = exponential[100] / exponential[99];
        assert!((a_layer - 0.8).abs() < 1e-9, "{a_layer}");
    }

    #[test]
    fn gradients_run_back_from_one() {
        let theory = theory(&tanh(1.2)).unwrap();
        let (back, first) = (theory.gradients(), theory.first_gradients());
        assert_eq!(back.len(), 101);
        assert_eq!((back[100], first[0]), (1.0, 1.0));
        assert!((back[0] / first[100] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn biases_keep_values_from_dying_out() {
        let setting = Setting {
            bias: 0.3,
            ..tanh(0.8)
        };
        let sizes = theory(&setting).unwrap().sizes;
        assert!(sizes[100] > 0.2 && (sizes[100] - sizes[99]).abs() < 1e-12);
    }
}
