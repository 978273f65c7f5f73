//! The second experiment against the seed and against formulas of its own.

mod support;

use popgrad_experiments::State;
use popgrad_figures::Layer;
use support::{Subject, figure, mark, seed_case};

const EXPERIMENT: Subject = Subject("depth-decay");

const LAYERS: &str = "depth-decay-layers";
const DEPTH: &str = "depth-decay-depth";

/// The numbers behind `key` in the lines that the seed prints: the last layer first, the input last.
fn printed(case: &serde_json::Value, key: &str) -> Vec<f64> {
    let lines = case["stdout"]
        .as_array()
        .expect("as in the seed and the tables")
        .iter();
    lines
        .map(|line| {
            let line = line.as_str().expect("as in the seed and the tables");
            let (_, rest) = line
                .split_once(&format!("{key}=["))
                .expect("as in the seed and the tables");
            rest.split_once(']')
                .expect("as in the seed and the tables")
                .0
                .parse()
                .expect("as in the seed and the tables")
        })
        .collect()
}

/// Values and local derivatives of the layers by the formulas of a textbook.
fn textbook(input: f64, weight: f64, layers: usize) -> (Vec<f64>, Vec<f64>) {
    let mut value = input;
    let pairs = (0..layers).map(|_| {
        value = libm::tanh(weight * value);
        let cosh = libm::cosh(libm::atanh(value));
        (value, weight / (cosh * cosh))
    });
    pairs.unzip()
}

/// Local slope of the gradient at a depth, between its two neighbours.
fn textbook_slope(depth: usize) -> f64 {
    let (_, factors) = textbook(0.5, 1.0, depth + 1);
    let fall = libm::log(factors[depth - 1] * factors[depth]);
    fall / libm::log((depth as f64 + 1.0) / (depth as f64 - 1.0))
}

fn close(a: f64, b: f64, relative: f64) {
    assert!((a - b).abs() <= relative * b.abs(), "{a} against {b}");
}

#[test]
fn shows_the_values_and_gradients_of_the_seed_to_the_bit() {
    let state = EXPERIMENT.state(&[]);
    let (layers, map) = (figure(&state, LAYERS), figure(&state, "depth-decay-map"));
    for (input, name) in ["experiment-2-input-0.5", "experiment-2-input-4.5"]
        .iter()
        .enumerate()
    {
        let case = seed_case(name);
        let (values, gradients) = (printed(&case, "value"), printed(&case, "grad"));
        for (line, (value, gradient)) in values.into_iter().zip(gradients).enumerate() {
            let (input, layer) = (input + 1, 8 - line);
            let shown = mark(&layers, &format!("gradient-{input}-{layer}")).value;
            assert_eq!(shown.to_bits(), gradient.to_bits(), "{name}, layer {layer}");
            let shown = mark(&map, &format!("value-{input}-{layer}")).value;
            assert_eq!(shown.to_bits(), value.to_bits(), "{name}, layer {layer}");
        }
    }
}

#[test]
fn its_code_is_that_of_the_seed() {
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-2-input-4.5")["code"]
    );
}

#[test]
fn gradients_are_the_product_of_the_textbook_at_any_weight() {
    for weight in [0.1, 0.5, 0.99, 1.0, 1.3, 3.0] {
        for (layers, input) in [(1, -2.0), (7, 0.5), (40, 1.1)] {
            let state = EXPERIMENT.state(&[
                ("layers", layers as f64),
                ("weight", weight),
                ("first", input),
            ]);
            let (_, factors) = textbook(input, weight, layers);
            let figure = figure(&state, DEPTH);
            let shown = mark(&figure, "left-1-0").value;
            close(shown, factors.iter().product(), 1e-9);
            close(mark(&figure, "factor-1-1").value, factors[0], 1e-9);
            let last = mark(&figure, &format!("factor-1-{layers}")).value;
            close(last, factors[layers - 1], 1e-9);
        }
    }
}

