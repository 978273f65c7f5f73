//! The first experiment against the seed.

use popgrad_experiments::{Article, State, articles};
use popgrad_figures::{Figure, Layer, Mark, Panel, number};

/// The seed's inputs and the gradients that it prints, all digits.
const INPUTS: [f64; 7] = [-6.0, -3.0, -0.5, 0.0, 0.5, 3.0, 6.0];
const GRADIENTS: [f64; 7] = [
    2.4576547405286142e-05,
    0.009866037165440211,
    0.7864477329659274,
    1.0,
    0.7864477329659274,
    0.009866037165440211,
    2.4576547405286142e-05,
];

fn experiment() -> &'static dyn Article {
    let mut all = articles().iter().copied();
    all.find(|article| article.slug() == "gradient-shape")
        .expect("the first experiment")
}

fn figure(scale: f64) -> (State, Figure) {
    let mut state = State::defaults(experiment());
    state.set("scale", scale).expect("a scale in the range");
    let mut figures = experiment().figures(&state).expect("a figure");
    (state, figures.remove(0))
}

fn panel<'a>(figure: &'a Figure, id: &str) -> &'a Panel {
    let found = figure.panels.iter().find(|panel| panel.id == id);
    found.expect("the panel is there")
}

fn points(figure: &Figure) -> &[Mark] {
    let layers = &panel(figure, "curve").layers;
    let marks = layers.iter().map(Layer::marks);
    marks
        .max_by_key(|marks| marks.len())
        .expect("points on the curve")
}

fn bars(figure: &Figure) -> &[Mark] {
    panel(figure, "gradients").layers[0].marks()
}

fn bits(numbers: impl IntoIterator<Item = f64>) -> Vec<u64> {
    numbers.into_iter().map(f64::to_bits).collect()
}

#[test]
fn shows_the_gradients_of_the_seed_to_the_bit() {
    let (_, figure) = figure(1.0);
    assert_eq!(
        bits(bars(&figure).iter().map(|bar| bar.value)),
        bits(GRADIENTS)
    );
    assert_eq!(
        bits(bars(&figure).iter().map(|bar| bar.at[1])),
        bits(GRADIENTS)
    );
    assert_eq!(
        bits(points(&figure).iter().map(|point| point.at[0])),
        bits(INPUTS)
    );
}

#[test]
fn starts_with_the_seed_itself() {
    let state = State::defaults(experiment());
    assert_eq!(experiment().figures(&state).unwrap()[0], figure(1.0).1);
}

#[test]
fn its_code_is_that_of_the_seed() {
    let text = include_str!("../../autodiff/tests/golden/seed.json");
    let cases: serde_json::Value = serde_json::from_str(text).unwrap();
    let cases = cases.as_array().unwrap();
    let case = cases
        .iter()
        .find(|case| case["name"] == "experiment-1")
        .unwrap();
    assert_eq!(experiment().code(), case["code"]);
}

#[test]
fn the_slope_is_the_steepness_of_the_curve() {
    let (_, figure) = figure(1.0);
    let curves: Vec<_> = panel(&figure, "curve")
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Curve(curve) => Some(curve),
            _ => None,
        })
        .collect();
    let (slope, value) = (&curves[0].points, &curves[1].points);
    assert_eq!((slope.len(), value.len()), (451, 451));
    for index in 1..450 {
        let (before, after) = (value[index - 1], value[index + 1]);
        let steepness = (after[1] - before[1]) / (after[0] - before[0]);
        let [x, y] = slope[index];
        assert!(
            (steepness - y).abs() < 4e-4,
            "at {x}: {steepness} against {y}"
        );
    }
}

#[test]
fn scaling_moves_the_members_and_dragging_a_member_scales() {
    let (_, at_one) = figure(1.0);
    let (_, at_half) = figure(0.5);
    for (from, to) in points(&at_one).iter().zip(points(&at_half)) {
        match &from.movable {
            Some(movable) => {
                let scale = 1.0 + (to.at[0] - from.at[0]) / movable.rate;
                assert_eq!((movable.parameter.as_str(), scale), ("scale", 0.5));
            }
            None => assert_eq!(from.at, [0.0, 0.0]),
        }
    }
    let movable = points(&at_one).iter().filter(|mark| mark.movable.is_some());
    assert_eq!(movable.count(), 6);
}

#[test]
fn members_receive_equal_gradients_at_opposite_inputs() {
    for hundredths in 0..=120 {
        let (_, figure) = figure(f64::from(hundredths) / 100.0);
        let gradients = bits(bars(&figure).iter().map(|bar| bar.value));
        let mirrored: Vec<_> = gradients.iter().rev().copied().collect();
        assert_eq!(gradients, mirrored);
    }
}

#[test]
fn scaling_all_inputs_to_zero_gives_every_member_the_whole_gradient() {
    let (_, figure) = figure(0.0);
    assert!(
        bars(&figure)
            .iter()
            .all(|bar| bar.value == 1.0 && bar.text == "1")
    );
}

#[test]
fn formulas_hold_with_the_numbers_that_they_print() {
    let (state, figure) = figure(1.0);
    let formula = |mark: &str| {
        experiment()
            .explain(&state, &figure.id, mark)
            .unwrap()
            .formula
    };
    assert_eq!(
        formula("gradient-3"),
        "d tanh/dx = 1 − tanh²(−0.5) = 1 − (−0.4621)² = 0.786"
    );
    assert_eq!(
        formula("gradient-4"),
        "d tanh/dx = 1 − tanh²(0) = 1 − 0² = 1"
    );
    assert_eq!(formula("value-5"), "tanh(0.5) = 0.4621");
    for hundredths in 1..=120 {
        let (state, figure) = self::figure(f64::from(hundredths) / 100.0);
        for (member, bar) in bars(&figure).iter().enumerate().skip(4) {
            let id = format!("gradient-{}", member + 1);
            let explained = experiment().explain(&state, &figure.id, &id).unwrap();
            let squared = explained.formula.rsplit(" = 1 − ").next().unwrap();
            let tanh: f64 = squared.split_once('²').unwrap().0.parse().unwrap();
            let computed = number::short(1.0 - tanh * tanh);
            assert_eq!(computed, bar.text, "{}", explained.formula);
        }
    }
}

#[test]
fn the_prose_says_what_the_seed_measured() {
    let numbers = experiment().numbers().unwrap();
    let number = |name: &str| {
        let found = numbers.iter().find(|(known, _)| *known == name);
        found.unwrap().1.as_str()
    };
    assert_eq!(number("gradient_at_0"), "1");
    assert_eq!(number("gradient_at_half"), "0.786");
    assert_eq!(number("gradient_at_3"), "0.00987");
    assert_eq!(number("gradient_at_6"), "2.46×10⁻⁵");
    assert_eq!(number("times_smaller_at_6"), "40\u{202f}700");
}
