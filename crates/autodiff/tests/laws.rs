//! Laws that hold for every graph, on random ones.

use popgrad::{PopulationNode, Tape};
use proptest::prelude::*;

/// A step of a random program: which operation, on which of the nodes so far.
type Step = (u8, prop::sample::Index, prop::sample::Index);

fn program() -> impl Strategy<Value = (Vec<f64>, Vec<Step>)> {
    let members = prop::collection::vec(-3.0..3.0f64, 1..20);
    let steps = prop::collection::vec(any::<Step>(), 1..25);
    (members, steps)
}

/// Any operation on any nodes, also on shapes that do not fit.
fn apply(step: &Step, nodes: &[PopulationNode]) -> Option<PopulationNode> {
    let (operation, left, right) = step;
    let (x, y) = (left.get(nodes), right.get(nodes));
    let result = match operation % 24 {
        0 => x.try_add(y),
        1 => x.try_sub(y),
        2 => x.try_mul(y),
        3 => x.try_div(y),
        4 => x.try_maximum(y),
        5 => x.try_matmul(y),
        6 => x.try_tanh(),
        7 => x.try_sigmoid(),
        8 => x.try_relu(),
        9 => x.try_gelu(),
        10 => x.try_sum(),
        11 => x.try_mean_axis(0),
        12 => x.try_norm_axis(1),
        13 => x.try_logsumexp(),
        14 => x.try_prod(),
        15 => x.try_transpose(),
        16 => x.try_reshape(1, x.len()),
        17 => x.try_reshape(x.len(), 1),
        18 => x.try_flatten(),
        19 => x.try_index(0),
        20 => x.try_slice(0, 2),
        21 => PopulationNode::try_concatenate(&[x.clone(), y.clone(), x.clone()]),
        22 => x.try_detach(),
        _ => x.try_powf(1.5),
    };
    result.ok().filter(|node| node.len() < 10_000)
}

fn build(members: &[f64], steps: &[Step]) -> Vec<PopulationNode> {
    let mut nodes = vec![PopulationNode::new(members), PopulationNode::new(0.5)];
    for step in steps {
        nodes.extend(apply(step, &nodes));
    }
    nodes
}

fn bits(members: &[f64]) -> Vec<u64> {
    members
        .iter()
        .map(|x| if x.is_nan() { f64::NAN } else { *x }.to_bits())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// The tape gives the bits of the nodes, and no program panics.
    #[test]
    fn a_tape_replays_any_graph_to_the_bit((members, steps) in program()) {
        let nodes = build(&members, &steps);
        let last = nodes.last().unwrap();
        last.backprop();
        let mut tape = Tape::record_all(&nodes).unwrap();
        tape.forward();
        let root = tape.slot(last).unwrap();
        tape.backward(root).unwrap();
        for node in &nodes {
            let slot = tape.slot(node).unwrap();
            prop_assert_eq!(bits(tape.value(slot).unwrap()), bits(&node.value()));
            prop_assert_eq!(bits(tape.cotangent(slot).unwrap()), bits(&node.grad()));
        }
    }

    /// Watching a backward pass edge by edge shows what it gives, to the bit, and changes no gradient.
    #[test]
    fn the_steps_end_where_the_backward_pass_does((members, steps) in program()) {
        let nodes = build(&members, &steps);
        let last = nodes.last().unwrap();
        let watched = last.try_backward_steps().unwrap();
        prop_assert!(nodes.iter().all(|node| node.grad().iter().all(|g| *g == 0.0)));
        last.backprop();
        for node in nodes.iter().filter(|node| !node.is_same(last)) {
            let arrival = watched.iter().rev().find(|step| step.receiver.is_same(node));
            let ended = arrival.map_or(vec![0.0; node.len()], |step| step.cotangent.clone());
            prop_assert_eq!(bits(&ended), bits(&node.grad()));
        }
        for step in &watched {
            prop_assert_eq!(bits(&step.sent), bits(&step.sender.try_vjp(step.parent, &step.sender.grad()).unwrap()));
        }
    }

    /// The shorter pass of a descent moves a leaf by the gradient of the full pass, to the bit.
    #[test]
    fn a_descent_follows_the_gradient((members, steps) in program()) {
        let nodes = build(&members, &steps);
        let mut tape = Tape::record_all(&nodes).unwrap();
        let (x, loss) = (tape.slot(&nodes[0]).unwrap(), tape.slot(nodes.last().unwrap()).unwrap());
        let gradient = tape.gradient(loss, x).unwrap().to_vec();
        let expected: Vec<f64> = members.iter().zip(gradient).map(|(x, g)| x - 0.1 * g).collect();
        let descent = tape.descent(loss, &[(x, 0.1)]).unwrap();
        descent.run(&mut tape, 1).unwrap();
        prop_assert_eq!(bits(tape.value(x).unwrap()), bits(&expected));
    }

    /// The gradient is linear in the seed: exactly so for powers of two.
    #[test]
    fn gradients_are_linear_in_the_seed(members in prop::collection::vec(-3.0..3.0f64, 1..40)) {
        let gradient = |scale: f64| {
            let x = PopulationNode::new(&members);
            let y = (&x * &x).tanh() + x.sigmoid();
            y.backprop_with(&vec![scale; members.len()]);
            x.grad()
        };
        let scaled: Vec<f64> = gradient(1.0).iter().map(|g| 8.0 * g).collect();
        prop_assert_eq!(gradient(8.0), scaled);
    }

    /// A node used twice receives the sum over both paths.
    #[test]
    fn gradients_add_over_paths(members in prop::collection::vec(-3.0..3.0f64, 1..40)) {
        let x = PopulationNode::new(&members);
        (x.tanh() + x.square()).backprop();
        let (first, second) = (PopulationNode::new(&members), PopulationNode::new(&members));
        first.tanh().backprop();
        second.square().backprop();
        let sum: Vec<f64> = first.grad().iter().zip(second.grad()).map(|(a, b)| a + b).collect();
        for (gradient, sum) in x.grad().iter().zip(sum) {
            prop_assert!((gradient - sum).abs() <= 1e-14 * sum.abs().max(1.0));
        }
    }

    /// A population does to each member what a scalar would, in any order: SIMD blocks and their ends included.
    #[test]
    fn a_population_is_its_scalars(members in prop::collection::vec(-30.0..30.0f64, 1..300)) {
        let value_and_gradient = |members: &[f64]| {
            let x = PopulationNode::new(members);
            let y = x.tanh().square();
            y.backprop();
            (y.value(), x.grad())
        };
        let (value, gradient) = value_and_gradient(&members);
        let reversed: Vec<f64> = members.iter().rev().copied().collect();
        let (backwards, gradient_backwards) = value_and_gradient(&reversed);
        for (i, member) in members.iter().enumerate() {
            let alone = value_and_gradient(&[*member]);
            prop_assert_eq!((vec![value[i]], vec![gradient[i]]), alone);
            let mirrored = members.len() - 1 - i;
            prop_assert_eq!((value[i], gradient[i]), (backwards[mirrored], gradient_backwards[mirrored]));
        }
    }
}