/// Two ways through the engine: a fresh chain of the reader's depth, and the deepest chain replayed.
#[test]
fn the_curve_over_depth_passes_through_the_gradient_of_each_depth() {
    for weight in [0.8, 1.0, 1.7] {
        for layers in [1.0, 6.0, 70.0, 200.0, 1000.0] {
            let figure = figure(
                &EXPERIMENT.state(&[("layers", layers), ("weight", weight)]),
                DEPTH,
            );
            let present = mark(&figure, "left-1-0").value;
            close(
                mark(&figure, &format!("depth-1-{layers}")).value,
                present,
                1e-12,
            );
        }
    }
}

#[test]
fn the_deepest_theory_meets_the_measurement() {
    for (weight, rate) in [(0.5, 0.5), (1.0, 1.0), (2.0, 0.166_372_087_75)] {
        let figure = figure(&EXPERIMENT.state(&[("weight", weight)]), DEPTH);
        let layers = &figure.panels[0].layers;
        let curves = layers.iter().filter_map(|layer| match layer {
            Layer::Curve(curve) => Some(&curve.points),
            _ => None,
        });
        let curves: Vec<_> = curves.collect();
        let (measured, theory) = (curves[1], curves[2]);
        for [layers, expected] in theory.iter().filter(|[layers, _]| *layers >= 70.0) {
            let point = measured.iter().find(|[depth, _]| depth == layers).unwrap();
            if point[1] > 1e-280 {
                let tolerance = if weight == 1.0 { 0.15 } else { 1e-6 };
                close(point[1], *expected, tolerance);
            }
        }
        let ratio = theory[3][1] / theory[2][1];
        let steps = theory[3][0] - theory[2][0];
        let expected = if rate == 1.0 {
            libm::pow(theory[3][0] / theory[2][0], -1.5)
        } else {
            libm::pow(rate, steps)
        };
        close(ratio, expected, 1e-6);
    }
}

#[test]
fn the_prose_says_what_was_measured() {
    let (_, factors) = textbook(0.5, 1.0, 1000);
    let (_, saturated) = textbook(4.5, 1.0, 8);
    close(factors[..8].iter().product(), 0.273, 1e-2);
    assert_eq!(EXPERIMENT.number("left"), "27.3\u{a0}%");
    let written: Vec<f64> = EXPERIMENT
        .number("product")
        .split(" × ")
        .map(|text| text.parse().unwrap())
        .collect();
    assert_eq!(written.len(), 8);
    close(written.iter().product(), 0.273, 5e-3);
    close(written[7], factors[0], 1e-3);
    close(saturated.iter().product(), 3.17e-5, 1e-2);
    assert_eq!(EXPERIMENT.number("left_saturated"), "0.00317\u{a0}%");
    assert_eq!(
        (
            EXPERIMENT.number("first_factor"),
            EXPERIMENT.number("last_factor")
        ),
        ("0.786".into(), "0.894".into())
    );
    close(saturated[0], 4.94e-4, 1e-2);
    assert_eq!(EXPERIMENT.number("saturated_factor"), "4.94×10⁻⁴");
    close(saturated[1..].iter().product(), 0.0643, 1e-2);
    assert_eq!(EXPERIMENT.number("seven_later"), "0.0643");
    assert!(
        saturated[0] < saturated[1..].iter().product(),
        "one costs more than seven"
    );
    let weakest = saturated[1..].iter().copied().fold(1.0, f64::min);
    close(weakest, 0.42, 1e-2);
    assert_eq!(EXPERIMENT.number("weakest_later_factor"), "0.42");
    assert_eq!(
        (
            EXPERIMENT.number("apart_at_the_input"),
            EXPERIMENT.number("apart_after_8")
        ),
        ("4".into(), "0.0876".into())
    );
    close(textbook_slope(6), -0.75, 1e-2);
    close(textbook_slope(70), -1.4, 2e-2);
    assert_eq!(
        (
            EXPERIMENT.number("slope_at_6"),
            EXPERIMENT.number("slope_at_70")
        ),
        ("−0.75".into(), "−1.4".into())
    );
    close(textbook_slope(1000), -1.5, 1e-2);
    assert_eq!(EXPERIMENT.number("slope_at_1000"), "−1.49");
    close(factors.iter().product(), 4.48e-4, 2e-3);
    assert_eq!(EXPERIMENT.number("left_after_1000"), "4.48×10⁻⁴");
    assert_eq!(EXPERIMENT.number("half_after_1000"), "9.33×10⁻³⁰²");
    let fixed = 0.957_504;
    close(libm::tanh(2.0 * fixed), fixed, 1e-6);
    assert_eq!(
        (
            EXPERIMENT.number("fixed_at_2"),
            EXPERIMENT.number("rate_at_2")
        ),
        ("0.958".into(), "0.166".into())
    );
    close(libm::pow(2.0, -1.5), 0.35, 2e-2);
}

