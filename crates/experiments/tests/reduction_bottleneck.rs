//! The fifth experiment against the seed and against formulas of its own.

mod support;

use popgrad_experiments::State;
use popgrad_figures::{Figure, Layer};
use support::{Subject, figure, mark, seed_case};

const EXPERIMENT: Subject = Subject("reduction-bottleneck");

const CREDIT: &str = "reduction-bottleneck-credit";
const LEVEL: &str = "reduction-bottleneck-level";
const STABILITY: &str = "reduction-bottleneck-stability";

/// The places of the reductions in their choice.
const SUM: f64 = 0.0;
const MEAN: f64 = 1.0;
const MAX: f64 = 2.0;
const PRODUCT: f64 = 3.0;
const NORM: f64 = 4.0;
const SMOOTH: f64 = 5.0;

/// Three members that go straight into a reduction.
fn plain(reduction: f64, members: [f64; 3]) -> State {
    let [x1, x2, x3] = members;
    EXPERIMENT.state(&[
        ("reduction", reduction),
        ("tanh", 0.0),
        ("x1", x1),
        ("x2", x2),
        ("x3", x3),
    ])
}

fn values(figure: &Figure, kind: &str) -> Vec<f64> {
    let marks = figure.marks().map(|(_, mark)| mark);
    let marks = marks.filter(|mark| mark.id.starts_with(&format!("{kind}-")));
    marks.map(|mark| mark.value).collect()
}

fn credit(state: &State) -> Vec<f64> {
    values(&figure(state, CREDIT), "credit")
}

/// The number of members that share the credit, as the panel prints it.
fn shared_by(state: &State) -> String {
    let figure = figure(state, CREDIT);
    let label = figure.panels[1].y.label.clone();
    let (_, rest) = label.split_once("shared by ").expect("a number of members");
    rest.split_once(' ').expect("of how many").0.to_owned()
}

fn close(a: f64, b: f64, tolerance: f64) {
    assert!(
        (a - b).abs() <= tolerance * b.abs().max(1.0),
        "{a} against {b}"
    );
}

fn all_close(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        close(*a, *b, tolerance);
    }
}

#[test]
fn totals_are_those_of_the_seed_to_the_bit() {
    let total = |x3: f64| credit(&EXPERIMENT.state(&[("x3", x3)])).iter().sum::<f64>();
    assert_eq!(total(1.0).to_bits(), 1.259_923_024_842_078_3_f64.to_bits());
    assert_eq!(total(3.0).to_bits(), 0.849_814_720_393_492_5_f64.to_bits());
    assert_eq!(EXPERIMENT.number("total_before"), "1.2599230248420783");
    assert_eq!(EXPERIMENT.number("total_after"), "0.8498147203934925");
    assert_eq!(
        figure(&EXPERIMENT.state(&[]), CREDIT).panels[1].title,
        "Total 0.85 (all at 1: 1.26)"
    );
}

#[test]
fn its_code_is_that_of_the_seed() {
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-5")["code"]
    );
}

#[test]
fn every_reduction_gives_the_credit_of_its_formula() {
    let x = [1.0, -0.5, 2.0];
    let norm = (1.0 + 0.25 + 4.0_f64).sqrt();
    let weights = x.map(libm::exp);
    let total: f64 = weights.iter().sum();
    let expected = [
        (SUM, [1.0; 3]),
        (MEAN, [1.0 / 3.0; 3]),
        (MAX, [0.0, 0.0, 1.0]),
        (PRODUCT, [-1.0, 2.0, -0.5]),
        (NORM, x.map(|x| x / norm)),
        (SMOOTH, weights.map(|weight| weight / total)),
    ];
    for (reduction, gradients) in expected {
        all_close(&credit(&plain(reduction, x)), &gradients, 1e-14);
    }
}

