//! The net against runs that were computed elsewhere (JAX, in double precision).

use serde_json::Value;

use super::{Design, Loss, POINTS, Targets, Training, Weights, answer};

/// A number, a list or rows as one row.
fn row(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(parts) => parts.iter().flat_map(row).collect(),
        _ => vec![value.as_f64().expect("a number")],
    }
}

fn weights(value: &Value) -> Weights {
    Weights {
        w1: row(&value["w1"]),
        b1: row(&value["b1"]),
        w2: row(&value["w2"]),
        b2: row(&value["b2"])[0],
    }
}

#[track_caller]
fn assert_agrees(ours: &Weights, reference: &Weights, tolerance: f64) {
    let (ours, reference) = (ours.row(), reference.row());
    assert_eq!(ours.len(), reference.len());
    for (ours, reference) in ours.into_iter().zip(reference) {
        let bound = tolerance * reference.abs().max(1.0);
        assert!((ours - reference).abs() <= bound, "{ours} {reference}");
    }
}

#[test]
fn runs_agree_with_the_reference() {
    let text = include_str!("../../../autodiff/tests/reference/xor.json");
    let reference: Value = serde_json::from_str(text).unwrap();
    let runs = reference["runs"].as_array().unwrap();
    assert!(!runs.is_empty());
    for run in runs {
        let start = weights(&run["init"]);
        let design = Design {
            tanh_output: true,
            ..Design::with_hidden(start.hidden())
        };
        let step_size = run["lr"].as_f64().unwrap();
        let mut training = Training::new(design, &start, [step_size; 2]).unwrap();
        let gradient = training.gradient().unwrap();
        assert_agrees(&gradient, &weights(&run["gradient_at_init"]), 1e-12);
        let losses = run["loss_after_steps"].as_object().unwrap();
        let mut stops: Vec<usize> = losses.keys().map(|key| key.parse().unwrap()).collect();
        stops.sort_unstable();
        let mut made = 0;
        for stop in stops {
            training.run(stop - made).unwrap();
            made = stop;
            let (ours, reference) = (training.loss().unwrap(), row(&losses[&stop.to_string()])[0]);
            assert!((ours - reference).abs() <= 1e-9, "{stop}: {ours}");
        }
        assert_agrees(&training.weights().unwrap(), &weights(&run["final"]), 1e-9);
    }
}

#[test]
fn weights_are_drawn_with_variance_gain_squared_over_fan_in() {
    let (mut first, mut second) = (0.0, 0.0);
    let seeds = 4000;
    for seed in 0..seeds {
        let weights = Weights::random(8, 3.0, seed);
        first += weights.w1.iter().map(|w| w * w).sum::<f64>() / 16.0;
        second += weights.w2.iter().map(|w| w * w).sum::<f64>() / 8.0;
        assert!(weights.b1.iter().all(|bias| *bias == 0.0) && weights.b2 == 0.0);
    }
    let [first, second] = [first, second].map(|sum| sum / seeds as f64);
    assert!((first / 4.5 - 1.0).abs() < 0.03, "{first}");
    assert!((second / 1.125 - 1.0).abs() < 0.03, "{second}");
}

#[test]
fn a_row_is_read_back() {
    let start = Weights::random(3, 1.0, 7);
    let training = Training::new(Design::with_hidden(3), &start, [0.1; 2]).unwrap();
    assert_eq!(training.weights().unwrap(), start);
    assert_eq!(start.unit(1), [start.w1[1], start.w1[4], 0.0, start.w2[1]]);
}

#[test]
fn layers_move_by_their_own_step_sizes() {
    let start = Weights::random(2, 1.0, 7);
    let mut training = Training::new(Design::with_hidden(2), &start, [0.0, 0.1]).unwrap();
    training.run(5).unwrap();
    let end = training.weights().unwrap();
    assert_eq!((&end.w1, &end.b1), (&start.w1, &start.b1));
    assert!(end.w2 != start.w2 && end.b2 != start.b2);
}

#[test]
fn the_loss_is_that_of_the_answers() {
    for (targets, loss) in [
        (Targets::Signed, Loss::Squared),
        (Targets::ZeroOne, Loss::Squared),
        (Targets::Signed, Loss::Logistic),
        (Targets::ZeroOne, Loss::Logistic),
    ] {
        let design = Design {
            targets,
            loss,
            ..Design::with_hidden(3)
        };
        let start = Weights::random(3, 2.0, 5);
        let ours = Training::new(design, &start, [0.1; 2])
            .and_then(|mut training| training.loss())
            .unwrap();
        let outputs = answer(design, &start, &POINTS).unwrap().outputs;
        let targets = targets.values();
        let each = outputs.iter().zip(targets).map(|(output, target)| {
            let sign = if target == 1.0 { 1.0 } else { -1.0 };
            match loss {
                Loss::Squared => (output - target) * (output - target),
                Loss::Logistic => libm::log1p(libm::exp(-sign * output)),
            }
        });
        let by_hand = each.sum::<f64>() / 4.0;
        assert!((ours - by_hand).abs() < 1e-14, "{ours} {by_hand}");
    }
}

/// A row in the order of the reference, `b1, b2, w1, w2`, in the order of [`Weights`].
fn reordered(row: &[f64]) -> Vec<f64> {
    let hidden = row.len() / 4;
    let (b1, rest) = row.split_at(hidden);
    let (b2, rest) = rest.split_at(1);
    let (w1, w2) = rest.split_at(2 * hidden);
    [w1, b1, w2, b2].concat()
}

#[test]
fn sharpness_and_hessian_products_agree_with_the_reference() {
    let text = include_str!("../../../autodiff/tests/reference/sharpness.json");
    let reference: Value = serde_json::from_str(text).unwrap();
    let entries = reference.as_array().unwrap();
    assert!(!entries.is_empty());
    for entry in entries {
        let weights = weights(&entry["params"]);
        let design = Design {
            tanh_output: true,
            ..Design::with_hidden(weights.hidden())
        };
        let mut training = Training::new(design, &weights, [0.1; 2]).unwrap();
        let largest = training.sharpness().unwrap();
        let expected = entry["largest_eigenvalue"].as_f64().unwrap();
        assert!((largest.value - expected).abs() <= 1e-9, "{largest:?}");
        assert!(largest.products < 10_000, "{largest:?}");
        let vector = reordered(&row(&entry["vector"]));
        let product = training.hessian_times(&vector).unwrap();
        let expected = reordered(&row(&entry["hessian_vector_product"]));
        assert_agrees(
            &Weights::from_row(&product),
            &Weights::from_row(&expected),
            1e-9,
        );
    }
}

#[test]
fn a_run_from_a_restart_is_the_run_of_a_new_training() {
    let design = Design::with_hidden(4);
    let start = Weights::random(4, 1.0, 7);
    let mut used = Training::new(design, &start, [5.0, 0.1]).unwrap();
    used.run(30).unwrap();
    used.restart(&start, [0.2, 0.3]).unwrap();
    let mut fresh = Training::new(design, &start, [0.2, 0.3]).unwrap();
    let mut losses = [[0.0; 25]; 2];
    used.run_recording(&mut losses[0]).unwrap();
    fresh.run_recording(&mut losses[1]).unwrap();
    assert_eq!(losses[0].map(f64::to_bits), losses[1].map(f64::to_bits));
    assert_eq!(used.weights().unwrap(), fresh.weights().unwrap());
}
