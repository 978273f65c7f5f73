//! The catapult.

use popgrad_figures::Layer;

use crate::support::{figure, mark, panel, value};
use crate::{SUBJECT, close, said, state};

const CATAPULT: &str = "training-stability-catapult";

/// The losses of the chosen run.
fn losses(step: f64) -> Vec<f64> {
    let figure = figure(&state(&[("catapult-step", step)]), CATAPULT);
    let chosen = panel(&figure, "loss")
        .layers
        .iter()
        .rev()
        .find_map(|layer| match layer {
            Layer::Curve(curve) => Some(curve.points.iter().map(|[_, loss]| *loss).collect()),
            _ => None,
        });
    chosen.expect("the chosen run")
}

/// The sharpness where the run ends.
fn end(step: f64) -> f64 {
    value(
        &figure(&state(&[("catapult-step", step)]), CATAPULT),
        "present-step",
    )
}

#[test]
fn the_estimates_follow_from_the_sharpness_at_the_start() {
    // The Hessian at (3, 0.1) is [[v², 2uv − 1], [2uv − 1, u²]].
    let (a, b, c) = (0.01_f64, -0.4_f64, 9.0_f64);
    let sharpness = (a + c) / 2.0 + libm::hypot((a - c) / 2.0, b);
    let figure = figure(&state(&[]), CATAPULT);
    close(value(&figure, "stays-below"), 2.0 / sharpness, 1e-9);
    close(value(&figure, "estimate"), 4.0 / sharpness, 1e-9);
    close(said("first_sharpness"), sharpness, 1e-3);
    close(said("stays"), 0.222, 0.0);
    close(said("estimate"), 0.444, 0.0);
}

#[test]
fn a_small_step_stays_larger_ones_are_thrown_and_the_largest_leaves() {
    let falls = |losses: &[f64]| losses.windows(2).all(|pair| pair[1] <= pair[0]);
    assert!(falls(&losses(0.2)));
    let stays = end(0.2);
    assert!(stays > 8.0, "{stays}");
    for step in [0.3, 0.4] {
        let losses = losses(step);
        assert!(losses[1] > losses[0], "{step}");
        assert!(losses[losses.len() - 1] < 1e-6, "{step}");
        let flat = end(step);
        assert!(flat < 0.5 * stays && flat < 2.0 / step, "{step}: {flat}");
    }
    assert_eq!(end(0.5), f64::INFINITY);
    assert!(losses(0.5).iter().any(|loss| !loss.is_finite()));
}

#[test]
fn the_measured_limit_lies_below_the_estimate() {
    let limit = value(&figure(&state(&[]), CATAPULT), "limit");
    assert!((0.42..said("estimate")).contains(&limit), "{limit}");
    close(said("limit"), limit, 1e-3);
    // Steps of the slider on both sides.
    assert!(end(0.425).is_finite());
    assert!(end(0.435).is_infinite());
}

#[test]
fn a_place_follows_from_the_one_before() {
    let figure = figure(&state(&[("catapult-step", 0.3)]), CATAPULT);
    let [mut u, mut v] = [3.0, 0.1];
    for step in 1..=6 {
        let error: f64 = u * v - 1.0;
        (u, v) = (u - 0.3 * error * v, v - 0.3 * error * u);
        let [x, y] = mark(&figure, &format!("place-{step}")).at;
        close(x, u, 1e-9);
        close(y, v, 1e-9);
    }
}

#[test]
fn divergence_says_which_step_and_where() {
    let state = state(&[("catapult-step", 0.5)]);
    let explained = SUBJECT.article().explain(&state, CATAPULT, "present-step");
    let words = explained.unwrap().words;
    let [mut u, mut v] = [3.0_f64, 0.1_f64];
    let mut steps = 0;
    while u.is_finite() && v.is_finite() {
        let error = u * v - 1.0;
        (u, v) = (u - 0.5 * error * v, v - 0.5 * error * u);
        steps += 1;
    }
    let expected = format!("step {steps} multiplied");
    assert!(
        words.contains(&expected) && words.contains("by 0.5"),
        "{words}"
    );
}
