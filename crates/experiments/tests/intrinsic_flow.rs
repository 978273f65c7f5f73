//! The sensitivity of activations against the seed and against independent formulas.

mod support;

use popgrad_experiments::State;
use popgrad_figures::{Figure, Layer, Mark};
use support::{Subject, seed_case};

const EXPERIMENT: Subject = Subject("intrinsic-flow");

/// The gradients that the seed prints, all digits.
const GRADIENTS: [f64; 5] = [
    0.009866037165440211,
    0.41997434161402614,
    1.0,
    0.41997434161402614,
    0.009866037165440211,
];

fn figures(settings: &[(&str, f64)]) -> Vec<Figure> {
    support::figures(&EXPERIMENT.state(settings))
}

fn marks<'a>(figure: &'a Figure, panel: &str) -> Vec<&'a Mark> {
    let panel = figure.panels.iter().find(|one| one.id == panel);
    let layers = panel.expect("the panel").layers.iter();
    layers.flat_map(Layer::marks).collect()
}

/// A number of the texts whose digits are plain.
fn number(name: &str) -> f64 {
    EXPERIMENT.number(name).parse().expect("plain digits")
}

/// `E[g(x)]` for x from N(0, σ²), by Simpson's rule on a grid of its own.
fn expectation(spread: f64, value: impl Fn(f64) -> f64) -> f64 {
    let (reach, steps) = (9.0, 4000_u32);
    let width = 2.0 * reach / f64::from(steps);
    let terms = (0..=steps).map(|step| {
        let z = -reach + f64::from(step) * width;
        let weight = match step {
            0 => 1.0,
            step if step == steps => 1.0,
            step if step % 2 == 1 => 4.0,
            _ => 2.0,
        };
        weight * value(spread * z) * libm::exp(-0.5 * z * z)
    });
    terms.sum::<f64>() * width / 3.0 / libm::sqrt(2.0 * std::f64::consts::PI)
}

fn slope(x: f64) -> f64 {
    1.0 - libm::tanh(x) * libm::tanh(x)
}

#[test]
fn probes_measure_what_the_seed_prints() {
    let figures = figures(&[]);
    let bars: Vec<_> = marks(&figures[0], "gradients")
        .iter()
        .map(|mark| mark.value)
        .collect();
    assert_eq!(bars, GRADIENTS);
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-7")["code"]
    );
}

#[test]
fn expectations_agree_with_another_rule_of_integration() {
    for (name, spread) in [
        ("mean_slope_narrow", 0.1),
        ("mean_slope", 1.0),
        ("mean_slope_two", 2.0),
        ("mean_slope_wide", 5.0),
    ] {
        let expected = expectation(spread, slope);
        assert!((number(name) - expected).abs() < 6e-4, "{name}: {expected}");
    }
    let square = expectation(1.0, |x| slope(x) * slope(x));
    assert!((number("mean_square") - square).abs() < 6e-4, "{square}");
    assert_eq!(
        (number("mean_slope"), number("mean_square")),
        (0.606, 0.464)
    );
}

#[test]
fn the_marks_of_a_population_stand_on_their_curves() {
    for spread in [0.1, 1.0, 10.0] {
        let figures = figures(&[("spread", spread)]);
        let marks = marks(&figures[1], "spread");
        let mark = |id: &str| marks.iter().find(|mark| mark.id == id).unwrap().value;
        let mean = expectation(spread, slope);
        assert!((mark("mean-slope") - mean).abs() < 2e-3, "{spread}");
        // Sixty members are within four standard errors of the expectation.
        let variance = expectation(spread, |x| slope(x) * slope(x)) - mean * mean;
        let error = libm::sqrt(variance / 60.0);
        assert!((mark("drawn-mean") - mean).abs() < 4.0 * error, "{spread}");
    }
}

#[test]
fn a_seed_draws_its_own_population() {
    let drawn = |seed| {
        let figures = figures(&[("seed", seed)]);
        let marks = marks(&figures[1], "spread");
        let mark = marks.iter().find(|mark| mark.id == "drawn-mean").unwrap();
        mark.value
    };
    assert_eq!(drawn(1.0), drawn(1.0));
    assert!(drawn(1.0) != drawn(2.0));
}

#[test]
fn the_gradient_of_a_unit_points_along_its_weights() {
    for weights in [[1.0, 0.5], [-1.5, 0.2], [0.0, 2.0]] {
        let figures = figures(&[("w1", weights[0]), ("w2", weights[1])]);
        let mut panels = figures[2].panels.iter();
        let panel = panels.find(|panel| panel.id == "gradient").unwrap();
        let mut layers = panel.layers.iter();
        let Some(Layer::Arrows(arrows)) = layers.find(|layer| matches!(layer, Layer::Arrows(_)))
        else {
            panic!("arrows are drawn")
        };
        assert!(!arrows.ends.is_empty());
        for [from, to] in &arrows.ends {
            let along = [to[0] - from[0], to[1] - from[1]];
            let across = along[0] * weights[1] - along[1] * weights[0];
            assert!(across.abs() < 1e-12, "{from:?} {to:?}");
            assert!(along[0] * weights[0] + along[1] * weights[1] >= 0.0);
        }
    }
}

#[test]
fn the_answer_is_hidden_until_it_is_given() {
    let mut state = State::defaults(EXPERIMENT.article());
    state.predict(1.0).unwrap();
    let hidden = EXPERIMENT.article().figures(&state).unwrap();
    assert!(marks(&hidden[0], "gradients").is_empty());
    assert!(
        marks(&hidden[0], "profile")
            .iter()
            .all(|mark| mark.at[1] == 0.0)
    );
    state.commit();
    let shown = EXPERIMENT.article().figures(&state).unwrap();
    assert_eq!(marks(&shown[0], "gradients").len(), 5);
    assert!(
        EXPERIMENT
            .article()
            .verdict(&state, 1.0)
            .unwrap()
            .starts_with("Yes.")
    );
    assert!(
        EXPERIMENT
            .article()
            .verdict(&state, 2.0)
            .unwrap()
            .starts_with("Not so.")
    );
}
