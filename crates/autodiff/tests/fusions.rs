//! Layers and squared errors, which a tape computes in loops of their own, have the bits of their nodes, whatever else
//! uses what lies inside them.

use popgrad::{PopulationNode, Random, Tape};
use proptest::prelude::*;

/// How a net is built.
#[derive(Clone, Debug)]
struct Net {
    points: usize,
    widths: Vec<usize>,
    /// One for each layer.
    biases: Vec<Bias>,
    /// Which inner node, if any, is used once more, and where: before or after the node that follows it.
    used_again: Option<(prop::sample::Index, bool)>,
    seed: u64,
}

#[derive(Clone, Copy, Debug)]
enum Bias {
    Row,
    /// A row made after the product that it is added to.
    LateRow,
    Single,
    Matrix,
    Column,
    /// The product itself.
    Product,
}

fn net() -> impl Strategy<Value = Net> {
    let bias = prop_oneof![
        6 => Just(Bias::Row),
        1 => Just(Bias::LateRow),
        1 => Just(Bias::Single),
        1 => Just(Bias::Matrix),
        1 => Just(Bias::Column),
        1 => Just(Bias::Product),
    ];
    let layers = (
        prop::collection::vec(1..7usize, 2..5),
        prop::collection::vec(bias, 4),
    );
    let again = prop::option::of(any::<(prop::sample::Index, bool)>());
    (1..10usize, layers, again, any::<u64>()).prop_map(
        |(points, (widths, biases), used_again, seed)| Net {
            points,
            widths,
            biases,
            used_again,
            seed,
        },
    )
}

/// Every node of the net in the order of creation; the last is the root.
fn build(net: &Net) -> Vec<PopulationNode> {
    let mut random = Random::new(net.seed);
    let mut matrix =
        |rows, columns| PopulationNode::matrix(rows, columns, random.normals(rows * columns));
    let mut nodes = vec![matrix(net.points, net.widths[0])];
    let mut output = nodes[0].clone();
    for (pair, bias) in net.widths.windows(2).zip(&net.biases) {
        let weights = matrix(pair[0], pair[1]);
        let early = match bias {
            Bias::Single => matrix(1, 1),
            Bias::Matrix => matrix(net.points, pair[1]),
            Bias::Column => matrix(net.points, 1),
            Bias::Row | Bias::LateRow | Bias::Product => matrix(1, pair[1]),
        };
        let product = output.matmul(&weights);
        let bias = match bias {
            Bias::LateRow => matrix(1, pair[1]),
            Bias::Product => product.clone(),
            Bias::Row | Bias::Single | Bias::Matrix | Bias::Column => early,
        };
        let sum = &product + &bias;
        output = sum.tanh();
        nodes.extend([weights, bias, product, sum, output.clone()]);
    }
    let targets = matrix(output.shape().rows(), output.shape().columns());
    let difference = &output - &targets;
    let square = difference.square();
    let mean = square.mean();
    nodes.extend([targets, difference, square, mean]);
    nodes.extend(another_use(net, &nodes));
    nodes
}

/// The loss plus or times the mean of one node more.
fn another_use(net: &Net, nodes: &[PopulationNode]) -> Option<PopulationNode> {
    let (index, is_product) = net.used_again?;
    let (loss, other) = (nodes.last()?, index.get(nodes).mean());
    Some(if is_product {
        loss * other
    } else {
        loss + other
    })
}

fn bits(members: &[f64]) -> Vec<u64> {
    members.iter().map(|x| x.to_bits()).collect()
}

fn gradients_by_nodes(nodes: &[PopulationNode], root: &PopulationNode) -> Vec<Vec<u64>> {
    nodes.iter().for_each(PopulationNode::zero_grad);
    root.backprop();
    nodes.iter().map(|node| bits(&node.grad())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Values, and cotangents from every node on the way as well as from the last.
    #[test]
    fn a_tape_of_layers_has_the_bits_of_the_nodes(net in net(), root in any::<prop::sample::Index>()) {
        let nodes = build(&net);
        let mut tape = Tape::record_all(&nodes).unwrap();
        tape.forward();
        for root in [nodes.last().unwrap(), root.get(&nodes)] {
            let expected = gradients_by_nodes(&nodes, root);
            tape.backward(tape.slot(root).unwrap()).unwrap();
            for (node, gradient) in nodes.iter().zip(expected) {
                let slot = tape.slot(node).unwrap();
                prop_assert_eq!(bits(tape.value(slot).unwrap()), bits(&node.value()));
                prop_assert_eq!(bits(tape.cotangent(slot).unwrap()), gradient, "of a {}", node.op());
            }
        }
    }

    /// A descent moves one leaf, or all, by the gradients of the nodes.
    #[test]
    fn a_descent_over_layers_follows_the_nodes(net in net(), only in any::<prop::sample::Index>()) {
        let nodes = build(&net);
        let expected = gradients_by_nodes(&nodes, nodes.last().unwrap());
        let leaves: Vec<usize> = (0..nodes.len()).filter(|index| nodes[*index].op() == "leaf").collect();
        for moving in [vec![*only.get(&leaves)], leaves] {
            let mut tape = Tape::record_all(&nodes).unwrap();
            let slots: Vec<_> = moving.iter().map(|index| tape.slot(&nodes[*index]).unwrap()).collect();
            let parameters: Vec<_> = slots.iter().map(|slot| (*slot, 0.5)).collect();
            let loss = tape.slot(nodes.last().unwrap()).unwrap();
            tape.descent(loss, &parameters).unwrap().run(&mut tape, 1).unwrap();
            for (index, slot) in moving.into_iter().zip(slots) {
                let gradient = &expected[index];
                let moved = nodes[index].value().into_iter().zip(gradient);
                let moved: Vec<f64> = moved.map(|(x, g)| x - 0.5 * f64::from_bits(*g)).collect();
                prop_assert_eq!(bits(tape.value(slot).unwrap()), bits(&moved));
            }
        }
    }
}