#[test]
fn with_tanh_each_credit_is_multiplied_by_its_slope() {
    for reduction in [SUM, MEAN, PRODUCT, NORM, SMOOTH] {
        let mut squashed = plain(reduction, [1.0, -0.5, 2.0]);
        squashed.set("tanh", 1.0).unwrap();
        let step = 1e-6;
        let value = |first: f64| {
            let mut moved = squashed.clone();
            moved.set("x1", 1.0).unwrap();
            let y = [first, -0.5, 2.0].map(libm::tanh);
            match reduction {
                SUM => y.iter().sum(),
                MEAN => y.iter().sum::<f64>() / 3.0,
                PRODUCT => y.iter().product(),
                NORM => y.iter().map(|y| y * y).sum::<f64>().sqrt(),
                _ => libm::log(y.iter().map(|y| libm::exp(*y)).sum::<f64>() / 3.0),
            }
        };
        let expected = (value(1.0 + step) - value(1.0 - step)) / (2.0 * step);
        close(credit(&squashed)[0], expected, 1e-8);
    }
}

#[test]
fn a_mean_is_shared_by_all_and_a_maximum_by_one() {
    let x = [1.0, 1.0, 3.0];
    assert_eq!(shared_by(&plain(MEAN, x)), "3");
    assert_eq!(shared_by(&plain(MAX, x)), "1");
    assert_eq!(shared_by(&plain(MAX, [3.0, 1.0, 3.0])), "2");
    let smooth = |sharpness: f64| {
        let mut state = plain(SMOOTH, x);
        state.set("sharpness", sharpness).unwrap();
        state
    };
    all_close(&credit(&smooth(0.01)), &[1.0 / 3.0; 3], 2e-2);
    all_close(&credit(&smooth(50.0)), &[0.0, 0.0, 1.0], 1e-12);
    close(credit(&smooth(1.0)).iter().sum(), 1.0, 1e-15);
}

#[test]
fn a_total_of_nothing_is_said_in_words() {
    for state in [plain(PRODUCT, [0.0, 0.0, 1.0]), plain(NORM, [0.0; 3])] {
        assert_eq!(credit(&state), [0.0; 3]);
        let panel = &figure(&state, CREDIT).panels[1];
        assert_eq!(panel.y.label, "gradient, 0 for all 3 members");
        assert!(panel.title.starts_with("Total 0 "), "{}", panel.title);
    }
    // With one member at 0 only it gets credit, as the sheet says.
    assert_eq!(credit(&plain(PRODUCT, [0.0, 1.0, 1.0])), [1.0, 0.0, 0.0]);
}

fn reduced(reduction: f64, x: &[f64]) -> f64 {
    let count = x.len() as f64;
    match reduction {
        SUM => x.iter().sum(),
        MEAN => x.iter().sum::<f64>() / count,
        MAX => x.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        PRODUCT => x.iter().product(),
        NORM => x.iter().map(|x| x * x).sum::<f64>().sqrt(),
        _ => libm::log(x.iter().map(|x| libm::exp(*x)).sum::<f64>() / count),
    }
}

#[test]
fn the_second_population_is_another_with_the_same_number() {
    for reduction in [SUM, MEAN, MAX, PRODUCT, NORM, SMOOTH] {
        for squashed in [0.0, 1.0] {
            for twin in [-4.0, 0.2, 1.4, 4.0] {
                let mut state = plain(reduction, [1.0, 0.5, 2.0]);
                state.set("tanh", squashed).unwrap();
                state.set("twin", twin).unwrap();
                let figure = figure(&state, LEVEL);
                let (a, b) = (values(&figure, "a"), values(&figure, "b"));
                assert_eq!((a.len(), b.len()), (3, 3));
                assert_ne!(a, b, "reduction {reduction} with {twin}");
                let number = |x: &[f64]| {
                    let y: Vec<f64> = if squashed == 1.0 {
                        x.iter().map(|x| libm::tanh(*x)).collect()
                    } else {
                        x.to_vec()
                    };
                    reduced(reduction, &y)
                };
                close(number(&b), number(&a), 1e-11);
            }
        }
    }
}

