//! The workloads as the experiments would write them.

use popgrad::{PopulationNode, Random, Slot, Tape};

/// A tanh net, with its loss if there are targets.
struct Net {
    tape: Tape,
    inputs: Slot,
    output: Slot,
    parameters: Vec<Slot>,
}

fn net(points: usize, widths: &[usize], with_loss: bool) -> Net {
    let mut random = Random::new(1);
    let mut matrix =
        |rows, columns| PopulationNode::matrix(rows, columns, random.normals(rows * columns));
    let inputs = matrix(points, widths[0]);
    let targets = matrix(points, widths[widths.len() - 1]).tanh();
    let mut layer = inputs.clone();
    let mut leaves = Vec::new();
    for pair in widths.windows(2) {
        let (weights, biases) = (matrix(pair[0], pair[1]), matrix(1, pair[1]));
        layer = (layer.matmul(&weights) + &biases).tanh();
        leaves.extend([weights, biases]);
    }
    let output = if with_loss {
        (layer - targets).square().mean()
    } else {
        layer
    };
    let tape = Tape::record(&output).unwrap();
    let slot = |node: &PopulationNode| tape.slot(node).unwrap();
    let (inputs, output) = (slot(&inputs), slot(&output));
    let parameters = leaves.iter().map(slot).collect();
    Net {
        tape,
        inputs,
        output,
        parameters,
    }
}

pub(crate) fn train(points: usize, widths: &[usize], steps: usize) -> impl FnMut() -> f64 + use<> {
    let Net {
        mut tape,
        output,
        parameters,
        ..
    } = net(points, widths, true);
    let steps_sizes: Vec<_> = parameters.into_iter().map(|slot| (slot, 1e-3)).collect();
    let descent = tape.descent(output, &steps_sizes).unwrap();
    move || {
        descent.run(&mut tape, steps).unwrap();
        tape.value(output).unwrap()[0]
    }
}

pub(crate) fn grid() -> impl FnMut() -> f64 {
    let Net {
        mut tape,
        inputs,
        output,
        ..
    } = net(256, &[2, 8, 8, 1], false);
    move || {
        let mut total = 0.0;
        for row in 0..256 {
            let points = tape
                .value_mut(inputs)
                .unwrap()
                .chunks_exact_mut(2)
                .enumerate();
            points.for_each(|(column, point)| {
                point.copy_from_slice(&[column as f64 / 128.0, row as f64 / 128.0]);
            });
            tape.forward();
            total += tape.value(output).unwrap()[0];
        }
        total
    }
}

pub(crate) fn tanh_chain(members: usize) -> impl FnMut() -> f64 {
    let data = Random::new(2).normals(members);
    move || {
        let x = PopulationNode::new(&data);
        let y = (0..8).fold(x.clone(), |y, _| y.tanh());
        y.sum().backprop();
        x.grad()[0]
    }
}

pub(crate) fn deep() -> impl FnMut() -> f64 {
    let mut random = Random::new(3);
    let mut matrix = || {
        PopulationNode::matrix(
            64,
            64,
            random
                .normals(4096)
                .iter()
                .map(|x| x / 8.0)
                .collect::<Vec<_>>(),
        )
    };
    let mut layers = vec![matrix()];
    for depth in 0..50 {
        layers.push(layers[depth].matmul(&matrix()).tanh());
    }
    let output = layers[50].sum();
    let mut tape = Tape::record(&output).unwrap();
    let slots: Vec<_> = layers
        .iter()
        .map(|layer| tape.slot(layer).unwrap())
        .collect();
    let output = tape.slot(&output).unwrap();
    move || {
        tape.forward();
        tape.backward(output).unwrap();
        let square = |slot: &Slot| {
            tape.cotangent(*slot)
                .unwrap()
                .iter()
                .fold(0.0, |total, g| total + g * g)
        };
        slots.iter().map(|slot| square(slot).sqrt()).sum()
    }
}

pub(crate) fn map() -> impl FnMut() -> f64 {
    let Net {
        mut tape,
        output,
        parameters,
        ..
    } = net(4, &[2, 4, 1], true);
    let start: Vec<Vec<f64>> = parameters
        .iter()
        .map(|slot| tape.value(*slot).unwrap().to_vec())
        .collect();
    let pairs: Vec<_> = parameters.iter().map(|slot| (*slot, 0.0)).collect();
    let mut descent = tape.descent(output, &pairs).unwrap();
    move || {
        let mut total = 0.0;
        for pixel in 0..64 {
            for (slot, start) in parameters.iter().zip(&start) {
                tape.set(*slot, start).unwrap();
            }
            let step_sizes = [
                f64::from(pixel % 8 + 1) * 1e-2,
                f64::from(pixel / 8 + 1) * 1e-2,
            ];
            for parameter in 0..4 {
                descent
                    .set_step_size(parameter, step_sizes[parameter / 2])
                    .unwrap();
            }
            descent.run(&mut tape, 200).unwrap();
            total += tape.value(output).unwrap()[0];
        }
        total
    }
}
