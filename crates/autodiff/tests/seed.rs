//! The seed's experiments, to the digit.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use popgrad::{Number, PopulationNode, python};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    name: String,
    stdout: Vec<String>,
}

fn expected(name: &str) -> Vec<String> {
    let cases: Vec<Case> = serde_json::from_str(include_str!("golden/seed.json")).unwrap();
    cases
        .into_iter()
        .find(|case| case.name == name)
        .unwrap()
        .stdout
}

fn list(values: &[f64]) -> String {
    let numbers: Vec<Number> = values.iter().copied().map(Number::Float).collect();
    python::list(&numbers, popgrad::Shape::Population(numbers.len()))
}

fn sum(values: &[f64]) -> String {
    python::float_repr(values.iter().sum())
}

#[test]
fn gradient_shape() {
    use Number::{Float, Integer};
    let x = PopulationNode::new([
        Integer(-6),
        Float(-3.0),
        Float(-0.5),
        Integer(0),
        Float(0.5),
        Float(3.0),
        Integer(6),
    ]);
    let before = format!("x:  {x}");
    x.tanh().sum().backprop();
    assert_eq!(expected("experiment-1"), [before, x.to_string()]);
}

fn eight_layers(input: f64) -> Vec<String> {
    let mut nodes = vec![PopulationNode::new([input])];
    for layer in 0..8 {
        nodes.push(nodes[layer].tanh());
    }
    nodes[8].backprop();
    nodes.iter().rev().map(ToString::to_string).collect()
}

#[test]
fn depth_decay() {
    assert_eq!(expected("experiment-2-input-0.5"), eight_layers(0.5));
    assert_eq!(expected("experiment-2-input-4.5"), eight_layers(4.5));
}

#[test]
fn population_against_scalar() {
    let scalar = PopulationNode::new(0.5);
    scalar.tanh().backprop();
    assert_eq!(
        expected("experiment-3-scalar"),
        [format!("sum of unit gradient {}", sum(&scalar.grad()))]
    );
    let population = PopulationNode::new([0.5; 4]);
    population.tanh().sum().backprop();
    assert_eq!(
        expected("experiment-3-population"),
        [format!(
            "sum of population  gradient {}",
            sum(&population.grad())
        )]
    );
}

#[test]
fn shared_subgraph() {
    let x = PopulationNode::new([1.0, 2.0, 3.0]);
    (&x * &x + &x).sum().backprop();
    assert_eq!(expected("experiment-4"), [x.to_string()]);
}

#[test]
fn reduction_bottleneck() {
    for (name, members) in [
        ("experiment-5", [1.0, 1.0, 1.0]),
        ("experiment-5-variation", [1.0, 1.0, 3.0]),
    ] {
        let x = PopulationNode::new(members);
        x.tanh().sum().backprop();
        assert_eq!(expected(name), [format!("sum:  {}", sum(&x.grad()))]);
    }
}

#[test]
fn symmetry_breaking() {
    let x = PopulationNode::new([0.5, 0.5001]);
    x.tanh().sum().backprop();
    let printed = [
        format!("Input: {}", list(&x.value())),
        format!("Gradients: {}", list(&x.grad())),
    ];
    assert_eq!(expected("experiment-6"), printed);
}

#[test]
fn intrinsic_flow() {
    let printed: Vec<String> = [-3, -1, 0, 1, 3]
        .into_iter()
        .map(|value| {
            let x = PopulationNode::new(value);
            x.tanh().backprop();
            format!("input Value:  {value} Gradient:  {}", list(&x.grad()))
        })
        .collect();
    assert_eq!(expected("experiment-7"), printed);
}
