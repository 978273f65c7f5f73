//! The code cell, the transfer exercise, and the explanations of marks.

use popgrad::PopulationNode;
use popgrad_figures::{Colors, Layout, svg};

use crate::{experiment, recorded};

#[test]
fn two_tanh_units_tell_four_alternating_points_on_a_line_apart() {
    let answer = |x: f64| libm::tanh(5.0 * x) - 3.0 * libm::tanh(x / 3.0);
    let signs = [-1.5, -0.5, 0.5, 1.5].map(|x| answer(x) > 0.0);
    assert_eq!(signs, [true, false, true, false]);
}

/// The code cell, line by line, and the numbers that its text begins with.
#[test]
fn the_code_cell_learns() {
    let code = experiment().code();
    let (_, rest) = code.split_once("start = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let weights = list
        .split(", ")
        .map(|number| number.parse::<f64>().unwrap());
    let w: Vec<_> = weights.map(PopulationNode::new).collect();
    let x1 = PopulationNode::new([-1.0, -1.0, 1.0, 1.0]);
    let x2 = PopulationNode::new([-1.0, 1.0, -1.0, 1.0]);
    let target = PopulationNode::new([-1.0, 1.0, 1.0, -1.0]);
    let mut answers = Vec::new();
    for _ in 0..300 {
        let h1 = (&w[0] * &x1 + &w[1] * &x2 + &w[2]).tanh();
        let h2 = (&w[3] * &x1 + &w[4] * &x2 + &w[5]).tanh();
        let y = &w[6] * &h1 + &w[7] * &h2 + &w[8];
        let error = &y - &target;
        let loss = (&error * &error).mean();
        loss.backprop();
        for weight in &w {
            weight.set_value(weight.value()[0] - 0.1 * weight.grad()[0]);
        }
        loss.zero_grad();
        answers = y.value();
    }
    for (answer, target) in answers.iter().zip(target.value()) {
        assert!((answer - target).abs() < 0.01, "{answers:?}");
    }
    assert!(code.contains("range(300)") && code.contains("0.1 * weight.grad[0]"));
}

#[test]
fn every_mark_of_a_finished_state_explains_itself() {
    for settings in [
        &[] as &[(&str, f64)],
        &[("hidden", 1.0), ("runs", 1.0)],
        &[("hidden", 5.0), ("step", 40.0), ("targets", 1.0)],
        &[("eta", 2.0), ("output", 1.0)],
        &[("eta", 1.0), ("step", 1.0)],
        &[("eta", 10.0), ("loss", 1.0)],
        &[("units", 1.0), ("eta", 10.0), ("rate", 1.2), ("loss", 1.0)],
    ] {
        let mut state = recorded(settings);
        let job = state.jobs().pop().expect("the success rates");
        for part in 0..20 {
            let losses = (0..10).map(|run| f64::from(run % 4) / 3.0);
            state
                .receive(job.id, &job.key, part, losses.collect())
                .unwrap();
        }
        for figure in experiment().figures(&state).unwrap() {
            for (_, mark) in figure.marks() {
                let explained = experiment().explain(&state, &figure.id, &mark.id);
                let explained = explained.unwrap_or_else(|error| panic!("{settings:?}: {error}"));
                assert!(explained.words.ends_with('.'), "{}", explained.words);
                assert!(explained.formula.contains('='), "{}", explained.formula);
            }
            for layout in Layout::ALL {
                svg(&figure, layout, &Colors::Variables).unwrap();
            }
        }
    }
}
