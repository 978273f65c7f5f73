//! The valley.

use crate::support::{figure, find_mark, mark, panel, value};
use crate::{close, state};
use popgrad_figures::Layer;

const VALLEY: &str = "training-stability-valley";

#[test]
fn at_the_best_step_both_directions_shrink_equally() {
    for ratio in [1.0, 10.0, 100.0] {
        let figure = figure(&state(&[("ratio", ratio)]), VALLEY);
        let best = value(&figure, "best-step");
        close(best, 2.0 / (1.0 + 1.0 / ratio), 1e-12);
        let left = mark(&figure, "best-step").at[1];
        close(left, (ratio - 1.0) / (ratio + 1.0), 1e-12);
    }
}

#[test]
fn a_run_shrinks_each_direction_by_its_own_factor() {
    let figure = figure(&state(&[("step", 1.5), ("ratio", 10.0)]), VALLEY);
    for step in [1, 5, 20] {
        let [x, y] = mark(&figure, &format!("plain-{step}")).at;
        let power = |factor: f64| libm::pow(factor, f64::from(step));
        close(x, -power(1.0 - 0.15), 1e-12);
        close(y, 0.5 * power(1.0 - 1.5), 1e-12);
    }
}

#[test]
fn the_swing_has_the_period_that_theory_gives() {
    for (momentum, step, ratio) in [(0.8, 1.8, 25.0), (0.9, 1.0, 10.0), (0.95, 1.0, 40.0)] {
        let settings = [("momentum", momentum), ("step", step), ("ratio", ratio)];
        let figure = figure(&state(&settings), VALLEY);
        let middle = 1.0 + momentum - step / ratio;
        let turn = libm::acos(middle / (2.0 * libm::sqrt(momentum)));
        let period = value(&figure, "period");
        let expected = 2.0 * std::f64::consts::PI / turn;
        assert!(
            (period / expected - 1.0).abs() < 0.01,
            "{period} {expected}"
        );
    }
    assert!(find_mark(&figure(&state(&[("momentum", 0.0)]), VALLEY), "period").is_none());
}

#[test]
fn a_swing_that_is_marked_is_explained_and_one_without_a_period_has_no_mark() {
    let wild = [("curvature", 4.0), ("ratio", 1.0), ("momentum", 0.95)];
    let quick = [("curvature", 1.0), ("ratio", 1.0), ("momentum", 0.95)];
    for (settings, is_marked) in [(wild, false), (quick, true)] {
        let state = state(&settings);
        let figure = figure(&state, VALLEY);
        assert_eq!(find_mark(&figure, "period").is_some(), is_marked);
        let explained = state.experiment().explain(&state, VALLEY, "period");
        assert_eq!(explained.is_ok(), is_marked, "{explained:?}");
        let title = &panel(&figure, "swing").title;
        assert_eq!(
            title.ends_with("to and fro at every step"),
            !is_marked,
            "{title}"
        );
    }
}

#[test]
fn without_momentum_both_runs_are_one() {
    let figure = figure(&state(&[("momentum", 0.0)]), VALLEY);
    let runs: Vec<_> = panel(&figure, "swing")
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Curve(curve) => Some(&curve.points),
            _ => None,
        })
        .collect();
    assert_eq!(runs.len(), 2);
    assert_eq!(runs[0], runs[1]);
}