#[test]
fn a_second_population_that_does_not_exist_is_said_in_words() {
    let caption = |settings: &[(&str, f64)]| figure(&EXPERIMENT.state(settings), LEVEL).caption;
    assert!(!caption(&[]).contains("No population"));
    // 2 tanh(1) − tanh(−2) is above 1, and no tanh is.
    let state = EXPERIMENT.state(&[("twin", -2.0)]);
    let level = figure(&state, LEVEL);
    let first = mark(&level, "b-1").value;
    let expected = format!(
        "No population whose first member is −2 and whose second lies between −4 and 4 has this number: B stands at {}.",
        popgrad_figures::number::short(first)
    );
    assert!(
        first > 0.5 && level.caption.starts_with(&expected),
        "{}",
        level.caption
    );
    let product = caption(&[("reduction", PRODUCT)]);
    assert!(
        product.starts_with("No population whose first member is 0.6"),
        "{product}"
    );
}

#[test]
fn a_maximum_elsewhere_leaves_an_area_of_equal_populations() {
    let area = |members: [f64; 3]| {
        let figure = figure(&plain(MAX, members), LEVEL);
        let layers = figure.panels[0].layers.iter();
        let mut areas = layers.filter_map(|layer| match layer {
            Layer::Band(band) => Some(band.edges.clone()),
            _ => None,
        });
        let named = [&figure.panels[0].title, &figure.caption].map(|text| text.contains("area"));
        (areas.next(), named)
    };
    let (edges, named) = area([1.0, 0.5, 2.0]);
    assert_eq!(edges, Some(vec![[-4.0, -4.0, 2.0], [2.0, -4.0, 2.0]]));
    assert_eq!(named, [true, true]);
    assert_eq!(area([3.0, 0.5, 2.0]), (None, [false, false]));
}

#[test]
fn what_is_claimed_of_the_credit_is_what_its_bars_show() {
    let title = |settings: &[(&str, f64)]| figure(&EXPERIMENT.state(settings), CREDIT).title;
    let starves = "a saturated member gets almost none";
    assert!(title(&[]).contains(starves));
    let maximum = title(&[("reduction", MAX)]);
    assert_eq!(maximum, "A maximum gives all credit to the largest member");
    assert!(!title(&[("x3", 1.0)]).contains(starves));
    assert!(!title(&[("reduction", MAX), ("x3", 1.0)]).contains("all credit"));
}

#[test]
fn the_level_line_has_the_value_of_the_population() {
    let figure = figure(&EXPERIMENT.state(&[]), LEVEL);
    let layers = &figure.panels[0].layers;
    let mut strong = layers.iter().filter_map(|layer| match layer {
        Layer::Contours(contours) if contours.levels.len() == 1 => Some(contours),
        _ => None,
    });
    let contours = strong.next_back().unwrap();
    let expected = libm::tanh(1.0) + libm::tanh(1.0) + libm::tanh(3.0);
    close(contours.levels[0], expected, 1e-15);
    let center = |index: usize| 4.0 * ((2 * index + 1) as f64 / 48.0 - 1.0);
    for (column, row) in [(0, 0), (30, 5), (47, 47)] {
        let expected = [center(column), center(row), 3.0]
            .map(libm::tanh)
            .iter()
            .sum();
        close(contours.grid.value(column, row), expected, 1e-14);
    }
}

#[test]
fn the_largest_stable_step_is_where_descent_turns_from_converging_to_diverging() {
    for (size, which, kind) in [
        (8, 1, "sum"),
        (3, 1, "sum"),
        (8, 2, "mean"),
        (50, 2, "mean"),
    ] {
        let at = |step: f64| {
            figure(
                &EXPERIMENT.state(&[("size", f64::from(size)), ("step", step)]),
                STABILITY,
            )
        };
        let limit = mark(&at(0.1), &format!("chosen-{which}")).value;
        let expected = if kind == "sum" {
            2.0 / f64::from(size * size)
        } else {
            2.0
        };
        close(limit, expected, 1e-12);
        let falls = |step: f64| {
            let losses = values(&at(step), kind);
            losses[4] < losses[0]
        };
        assert!(
            falls(0.95 * limit) && !falls(1.05 * limit),
            "{kind} of {size}"
        );
    }
}

