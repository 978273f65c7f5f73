//! `ops.json`: every operation and its vjp.

use std::collections::BTreeSet;

use popgrad::{PopulationNode, operations};
use serde::Deserialize;

use crate::agreement::{SINGLE, assert_agrees};
use crate::files;
use crate::tensor::Tensor;

#[derive(Deserialize)]
struct Entry {
    op: String,
    inputs: Vec<Tensor>,
    output: Tensor,
    cotangent: Tensor,
    vjp: Vec<Tensor>,
    exponent: Option<f64>,
    axis: Option<usize>,
    index: Option<usize>,
    shape: Option<[usize; 2]>,
}

macro_rules! method_by_name {
    ($name:expr, $x:expr, $($method:ident)+) => {
        match $name {
            $(stringify!($method) => $x.$method(),)+
            other => panic!("the reference names an operation that is not there: {other}"),
        }
    };
}

fn apply(entry: &Entry, inputs: &[PopulationNode]) -> PopulationNode {
    let x = &inputs[0];
    match (entry.op.as_str(), inputs) {
        ("add", [a, b]) => a + b,
        ("sub", [a, b]) => a - b,
        ("mul", [a, b]) => a * b,
        ("div", [a, b]) => a / b,
        ("maximum", [a, b]) => a.maximum(b),
        ("minimum", [a, b]) => a.minimum(b),
        ("matmul", [a, b]) => a.matmul(b),
        ("concat", parts) => PopulationNode::concatenate(parts),
        ("powf", _) => x.powf(entry.exponent.unwrap()),
        ("index", _) => x.index(entry.index.unwrap()),
        ("reshape", _) => entry
            .shape
            .map(|[rows, columns]| x.reshape(rows, columns))
            .unwrap(),
        (name, _) => match entry.axis {
            Some(axis) => along_axis(name, x, axis),
            None => {
                method_by_name!(name, x, neg exp ln tanh sigmoid relu softplus gelu silu sin cos sqrt square
                abs reciprocal sum mean max min prod logsumexp norm transpose)
            }
        },
    }
}

fn along_axis(name: &str, x: &PopulationNode, axis: usize) -> PopulationNode {
    match name {
        "sum" => x.sum_axis(axis),
        "mean" => x.mean_axis(axis),
        "max" => x.max_axis(axis),
        "min" => x.min_axis(axis),
        "prod" => x.prod_axis(axis),
        "logsumexp" => x.logsumexp_axis(axis),
        "norm" => x.norm_axis(axis),
        other => panic!("the reference reduces by an operation that is not there: {other}"),
    }
}

fn check(entry: &Entry) {
    let inputs: Vec<PopulationNode> = entry.inputs.iter().map(Tensor::leaf).collect();
    let output = apply(entry, &inputs);
    let name = &entry.op;
    assert_eq!(
        output.shape().to_string(),
        entry.output.shape(),
        "{name}: shape"
    );
    assert_agrees(name, &output.value(), &entry.output.members(), SINGLE, 0.0);
    let cotangent = entry.cotangent.members();
    output.backprop_with(&cotangent);
    let scale = cotangent
        .iter()
        .fold(0f64, |largest, g| largest.max(g.abs()));
    for (index, (input, reference)) in inputs.iter().zip(&entry.vjp).enumerate() {
        let what = format!("{name}, gradient of input {index}");
        assert_agrees(&what, &input.grad(), &reference.members(), SINGLE, scale);
    }
}

#[test]
fn every_operation_agrees() {
    let entries: Vec<Entry> = files::read("ops.json");
    entries.iter().for_each(check);
    let tested: BTreeSet<&str> = entries
        .iter()
        .map(|entry| {
            if entry.op == "concat" {
                "concatenate"
            } else {
                entry.op.as_str()
            }
        })
        .collect();
    let ours = operations().iter().map(|operation| operation.name);
    let untested: Vec<&str> = ours.filter(|name| !tested.contains(name)).collect();
    assert_eq!(
        untested,
        ["slice", "detach"],
        "operations without reference values"
    );
}
