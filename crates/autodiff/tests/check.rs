//! The gradient checker, tested with right and wrong rules, and then used on every operation.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use popgrad::{Error, PopulationNode, Tape, check_gradient, operations, self_check};

fn error_of(function: impl Fn(&PopulationNode) -> Result<PopulationNode, Error>) -> f64 {
    let x = PopulationNode::new([0.75, -1.25, 2.0]);
    check_gradient(&[x], |inputs| function(&inputs[0]))
        .unwrap()
        .error
}

#[test]
fn wrong_rules_are_found() {
    assert!(error_of(PopulationNode::try_square) < 1e-8, "a right rule");
    let sign = error_of(|x| (x.detach() * 2 - x).try_tanh());
    let half = error_of(|x| x.try_mul(&x.detach()));
    let small = error_of(|x| (x * 0.9999).try_add(&(x.detach() * 0.0001)));
    let one_member = error_of(|x| {
        PopulationNode::try_concatenate(&[x.index(0).detach(), x.index(1), x.index(2)])
    });
    let swapped = error_of(|x| {
        let reversed = PopulationNode::concatenate(&[x.index(2), x.index(1), x.index(0)]);
        (&reversed - reversed.detach()).try_add(&x.detach())
    });
    assert!(
        sign > 0.1 && half > 0.5 && one_member > 0.9 && swapped > 0.1,
        "{sign} {half} {one_member} {swapped}"
    );
    assert!(small > 0.9e-4, "{small}");
}

#[test]
fn a_nan_on_one_side_is_found() {
    // The root of 0 sends back an infinity, twice with opposite signs.
    let error = error_of(|x| x.try_mul(&(x - x).sqrt()));
    assert_eq!(error, f64::INFINITY);
}

#[test]
fn every_operation_has_the_slope_of_its_value() {
    for operation in operations() {
        for sample in operation.samples {
            let leaves: Vec<_> = sample
                .inputs
                .iter()
                .map(|input| input.leaf().unwrap())
                .collect();
            let found = check_gradient(&leaves, sample.apply).unwrap();
            assert!(found.error < 1e-7, "{}: {found:?}", operation.name);
        }
    }
}

/// The product of the Hessian of `Σ y²` with a vector, against differences of gradients. The square makes the
/// cotangents move too.
#[test]
fn every_operation_has_the_second_derivative_of_its_value() {
    for operation in operations() {
        for sample in operation.samples {
            let leaves: Vec<_> = sample
                .inputs
                .iter()
                .map(|input| input.leaf().unwrap())
                .collect();
            let loss = (sample.apply)(&leaves).unwrap().square().sum();
            let mut tape = Tape::record(&loss).unwrap();
            let of = tape.slot(&loss).unwrap();
            let slots: Vec<_> = leaves.iter().map(|leaf| tape.slot(leaf).unwrap()).collect();
            let start: Vec<f64> = leaves.iter().flat_map(PopulationNode::value).collect();
            let vector: Vec<f64> = (0..start.len()).map(|i| 1.0 - i as f64 * 0.3).collect();
            let mut gradient_at = |step: f64| -> Vec<f64> {
                let mut at = start.iter().zip(&vector).map(|(x, v)| x + step * v);
                for slot in &slots {
                    tape.value_mut(*slot)
                        .unwrap()
                        .fill_with(|| at.next().unwrap());
                }
                tape.backward(of).unwrap();
                slots
                    .iter()
                    .flat_map(|slot| tape.cotangent(*slot).unwrap().to_vec())
                    .collect()
            };
            let step = 1e-5;
            let (above, below) = (gradient_at(step), gradient_at(-step));
            gradient_at(0.0);
            let mut hessian = tape.hessian(of, &slots).unwrap();
            let mut product = vec![0.0; start.len()];
            hessian.multiply(&mut tape, &vector, &mut product).unwrap();
            for ((above, below), product) in above.iter().zip(&below).zip(&product) {
                let slope = (above - below) / (2.0 * step);
                let bound = 1e-6 * slope.abs().max(1.0);
                assert!(
                    (slope - product).abs() < bound,
                    "{}: {product} is not {slope}",
                    operation.name
                );
            }
        }
    }
}

#[test]
fn the_self_check_gives_the_number_of_every_platform() {
    // The browsers' tests read the same file.
    let golden = include_str!("golden/self-check.txt")
        .trim()
        .parse()
        .unwrap();
    assert_eq!(self_check(), Ok(golden));
}