/// Twice the layers leave about a third where the chain is deep, as the sheet says.
#[test]
fn doubling_a_deep_chain_leaves_a_third() {
    let left = |layers: f64| {
        let figure = figure(&EXPERIMENT.state(&[("layers", layers)]), DEPTH);
        mark(&figure, "left-1-0").value
    };
    close(left(1000.0) / left(500.0), 0.355, 0.01);
}

#[test]
fn values_forget_where_they_began() {
    for weight in [0.5, 1.0, 2.0] {
        let figure = figure(
            &EXPERIMENT.state(&[("weight", weight), ("layers", 1000.0)]),
            "depth-decay-map",
        );
        let apart = |layer: usize| {
            let value = |input| mark(&figure, &format!("value-{input}-{layer}")).value;
            (value(1) - value(2)).abs()
        };
        assert!(apart(1000) < 2e-4 * apart(0), "{}", apart(1000));
    }
}

#[test]
fn a_gradient_beyond_the_range_of_numbers_says_where_it_left() {
    let settings = [
        ("weight", 3.0),
        ("layers", 1000.0),
        ("first", 0.0),
        ("axis", 1.0),
    ];
    let state = EXPERIMENT.state(&settings);
    let figure = figure(&state, LAYERS);
    assert_eq!(mark(&figure, "gradient-1-0").text, "∞");
    assert_eq!(mark(&figure, "gradient-2-0").text, "0");
    let words = |id: &str| {
        EXPERIMENT
            .article()
            .explain(&state, LAYERS, id)
            .unwrap()
            .words
    };
    // 3 to the power 646 is the last below the largest number: 1000 − 647 layers remain.
    assert!(
        words("gradient-1-0").contains("1.8×10³⁰⁸") && words("gradient-1-0").contains("layer 353")
    );
    assert!(
        words("gradient-2-0").contains("4.94×10⁻³²⁴"),
        "{}",
        words("gradient-2-0")
    );
}

#[test]
fn a_gradient_writes_its_product_out() {
    let formula = |layers: f64, id: &str| {
        let state = EXPERIMENT.state(&[("layers", layers)]);
        EXPERIMENT
            .article()
            .explain(&state, LAYERS, id)
            .unwrap()
            .formula
    };
    assert_eq!(
        formula(8.0, "gradient-1-0"),
        "∂y₈/∂x = 0.8938 × 0.8857 × 0.8761 × 0.8648 × 0.8512 × 0.8345 × 0.8135 × 0.7864 = 0.2726"
    );
    assert_eq!(formula(8.0, "gradient-1-7"), "∂y₈/∂y₇ = 0.8938");
    assert_eq!(formula(8.0, "gradient-2-8"), "∂y₈/∂y₈ = 1");
    let long = formula(12.0, "gradient-1-0");
    assert!(
        long.starts_with("∂y₁₂/∂x = ") && long.contains(" × … × 0.8135 × 0.7864 = "),
        "{long}"
    );
}

