//! A deep net with its weights: what every layer holds, and what it receives back.

use super::layer::Layer;
use super::setting::Setting;
use super::weights::{self, Drawn};
use crate::Error;

/// Below this slope a unit passes little back: tanh from 0.95 on, relu below 0.
pub(super) const FLAT: f64 = 0.1;

/// What a layer shows. The input is layer 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Course {
    /// The norm of the gradient for the layer's output, where the last layer receives 1.
    pub(super) gradient: f64,
    /// The root mean square of its units.
    pub(super) size: f64,
    /// The share of its units whose slope is below [`FLAT`].
    pub(super) flat: f64,
}

/// A net that has seen its input.
struct Net<'a> {
    layer: Layer,
    weights: Vec<&'a [f64]>,
    biases: Vec<Vec<f64>>,
    /// The values of the input and of every layer.
    values: Vec<Vec<f64>>,
    flat: Vec<f64>,
}

/// Every layer of one of many runs of a setting, the input first.
pub(super) fn courses(setting: &Setting, run: u64) -> Result<Vec<Course>, Error> {
    weights::with_drawn(setting, run, |drawn| {
        let mut net = Net::of(setting, drawn)?;
        let gradients = net.gradients(setting.depth, &drawn.start)?;
        let layers = gradients.iter().zip(&net.values).zip(&net.flat);
        Ok(layers
            .map(|((gradient, values), &flat)| Course {
                gradient: norm(gradient),
                size: norm(values) / libm::sqrt(values.len() as f64),
                flat,
            })
            .collect())
    })
}

/// The norm of the gradient for the input of nets that end after each of these depths; each last layer
/// receives 1. The nets are the first layers of the setting's.
pub(super) fn first_gradients(
    setting: &Setting,
    run: u64,
    depths: &[usize],
) -> Result<Vec<f64>, Error> {
    weights::with_drawn(setting, run, |drawn| {
        let mut net = Net::of(setting, drawn)?;
        let first = depths.iter().map(|&depth| {
            let gradients = net.gradients(depth, &drawn.start)?;
            Ok(norm(&gradients[0]))
        });
        first.collect()
    })
}

impl<'a> Net<'a> {
    fn of(setting: &Setting, drawn: &'a Drawn) -> Result<Self, Error> {
        let mut layer = Layer::new(setting.design, 1, setting.width)?;
        layer.set_gain(setting.gain)?;
        let layers = drawn.layers(setting.depth).iter();
        let biases = layers.clone().map(|layer| {
            let biases = layer.biases.iter();
            biases.map(|bias| setting.bias * bias).collect()
        });
        Self::new(
            layer,
            layers.clone().map(|layer| &layer.weights[..]).collect(),
            biases.collect(),
            drawn.input.clone(),
        )
    }

    /// Shows the input to every layer in turn.
    fn new(
        mut layer: Layer,
        weights: Vec<&'a [f64]>,
        biases: Vec<Vec<f64>>,
        input: Vec<f64>,
    ) -> Result<Self, Error> {
        let mut values = vec![input];
        // The input has no slope that could be flat.
        let mut flat = vec![0.0];
        for (number, weights) in weights.iter().enumerate() {
            layer.become_layer(&values[number], weights, &biases[number])?;
            values.push(layer.output()?.to_vec());
            let slopes = layer.slopes()?;
            let below = slopes.iter().filter(|slope| slope.abs() < FLAT).count();
            flat.push(below as f64 / slopes.len() as f64);
        }
        Ok(Self {
            layer,
            weights,
            biases,
            values,
            flat,
        })
    }

    /// The gradients for the input and the first `depth` layers, where layer `depth` receives `start`.
    fn gradients(&mut self, depth: usize, start: &[f64]) -> Result<Vec<Vec<f64>>, Error> {
        let mut gradients = vec![start.to_vec()];
        for number in (0..depth).rev() {
            let (input, biases) = (&self.values[number], &self.biases[number]);
            self.layer
                .become_layer(input, self.weights[number], biases)?;
            let received = self.layer.pull_back(&gradients[gradients.len() - 1])?;
            gradients.push(received.to_vec());
        }
        gradients.reverse();
        Ok(gradients)
    }
}

/// The length of a vector. Its members are scaled first: the squares of very small gradients would be 0.
fn norm(vector: &[f64]) -> f64 {
    let most = vector
        .iter()
        .fold(0.0_f64, |most, part| most.max(part.abs()));
    if most == 0.0 {
        return 0.0;
    }
    let squares = vector.iter().map(|part| (part / most) * (part / most));
    most * libm::sqrt(squares.sum())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::super::setting::Design;
    use super::*;
    use crate::activation::Activation;

    #[derive(Deserialize)]
    struct Reference {
        weights: Vec<Vec<Vec<f64>>>,
        x: Vec<Vec<f64>>,
        c: Vec<Vec<f64>>,
        gradient_norm_per_layer: Vec<f64>,
    }

    const TANH: Design = Design {
        activation: Some(Activation::Tanh),
        residual: false,
        normalised: false,
    };

    /// The reference multiplies by the transposed weights.
    fn transposed(matrix: &[Vec<f64>]) -> Vec<f64> {
        let columns = 0..matrix[0].len();
        columns
            .flat_map(|column| matrix.iter().map(move |row| row[column]))
            .collect()
    }

    #[test]
    fn every_layer_agrees_with_the_reference() {
        let text = include_str!("../../../autodiff/tests/reference/deep_tanh.json");
        let nets: Vec<Reference> = serde_json::from_str(text).unwrap();
        assert!(nets.len() >= 4);
        for reference in nets {
            let (rows, width) = (reference.x.len(), reference.x[0].len());
            let weights: Vec<_> = reference
                .weights
                .iter()
                .map(|one| transposed(one))
                .collect();
            let layer = Layer::new(TANH, rows, width).unwrap();
            let biases = vec![vec![0.0; width]; weights.len()];
            let slices = weights.iter().map(|one| &one[..]).collect();
            let mut net = Net::new(layer, slices, biases, reference.x.concat()).unwrap();
            let gradients = net.gradients(weights.len(), &reference.c.concat()).unwrap();
            let expected = &reference.gradient_norm_per_layer;
            assert_eq!(gradients.len(), expected.len());
            for (gradient, expected) in gradients.iter().zip(expected) {
                let found = norm(gradient);
                let bound = 1e-12 * expected.abs().max(1.0);
                assert!((found - expected).abs() <= bound, "{found} {expected}");
            }
        }
    }

    #[test]
    fn very_small_vectors_have_a_length() {
        assert_eq!(norm(&[3e-200, 4e-200]), 5e-200);
        assert_eq!(norm(&[0.0, 0.0]), 0.0);
    }
}
