//! The graph of the seed: z = sum(x * x + x).

use popgrad::PopulationNode;
use popgrad_graph::{Edge, Rule, Walk};

use super::rule;
use crate::Error;

/// Steps of its backward pass: one for each edge.
pub(in super::super) const STEPS: usize = 5;
/// The step of the finite difference: near the cube root of the rounding error, where it is most exact.
pub(in super::super) const STEP_SIZE: f64 = 6e-6;

/// The names of the nodes, in the order in which they are made.
const NAMES: [&str; 4] = ["x", "p", "y", "z"];

/// The graph with its backward pass, and the gradient of every member from three sides.
pub(in super::super) struct Credit {
    pub(in super::super) inputs: Vec<f64>,
    pub(in super::super) walk: Walk,
    /// The nodes at the two ends of the walk.
    pub(in super::super) x: PopulationNode,
    pub(in super::super) sum: PopulationNode,
    /// The gradient that the pass leaves, by the rule that it follows.
    pub(in super::super) gradients: Vec<f64>,
    /// The slope of the sum over two steps of [`STEP_SIZE`].
    pub(in super::super) differences: Vec<f64>,
}

impl Credit {
    pub(in super::super) fn new(inputs: &[f64], rule: Rule) -> Result<Self, Error> {
        let nodes = graph(inputs)?;
        let [x, _, _, z] = &nodes;
        let names: Vec<_> = NAMES.into_iter().zip(&nodes).collect();
        let gradients = rule::gradient(z, x, rule)?;
        let walk = Walk::by(rule, z, &names)?;
        let members = 0..inputs.len();
        Ok(Self {
            walk,
            x: x.clone(),
            sum: z.clone(),
            gradients,
            differences: members
                .map(|member| difference(inputs, member))
                .collect::<Result<_, _>>()?,
            inputs: inputs.to_vec(),
        })
    }

    /// The edges on which parts of the gradient come to x, in the order of the backward pass.
    pub(in super::super) fn parts(&self) -> impl Iterator<Item = (usize, &Edge)> {
        let edges = self.walk.edges().iter().enumerate();
        edges.filter(|(_, edge)| edge.receiver == 0)
    }

    /// What x holds from an earlier pass.
    pub(in super::super) fn held(&self, member: usize) -> Option<f64> {
        let held = self.walk.nodes()[0].held.as_ref();
        held.map(|held| held[member])
    }

    /// What the rules of differentiation say: 2x + 1.
    pub(in super::super) fn theory(&self, member: usize) -> f64 {
        2.0 * self.inputs[member] + 1.0
    }
}

/// The gradient of z for a member at `input`.
pub(in super::super) fn gradient_at(input: f64) -> Result<f64, Error> {
    let [x, _, _, z] = graph(&[input])?;
    Ok(rule::gradient(&z, &x, Rule::Add)?[0])
}

fn graph(inputs: &[f64]) -> Result<[PopulationNode; 4], Error> {
    let x = PopulationNode::try_new(inputs)?;
    let product = x.try_mul(&x)?;
    let y = product.try_add(&x)?;
    let z = y.try_sum()?;
    Ok([x, product, y, z])
}

fn difference(inputs: &[f64], member: usize) -> Result<f64, Error> {
    let sum_at = |step: f64| -> Result<f64, Error> {
        let mut moved = inputs.to_vec();
        moved[member] += step;
        let [_, _, _, z] = graph(&moved)?;
        Ok(z.values()[0])
    };
    Ok((sum_at(STEP_SIZE)? - sum_at(-STEP_SIZE)?) / (2.0 * STEP_SIZE))
}
