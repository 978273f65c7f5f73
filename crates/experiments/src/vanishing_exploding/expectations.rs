//! Expectations over a normal variable.

use popgrad::{PopulationNode, Slot, Tape};

use crate::Error;
use crate::activation::Activation;

/// Places of a standard normal variable at which an expectation is summed, and how far they reach to both sides.
const PLACES: usize = 96;
const REACH: f64 = 9.0;
/// Near 0 the places lie closer by this factor, for slopes that are narrow where values are large.
const CROWDED: f64 = 0.05;

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
pub(super) struct Expectations {
    tape: Tape,
    deviation: Slot,
    before: Slot,
    activated: Slot,
    density: Vec<f64>,
}

impl Expectations {
    pub(super) fn new(activation: Option<Activation>) -> Result<Self, Error> {
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
    pub(super) fn of_variance(&mut self, variance: f64) -> Result<[f64; 3], Error> {
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
    use super::*;

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
}
