//! What a person relies on when building graphs: sizes, gradients that add up, errors that say what is wrong.

use popgrad::{Error, MAX_MEMBERS, Number, PopulationNode, Random, Tape};

#[test]
fn a_chain_of_a_million_nodes_builds_differentiates_and_drops() {
    let x = PopulationNode::new(1.0);
    let mut y = x.clone();
    for _ in 0..1_000_000 {
        y = y + 1;
    }
    y.backprop();
    assert_eq!((y.value(), x.grad()), (vec![1_000_001.0], vec![1.0]));
}

#[test]
fn a_long_chain_is_replayed_on_a_tape() {
    let x = PopulationNode::new(1.0);
    let y = (0..10_000).fold(x.clone(), |y, _| y * 1.0 + 1.0);
    let mut tape = Tape::record(&y).unwrap();
    let (x, y) = (tape.slot(&x).unwrap(), tape.slot(&y).unwrap());
    tape.set(x, &[5.0]).unwrap();
    assert_eq!(tape.gradient(y, x).unwrap(), [1.0]);
    assert_eq!(tape.value(y).unwrap(), [10_005.0]);
}

#[test]
fn leaves_accumulate_and_inner_nodes_show_the_last_pass() {
    let x = PopulationNode::new([0.1, 0.7]);
    let y = x.tanh();
    let z = y.sum();
    z.backprop();
    let (once, inner) = (x.grad(), y.grad());
    z.backprop();
    assert_eq!(x.grad(), once.iter().map(|g| 2.0 * g).collect::<Vec<_>>());
    assert_eq!(y.grad(), inner);
    z.zero_grad();
    assert_eq!(
        [x.grad(), y.grad(), z.grad()],
        [vec![0.0; 2], vec![0.0; 2], vec![0.0]]
    );
    z.backprop();
    assert_eq!(x.grad(), once);
}

#[test]
fn a_node_that_was_not_reached_has_gradient_zero() {
    let (x, other) = (PopulationNode::new(1.0), PopulationNode::new([1.0, 2.0]));
    let apart = other.square();
    (&x * &x).backprop();
    assert_eq!((other.grad(), apart.grad()), (vec![0.0; 2], vec![0.0; 2]));
}

#[test]
fn numbers_stand_on_either_side() {
    let x = PopulationNode::new(4.0);
    let results = [
        2.0 - &x,
        &x - 2.0,
        2 / &x,
        &x / 2,
        3 * x.clone(),
        x.clone() + 0.5,
        -&x,
    ];
    let values: Vec<f64> = results.iter().flat_map(PopulationNode::value).collect();
    assert_eq!(values, [-2.0, 2.0, 0.5, 2.0, 12.0, 4.5, -4.0]);
    assert!((&x * 2).to_string().ends_with("Parents=[[4.0], [2]]"));
    assert!((&x * 2.0).to_string().ends_with("Parents=[[4.0], [2.0]]"));
}

#[test]
fn kinks_and_ties_have_the_promised_derivatives() {
    let gradient = |x: [f64; 3], y: fn(&PopulationNode) -> PopulationNode| {
        let x = PopulationNode::new(x);
        y(&x).backprop();
        x.grad()
    };
    assert_eq!(gradient([0.0; 3], PopulationNode::relu), [0.0; 3]);
    assert_eq!(gradient([0.0; 3], PopulationNode::abs), [0.0; 3]);
    assert_eq!(gradient([0.0; 3], PopulationNode::norm), [0.0; 3]);
    assert_eq!(gradient([0.0; 3], PopulationNode::sqrt), [f64::INFINITY; 3]);
    assert_eq!(
        gradient([2.0, 1.0, 2.0], PopulationNode::max),
        [0.5, 0.0, 0.5]
    );
    assert_eq!(gradient([1.0; 3], PopulationNode::min), [1.0 / 3.0; 3]);
    assert_eq!(
        gradient([0.0, 2.0, 3.0], PopulationNode::prod),
        [6.0, 0.0, 0.0]
    );
}

#[test]
fn nan_and_infinity_are_carried() {
    let x = PopulationNode::new([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]);
    let y = x.tanh();
    assert_eq!(
        y.to_string().split(", grad").next(),
        Some("[NODE] op=tanh, value=[nan, 1.0, -1.0]")
    );
    let difference = (&x - &x).value();
    assert!(
        difference
            .iter()
            .all(|value| value.to_bits() == f64::NAN.to_bits()),
        "one NaN"
    );
    for reduced in [
        x.sum(),
        x.max(),
        x.min(),
        x.prod(),
        x.norm(),
        x.logsumexp(),
        x.mean(),
    ] {
        assert!(reduced.value()[0].is_nan(), "{}", reduced.op());
    }
}

