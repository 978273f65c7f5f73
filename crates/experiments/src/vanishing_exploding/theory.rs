//! Mean-field theory: what a very wide net does (Poole et al., 2016; Schoenholz et al., 2017).

use popgrad::{PopulationNode, Slot, Tape};

use super::layer::LEAST_VARIANCE;
use super::setting::Setting;
use crate::Error;
use crate::activation::Activation;

/// Places of a standard normal variable at which an expectation is summed, and how far they reach to both sides.
const PLACES: usize = 96;
const REACH: f64 = 9.0;
/// Near 0 the places lie closer by this factor, for slopes that are narrow where values are large.
const CROWDED: f64 = 0.05;
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

/// Places of a normal variable, and its density at each times the distance to the next: the midpoint rule after
/// z = c sinh t, exact to about 12 digits for smooth activations, and by symmetry for relu.
fn normal_places() -> [Vec<f64>; 2] {
    let end = libm::asinh(REACH / CROWDED);
    let width = 2.0 * end / PLACES as f64;
    let middles: Vec<_> = (0..PLACES)
        .map(|place| width * (place as f64 + 0.5) - end)
        .collect();
    let places = middles.iter().map(|t| CROWDED * libm::sinh(*t));
    let places: Vec<f64> = places.collect();
    let weights = places.iter().zip(&middles);
    let density = weights.map(|(z, t)| libm::exp(-0.5 * z * z) * libm::cosh(*t));
    let density = density.collect();
    [places, density]
}

/// Expectations over a normal variable: the activation and its slope by the engine, their sums weighted by
/// the normal density.
struct Expectations {
    tape: Tape,
    deviation: Slot,
    before: Slot,
    activated: Slot,
    density: Vec<f64>,
}

impl Expectations {
    fn new(activation: Option<Activation>) -> Result<Self, Error> {
        let [places, density] = normal_places();
        let total: f64 = density.iter().sum();
        let deviation = PopulationNode::try_new(1.0)?;
        let before = PopulationNode::try_new(places)?.try_mul(&deviation)?;
        let activated = match activation {
            Some(activation) => activation.of(&before)?,
            None => before.clone(),
        };
        let tape = Tape::record(&activated)?;
        Ok(Self {
            deviation: tape.slot(&deviation)?,
            before: tape.slot(&before)?,
            activated: tape.slot(&activated)?,
            tape,
            density: density.into_iter().map(|weight| weight / total).collect(),
        })
    }

    /// `E[φ(√q Z)]`, `E[φ(√q Z)²]` and `E[φ′(√q Z)²]` for the variance q.
    fn of_variance(&mut self, variance: f64) -> Result<[f64; 3], Error> {
        self.tape.set(self.deviation, &[libm::sqrt(variance)])?;
        self.tape.backward(self.activated)?;
        let values = self.tape.value(self.activated)?;
        let slopes = self.tape.cotangent(self.before)?;
        let mut sums = [0.0; 3];
        for ((weight, value), slope) in self.density.iter().zip(values).zip(slopes) {
            sums[0] += weight * value;
            sums[1] += weight * value * value;
            sums[2] += weight * slope * slope;
        }
        Ok(sums)
    }
}

#[cfg(test)]
mod tests {
    use super::super::question;
    use super::super::setting::Design;
    use super::*;

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

    /// Simpson's rule over tanh and sech of `libm`, far finer than the rule under test.
    fn by_simpson(function: impl Fn(f64) -> f64) -> f64 {
        let last = 8000;
        let terms = (0..=last).map(|place| {
            let z = 24.0 * f64::from(place) / f64::from(last) - 12.0;
            let weight = match place {
                _ if place == 0 || place == last => 1.0,
                _ if place % 2 == 1 => 4.0,
                _ => 2.0,
            };
            weight * libm::exp(-0.5 * z * z) * function(z)
        });
        let root = libm::sqrt(2.0 * std::f64::consts::PI);
        terms.sum::<f64>() * 24.0 / f64::from(last) / 3.0 / root
    }

    #[test]
    fn expectations_are_those_of_another_rule() {
        let mut expectations = Expectations::new(Some(Activation::Tanh)).unwrap();
        for variance in [1e-6, 0.1, 1.0, 6.3, 16.25, 1600.0] {
            let root = libm::sqrt(variance);
            let [mean, square, slope] = expectations.of_variance(variance).unwrap();
            let sech = |z: f64| 1.0 / libm::cosh(root * z);
            let expected = [
                by_simpson(|z| libm::tanh(root * z) * libm::tanh(root * z)),
                by_simpson(|z| sech(z) * sech(z) * sech(z) * sech(z)),
            ];
            assert!(mean.abs() < 1e-15, "{variance}: {mean}");
            assert!((square - expected[0]).abs() < 1e-12, "{variance}: {square}");
            assert!((slope - expected[1]).abs() < 1e-12, "{variance}: {slope}");
        }
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