#[test]
fn a_prediction_hides_the_bars_and_the_verdict_tells_the_distance() {
    let mut state = EXPERIMENT.state(&[]);
    state.predict(60.0).unwrap();
    let bars = |state: &State| {
        let figure = figure(state, LAYERS);
        figure
            .marks()
            .filter(|(_, mark)| mark.id.starts_with("gradient"))
            .count()
    };
    assert_eq!(bars(&state), 2);
    assert!(!figure(&state, LAYERS).panels[0].title.contains("27"));
    let layers = figure(&state, LAYERS);
    let guess = mark(&layers, "prediction");
    assert_eq!((guess.at, guess.movable[0].rate), ([0.0, 0.6], 0.01));
    state.commit();
    assert_eq!(bars(&state), 18);
    let verdict = EXPERIMENT.article().verdict(&state, 60.0).unwrap();
    assert!(
        verdict.contains("27.3\u{a0}%") && verdict.contains("32.7 percentage"),
        "{verdict}"
    );
}

/// The question says eight layers from 0.5: wherever the sliders stand, it is judged by those.
#[test]
fn the_verdict_is_about_the_chain_of_the_question() {
    let mut state = EXPERIMENT.state(&[("layers", 2.0), ("first", 2.0), ("weight", 0.5)]);
    let verdict = EXPERIMENT.article().verdict(&state, 27.0).unwrap();
    assert!(
        verdict.contains("After 8 layers from 0.5, 27.3\u{a0}%"),
        "{verdict}"
    );
    state.predict(27.0).unwrap();
    let asked = figure(&state, LAYERS);
    assert_eq!(asked.panels[0].title, "From x = 0.5: how much is left?");
    assert_eq!(mark(&asked, "gradient-1-8").at[0], 8.0);
    state.commit();
    assert!(
        figure(&state, LAYERS).panels[0]
            .title
            .starts_with("From x = 2:")
    );
}

/// The title of a figure says what happens with these settings.
fn title(id: &str, settings: &[(&str, f64)]) -> String {
    figure(&EXPERIMENT.state(settings), id).title
}

#[test]
fn what_is_claimed_of_the_layers_is_what_their_bars_show() {
    for (settings, claim) in [
        (&[][..], "all but ends it"),
        (&[("second", 1.0)], "shrinks the gradient"),
        (&[("first", 0.0)], "at 0 it passes it whole"),
        (
            &[("weight", 2.0), ("first", 0.1)],
            "a layer enlarges the gradient",
        ),
        (&[("weight", 0.5), ("first", 0.0)], "shrinks"),
    ] {
        let title = title(LAYERS, settings);
        assert!(title.contains(claim), "{settings:?}: {title}");
        let bars = figure(&EXPERIMENT.state(settings), LAYERS);
        let grows = [1, 2].iter().any(|input| {
            let at = |layer| mark(&bars, &format!("gradient-{input}-{layer}")).value;
            (0..8).any(|layer| at(layer) > at(layer + 1))
        });
        assert_eq!(grows, title.contains("a layer enlarges"), "{settings:?}");
    }
}

#[test]
fn what_is_claimed_of_the_depth_is_what_this_weight_does() {
    let words = |weight: f64| {
        let figure = figure(&EXPERIMENT.state(&[("weight", weight)]), DEPTH);
        let labels = figure.panels[0]
            .layers
            .iter()
            .filter_map(|layer| match layer {
                Layer::Points(points) => Some(&points.labels),
                _ => None,
            });
        let labels = labels.flatten().map(|label| label.text.clone());
        (figure.title.clone(), labels.collect::<Vec<_>>().join("; "))
    };
    let (title, labels) = words(1.0);
    assert!(title.starts_with("At w = 1 the gradient follows a power"));
    assert!(
        labels.contains("power") && !labels.contains("per layer"),
        "{labels}"
    );
    let (title, labels) = words(2.0);
    assert!(title.starts_with("At w = 2 the gradient follows an exponential"));
    assert!(
        labels.contains("× 0.166") && !labels.contains("power"),
        "{labels}"
    );
}

#[test]
fn what_is_claimed_of_the_map_is_where_its_values_end() {
    for (settings, claim) in [
        (&[][..], "forgets"),
        (&[("layers", 1.0)], "still tells"),
        (&[("weight", 2.0), ("first", -3.0)], "on which side"),
        (&[("first", 2.0), ("second", 2.0)], "stay equal"),
    ] {
        let title = title("depth-decay-map", settings);
        assert!(title.contains(claim), "{settings:?}: {title}");
    }
}