#[test]
fn errors_name_operation_lengths_and_values() {
    let (x, y) = (
        PopulationNode::new([1, 2, 3]),
        PopulationNode::new([1.0, 2.0]),
    );
    for (name, error) in [
        ("add", x.try_add(&y)),
        ("mul", x.try_mul(&y)),
        ("maximum", x.try_maximum(&y)),
    ] {
        let message = error.unwrap_err().to_string();
        assert!(message.starts_with(&format!("{name}: ")), "{message}");
        assert!(
            message.contains("3 and 2") && message.contains("[1, 2, 3] and [1.0, 2.0]"),
            "{message}"
        );
    }
    let long = PopulationNode::new(vec![0.5; 100]);
    let message = long.try_matmul(&y).unwrap_err().to_string();
    assert!(
        message.contains("[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, ...]"),
        "{message}"
    );
    let message = x.try_sum_axis(0).unwrap_err().to_string();
    assert!(
        message.starts_with("sum: the shape (3,) of [1, 2, 3] does not fit"),
        "{message}"
    );
    assert_eq!(
        x.try_sum_axis(2).unwrap_err(),
        Error::Axis {
            operation: "sum",
            axis: 2
        }
    );
    assert_eq!(
        PopulationNode::try_new(Vec::<f64>::new()).unwrap_err(),
        Error::Empty
    );
    assert_eq!(
        PopulationNode::try_concatenate(&[]).unwrap_err(),
        Error::Empty
    );
    assert!(x.try_index(3).is_err() && x.try_slice(2, 2).is_err() && x.try_slice(3, 1).is_err());
    assert!(x.try_set_value([1.0]).is_err() && x.tanh().try_set_value([1.0; 3]).is_err());
    assert!(x.try_backprop_with(&[1.0]).is_err());
    let borrowed = x.values();
    assert_eq!(
        x.try_set_value([1.0; 3]).unwrap_err(),
        Error::Borrowed {
            operation: "set_value"
        }
    );
    drop(borrowed);
    let panic =
        std::panic::catch_unwind(|| PopulationNode::new([1, 2, 3]) + PopulationNode::new([1, 2]));
    let message = *panic.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(
        message,
        x.try_add(&PopulationNode::new([1, 2]))
            .unwrap_err()
            .to_string()
    );
}

#[test]
fn too_many_members_are_an_error_before_anything_is_allocated() {
    let column = PopulationNode::matrix(100_000, 1, vec![1.0; 100_000]);
    let row = PopulationNode::new(vec![1.0; 100_000]);
    for result in [
        column.try_add(&row),
        column.try_matmul(&row.reshape(1, 100_000)),
    ] {
        assert_eq!(
            result.unwrap_err(),
            Error::TooLarge {
                members: Some(10_000_000_000)
            }
        );
    }
    let too_large = Error::TooLarge {
        members: Some(MAX_MEMBERS + 1),
    };
    assert_eq!(
        PopulationNode::try_matrix(1, MAX_MEMBERS + 1, 1.0).unwrap_err(),
        too_large
    );
    // Zeros that nobody reads or copies take no memory.
    let zeros = vec![0.0; MAX_MEMBERS + 1];
    assert_eq!(PopulationNode::try_new(&zeros[..]).unwrap_err(), too_large);
    assert!(PopulationNode::try_matrix(usize::MAX, 2, 1.0).is_err());
}

#[test]
fn a_leaf_keeps_how_it_was_written_and_its_identity() {
    let x = PopulationNode::new([Number::Integer(1), Number::Float(2.0)]);
    let id = x.id();
    assert_eq!(x.numbers(), [Number::Integer(1), Number::Float(2.0)]);
    x.set_value([0.5, 7.0]);
    assert_eq!(
        (x.id(), x.numbers()),
        (id, vec![Number::Float(0.5), Number::Float(7.0)])
    );
}

#[test]
fn a_tape_refuses_what_is_not_its_own() {
    let (x, y) = (PopulationNode::new(1.0), PopulationNode::new(2.0));
    let square = x.square();
    let mut tape = Tape::record(&square).unwrap();
    assert_eq!(tape.slot(&y).unwrap_err(), Error::NotOnTape { op: "leaf" });
    let other = Tape::record(&y).unwrap();
    let foreign = other.slot(&y).unwrap();
    assert_eq!(tape.value(foreign).unwrap_err(), Error::OtherTape);
    assert_eq!(tape.backward(foreign).unwrap_err(), Error::OtherTape);
    let inner = tape.slot(&square).unwrap();
    assert!(matches!(
        tape.set(inner, &[1.0]),
        Err(Error::NotALeaf { .. })
    ));
    let leaf = tape.slot(&x).unwrap();
    assert!(matches!(
        tape.set(leaf, &[1.0, 2.0]),
        Err(Error::Length {
            given: 2,
            expected: 1,
            ..
        })
    ));
    assert!(matches!(
        tape.descent(inner, &[(inner, 0.1)]),
        Err(Error::NotALeaf { .. })
    ));
}

#[test]
fn a_descent_leaves_alone_what_the_loss_does_not_depend_on() {
    let (x, other) = (PopulationNode::new(1.0), PopulationNode::new(5.0));
    let (loss, apart) = (x.square(), other.square());
    let mut tape = Tape::record_all(&[loss.clone(), apart.clone()]).unwrap();
    let [x, other, loss, apart] = [&x, &other, &loss, &apart].map(|node| tape.slot(node).unwrap());
    let descent = tape.descent(loss, &[(x, 0.25), (other, 0.25)]).unwrap();
    tape.backward(apart).unwrap();
    descent.run(&mut tape, 2).unwrap();
    assert_eq!(
        (tape.value(x).unwrap(), tape.value(other).unwrap()),
        (&[0.25][..], &[5.0][..])
    );
}

#[test]
fn a_backward_pass_takes_the_nodes_of_any_graph_from_the_latest_to_the_first() {
    let mut random = Random::new(3);
    for size in 1..60 {
        let mut nodes = vec![PopulationNode::new(1.0)];
        while nodes.len() < size {
            let place = |random: &mut Random| random.bits() as usize % nodes.len();
            let (left, right) = (place(&mut random), place(&mut random));
            nodes.push(&nodes[left] + &nodes[right]);
        }
        let whole = PopulationNode::concatenate(&nodes);
        let steps = whole.try_backward_steps().unwrap();
        let senders: Vec<u64> = steps.iter().map(|step| step.sender.id()).collect();
        assert!(senders.is_sorted_by(|later, earlier| later >= earlier));
        let expected = nodes.len() + 2 * (nodes.len() - 1);
        assert_eq!(senders.len(), expected, "each edge once");
    }
}