#[test]
fn a_run_that_leaves_the_range_of_numbers_says_at_which_step() {
    let state = EXPERIMENT.state(&[("size", 256.0), ("step", 3.0)]);
    let figure = figure(&state, STABILITY);
    let labels: Vec<_> = figure.panels[1]
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Points(points) => points.labels.first().map(|label| label.text.clone()),
            _ => None,
        })
        .collect();
    // The error grows by 1 − 3·256² at each step, the loss by its square.
    let factor = 1.0 - 3.0 * 65_536.0_f64;
    let step = (0..41).find(|step| 0.5 * libm::pow(factor, 2.0 * f64::from(*step)) > f64::MAX);
    let expected = format!("sum: ∞ from step {}", step.unwrap());
    assert!(labels.contains(&expected), "{labels:?}");
}

#[test]
fn the_prose_says_what_was_measured() {
    let slope = |x: f64| 1.0 / (libm::cosh(x) * libm::cosh(x));
    close(slope(1.0), 0.42, 1e-3);
    close(slope(3.0), 0.00987, 1e-3);
    assert_eq!(
        (
            EXPERIMENT.number("credit_at_1"),
            EXPERIMENT.number("credit_at_3")
        ),
        ("0.42".into(), "0.00987".into())
    );
    let g = [slope(1.0), slope(1.0), slope(3.0)];
    let total: f64 = g.iter().sum();
    let shared = total * total / g.iter().map(|g| g * g).sum::<f64>();
    close(shared, 2.05, 2e-3);
    assert_eq!(EXPERIMENT.number("shared_by"), "2.05");
    assert_eq!(
        (
            EXPERIMENT.number("short_before"),
            EXPERIMENT.number("short_after")
        ),
        ("1.26".into(), "0.85".into())
    );
    close(2.0 * libm::tanh(1.0) + libm::tanh(3.0), 2.52, 2e-3);
    assert_eq!(
        (
            EXPERIMENT.number("value_of_both"),
            EXPERIMENT.number("twin")
        ),
        ("2.52".into(), "[0.6, 2.48, 3]".into())
    );
    close(
        libm::tanh(0.6) + libm::tanh(2.48),
        2.0 * libm::tanh(1.0),
        1e-3,
    );
    for (name, sharpness) in [
        ("smooth_shared_at_0_01", 0.01),
        ("smooth_shared_at_1", 1.0),
        ("smooth_shared_at_50", 50.0),
    ] {
        // Each gets its part of the sum of exponentials, so the total is 1.
        let weight = libm::exp(2.0 * sharpness);
        let parts = [1.0, 1.0, weight].map(|part| part / (2.0 + weight));
        let shared = 1.0 / parts.iter().map(|part| part * part).sum::<f64>();
        close(EXPERIMENT.number(name).parse().unwrap(), shared, 5e-3);
    }
    assert_eq!(EXPERIMENT.number("curvature_of_8"), "64");
    assert_eq!(
        (
            EXPERIMENT.number("limit_of_8"),
            EXPERIMENT.number("mean_limit_of_8")
        ),
        ("0.0312".into(), "2".into())
    );
}

#[test]
fn a_prediction_hides_the_credit_and_is_judged() {
    let mut state = EXPERIMENT.state(&[]);
    state.predict(0.0).unwrap();
    assert!(credit(&state).is_empty());
    assert!(!figure(&state, CREDIT).panels[1].title.contains("0.85"));
    state.commit();
    assert_eq!(credit(&state).len(), 3);
    let verdict = |answer: f64| EXPERIMENT.article().verdict(&state, answer).unwrap();
    assert!(
        verdict(0.0).contains("falls from 1.26 to 0.85, by 0.41"),
        "{}",
        verdict(0.0)
    );
    assert!(verdict(0.0).contains("wrong") && verdict(2.0).contains("right"));
}

#[test]
fn credit_is_explained_with_its_numbers() {
    let formula = |id: &str| {
        EXPERIMENT
            .article()
            .explain(&EXPERIMENT.state(&[]), CREDIT, id)
            .unwrap()
            .formula
    };
    assert_eq!(formula("credit-3"), "1 × (1 − 0.99505²) = 0.00987");
    assert_eq!(formula("tanh-1"), "tanh(1) = 0.7616");
}
