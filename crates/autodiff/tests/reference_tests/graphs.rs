//! `graphs.json`: random graphs with shared nodes.

use popgrad::PopulationNode;
use serde::Deserialize;

use crate::agreement::{SINGLE, assert_agrees};
use crate::files;

#[derive(Deserialize)]
struct Graph {
    leaves: Vec<Vec<f64>>,
    nodes: Vec<Expression>,
    value: f64,
    gradients: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
struct Expression {
    op: String,
    args: Vec<usize>,
}

fn apply(op: &str, arguments: &[&PopulationNode]) -> PopulationNode {
    let x = arguments[0];
    match op {
        "add" => x + arguments[1],
        "sub" => x - arguments[1],
        "mul" => x * arguments[1],
        "div" => x / arguments[1],
        "neg" => x.neg(),
        "exp" => x.exp(),
        "tanh" => x.tanh(),
        "sigmoid" => x.sigmoid(),
        "relu" => x.relu(),
        "softplus" => x.softplus(),
        "gelu" => x.gelu(),
        "silu" => x.silu(),
        "sin" => x.sin(),
        "cos" => x.cos(),
        "square" => x.square(),
        "abs" => x.abs(),
        other => panic!("the reference names an operation that is not there: {other}"),
    }
}

#[test]
fn every_graph_agrees() {
    let graphs: Vec<Graph> = files::read("graphs.json");
    assert!(!graphs.is_empty());
    for (index, graph) in graphs.iter().enumerate() {
        let leaves: Vec<_> = graph.leaves.iter().map(PopulationNode::new).collect();
        let mut nodes = leaves.clone();
        for Expression { op, args } in &graph.nodes {
            let arguments: Vec<_> = args.iter().map(|argument| &nodes[*argument]).collect();
            nodes.push(apply(op, &arguments));
        }
        let scalar = nodes[nodes.len() - 1].sum() + nodes[nodes.len() / 2].sum();
        scalar.backprop();
        let what = format!("graph {index}");
        assert_agrees(&what, &scalar.value(), &[graph.value], SINGLE, 0.0);
        for (leaf, gradient) in leaves.iter().zip(&graph.gradients) {
            assert_agrees(&what, &leaf.grad(), gradient, SINGLE, 0.0);
        }
    }
}
