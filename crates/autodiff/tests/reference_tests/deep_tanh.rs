//! `deep_tanh.json`: the norm of the gradient at every layer of a deep net.

use popgrad::PopulationNode;
use serde::Deserialize;

use crate::agreement::{SINGLE, assert_agrees};
use crate::files;
use crate::tensor::Tensor;

#[derive(Deserialize)]
struct Net {
    weights: Vec<Tensor>,
    x: Tensor,
    c: Tensor,
    gradient_norm_per_layer: Vec<f64>,
}

#[test]
fn every_layer_agrees() {
    let nets: Vec<Net> = files::read("deep_tanh.json");
    assert!(!nets.is_empty());
    for net in nets {
        let mut layers = vec![net.x.leaf()];
        for weights in &net.weights {
            layers.push(
                layers[layers.len() - 1]
                    .matmul(&weights.leaf().transpose())
                    .tanh(),
            );
        }
        (&layers[layers.len() - 1] * net.c.leaf()).sum().backprop();
        let norm = |layer: &PopulationNode| layer.grad().iter().map(|g| g * g).sum::<f64>().sqrt();
        let norms: Vec<f64> = layers.iter().map(norm).collect();
        assert_agrees(
            "gradient norms",
            &norms,
            &net.gradient_norm_per_layer,
            SINGLE,
            0.0,
        );
    }
}
