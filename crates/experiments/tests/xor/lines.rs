//! What a line can do, and where gradient descent leads it.

use popgrad_figures::Layer;

use crate::support::figure;
use crate::{experiment, formula, mark, state, value};

#[test]
fn no_line_gets_four_points_right() {
    let mut seen = [false; 5];
    for left in -8..=8 {
        for right in -8..=8 {
            let ends = [left, right].map(|end| f64::from(end) / 4.0);
            let state = state(&[("left", ends[0]), ("right", ends[1])]);
            let count = mark(&figure(&state, "xor"), "yours").expect("a count");
            seen[count as usize] = true;
        }
    }
    assert_eq!(seen, [false, true, true, true, false]);
    assert!(
        experiment()
            .verdict(&state(&[]), 3.0)
            .unwrap()
            .starts_with("Yes.")
    );
    let verdict = experiment().verdict(&state(&[]), 4.0).unwrap();
    assert!(
        verdict.contains("1 off") && verdict.contains("3 of 4"),
        "{verdict}"
    );
}

#[test]
fn the_answer_is_hidden_until_the_reader_commits() {
    let mut state = state(&[]);
    state.predict(4.0).unwrap();
    let hidden = figure(&state, "xor");
    assert_eq!(mark(&hidden, "yours"), None);
    let words = format!("{hidden:?}");
    assert!(
        !words.contains("wrong") && !words.contains("of 4 right"),
        "{words}"
    );
    state.commit();
    let shown = figure(&state, "xor");
    assert_eq!(mark(&shown, "yours"), Some(3.0));
    assert!(format!("{shown:?}").contains("you said 4"));
}

#[test]
fn the_gradient_of_a_line_is_twice_its_weights() {
    for (left, right) in [(0.3, 1.6), (-1.9, 0.4), (1.1, -1.7), (0.0, 0.0)] {
        let state = state(&[("left", left), ("right", right), ("rate", 0.03)]);
        let figure = figure(&state, "xor-descent");
        let marks: Vec<_> = figure.panels[0]
            .layers
            .iter()
            .flat_map(Layer::marks)
            .collect();
        assert!(marks.len() > 4);
        for mark in marks {
            let formula = formula(&state, "xor-descent", &mark.id);
            let (_, rest) = formula.split_once("gradient = ").unwrap();
            let (gradient, rest) = rest.split_once("; 2·w = ").unwrap();
            assert!(rest.starts_with(gradient), "{formula}");
        }
        let (slope, middle) = ((right - left) / 2.0, (left + right) / 2.0);
        let first = 1.0 + slope * slope + 1.0 + middle * middle;
        let start = mark(&figure, "loss-0").unwrap();
        assert!((start - first).abs() < 1e-12, "{start} {first}");
        // Each of the 24 steps multiplies the weights by 1 − 2 · 0.03.
        let left_over = (0..48).fold(first - 1.0, |loss, _| loss * 0.94);
        let end = mark(&figure, "loss-24").unwrap();
        assert!((end - 1.0 - left_over).abs() < 1e-12, "{end}");
    }
}

#[test]
fn a_line_is_stable_below_a_step_of_one() {
    let title = |rate| figure(&state(&[("rate", rate)]), "xor-descent").title;
    assert!(title(0.9).contains("go to 0"), "{}", title(0.9));
    assert!(title(1.0).contains("to and fro"), "{}", title(1.0));
    assert!(title(1.1).contains("grow"), "{}", title(1.1));
}

#[test]
fn the_best_line_answers_the_same_everywhere() {
    let text = include_str!("../../../autodiff/tests/reference/xor.json");
    let reference: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(reference["linear_model_best"]["mse"], value("line_loss"));
    assert_eq!(value("line_bias"), 0.5);
    assert_eq!(value("line_loss_01"), 0.25);
    assert_eq!(value("line_loss_logistic"), 0.693);
}

#[test]
fn the_product_of_the_inputs_is_learnt_at_once() {
    // Its weight w goes to −1 by 1 + w ← (1 − 2η)(1 + w), and the others to 0 as before.
    let others = 2.0 + 0.65 * 0.65 + 0.95 * 0.95;
    let loss = |steps: u32| (0..2 * steps).fold(others, |loss, _| loss * 0.8);
    let steps = value("product_steps") as u32;
    assert!(loss(steps) < 1e-3 && loss(steps - 1) >= 1e-3, "{steps}");
}
