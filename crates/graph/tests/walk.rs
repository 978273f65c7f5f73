//! The walk shows the graph as it is and the backward pass as the engine makes it.

use popgrad::{PopulationNode, operations};
use popgrad_graph::{EdgeState, Rule, Walk, explain};

/// The seed's graph: x * x + x and its sum.
fn seed() -> (PopulationNode, PopulationNode, Walk) {
    let x = PopulationNode::new([1.0, 2.0, 3.0]);
    let p = &x * &x;
    let y = &p + &x;
    let z = y.sum();
    let names = [("x", &x), ("p", &p), ("y", &y), ("z", &z)];
    let walk = Walk::new(&z, &names).expect("a small graph");
    (x, z, walk)
}

#[test]
fn edges_are_visited_in_the_order_of_the_backward_pass() {
    let (_, _, walk) = seed();
    let name = |place: usize| walk.nodes()[place].name.as_str();
    let visited: Vec<_> = walk
        .edges()
        .iter()
        .map(|edge| (name(edge.sender), name(edge.receiver), edge.part))
        .collect();
    let expected = [
        ("z", "y", 1),
        ("y", "p", 1),
        ("y", "x", 1),
        ("p", "x", 2),
        ("p", "x", 3),
    ];
    assert_eq!(visited, expected);
    assert!(walk.nodes().iter().map(|node| node.parts).eq([3, 1, 1, 0]));
}

#[test]
fn a_node_waits_for_all_of_its_parts() {
    let (x, z, walk) = seed();
    let at_x: Vec<_> = (0..=5)
        .map(|step| {
            let now = walk.at(step).nodes[0].clone();
            (now.arrived, now.gradient, now.is_complete)
        })
        .collect();
    let expected = [
        (0, None, false),
        (0, None, false),
        (0, None, false),
        (1, Some(vec![1.0, 1.0, 1.0]), false),
        (2, Some(vec![2.0, 3.0, 4.0]), false),
        (3, Some(vec![3.0, 5.0, 7.0]), true),
    ];
    assert_eq!(at_x, expected);
    z.backprop();
    assert_eq!(walk.at(99).nodes[0].gradient, Some(x.grad()));
    assert_eq!(walk.at(0).nodes[3].gradient, Some(vec![1.0]));
    let states = walk.at(3).edges;
    assert_eq!(
        states[1..4],
        [EdgeState::Done, EdgeState::Active, EdgeState::Idle]
    );
}

#[test]
fn a_second_pass_adds_to_what_leaves_hold() {
    let (x, z, _) = seed();
    let walk = Walk::by(Rule::Stale, &z, &[]).unwrap();
    z.backprop();
    assert_eq!(walk.at(0).nodes[0].gradient, Some(vec![3.0, 5.0, 7.0]));
    z.backprop();
    assert_eq!(walk.at(5).nodes[0].gradient, Some(x.grad()));
    assert_eq!(x.grad(), [6.0, 10.0, 14.0]);
}

#[test]
fn the_parts_along_all_paths_add_up_to_the_gradient() {
    let x = PopulationNode::new([0.3, -1.2]);
    let a = x.tanh();
    let b = &a * &x;
    let c = &(&b + &a) * &(&x + &a);
    let z = c.sum();
    let walk = Walk::new(&z, &[]).unwrap();
    let paths = walk.paths([&z, &x], 100).unwrap();
    assert_eq!(paths.len() as f64, walk.path_count(&x));
    z.backprop();
    for (member, gradient) in x.grad().iter().enumerate() {
        let sum: f64 = paths.iter().map(|path| path.part[member]).sum();
        assert!((sum - gradient).abs() < 1e-14, "{sum} against {gradient}");
    }
    assert_eq!(walk.paths([&z, &x], 2).unwrap(), paths[..2]);
}

#[test]
fn paths_are_named_from_the_leaf_on() {
    let (x, z, walk) = seed();
    let paths = walk.paths([&z, &x], 10).unwrap();
    let names: Vec<_> = paths.iter().map(|path| walk.path_name(path)).collect();
    assert_eq!(names, ["x → p → y → z", "x → p → y → z", "x → y → z"]);
}

#[test]
fn local_derivatives_are_shown_where_they_are_factors() {
    let (_, _, walk) = seed();
    let factors: Vec<_> = walk
        .edges()
        .iter()
        .map(|edge| edge.factor.clone())
        .collect();
    assert_eq!(factors[0], Some(vec![1.0; 3]));
    assert_eq!(factors[3], Some(vec![1.0, 2.0, 3.0]));
    let left = PopulationNode::matrix(2, 2, [1, 2, 3, 4]);
    let product = left.matmul(&left);
    let walk = Walk::new(&product, &[]).unwrap();
    assert_eq!(walk.edges()[0].factor, None);
    for edge in walk.edges() {
        let factor = edge.factor.as_deref().unwrap_or_default();
        assert!(
            factor
                .iter()
                .zip(&edge.gradient)
                .zip(&edge.sent)
                .all(|((f, g), s)| f * g == *s)
        );
    }
}

#[test]
fn what_no_gradient_reaches_is_left_out() {
    let x = PopulationNode::new(2.0);
    let y = &x.detach() * &x;
    let walk = Walk::new(&y, &[]).unwrap();
    assert_eq!((walk.nodes().len(), walk.steps()), (3, 2));
    assert_eq!(walk.path_count(&x), 1.0);
}

#[test]
fn every_operation_is_explained() {
    for operation in operations() {
        for sample in operation.samples {
            let leaves: Vec<_> = sample
                .inputs
                .iter()
                .map(|one| one.leaf().unwrap())
                .collect();
            let node = (sample.apply)(&leaves).unwrap();
            let walk = Walk::new(&node, &[]).unwrap();
            for step in [0, walk.steps()] {
                let nodes = walk.nodes().iter().map(|node| &node.id);
                for id in nodes.chain(walk.edges().iter().map(|edge| &edge.id)) {
                    let explained = explain(&walk, step, id).unwrap();
                    assert!(explained.words.ends_with('.'), "{}", explained.words);
                    assert!(explained.formula.contains('='), "{}", explained.formula);
                }
            }
            assert_eq!(explain(&walk, 0, "node-9-node-10"), None);
        }
    }
}

#[test]
fn the_figure_calls_edges_by_the_names_of_their_nodes() {
    let (_, _, walk) = seed();
    let graph = popgrad_graph::graph("seed", &walk, 4, None);
    let names: Vec<_> = graph
        .marks()
        .iter()
        .map(|mark| mark.name.as_str())
        .collect();
    assert_eq!(names[..4], ["x", "p = x · x", "y = p + x", "z = sum(y)"]);
    assert_eq!(names[4..6], ["from y to z", "from p to y"]);
    let ids = graph.marks()[4..].iter().map(|mark| mark.id.as_str());
    assert!(ids.eq(walk.edges().iter().map(|edge| edge.id.as_str())));
    assert_eq!(graph.nodes[0].value_text, "[1, 2, 3]");
    assert_eq!(graph.nodes[0].gradient_text, "[2, 3, 4]");
    assert_eq!(graph.edges[4].flow, None);
}
