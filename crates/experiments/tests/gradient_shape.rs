//! The first experiment against the seed.

mod support;

use popgrad_experiments::State;
use popgrad_figures::{Figure, Layer, Mark, number};
use support::{Subject, panel, seed_case};

const EXPERIMENT: Subject = Subject("gradient-shape");

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

fn figure(scale: f64) -> (State, Figure) {
    let state = EXPERIMENT.state(&[("scale", scale)]);
    let figure = support::figure(&state, "gradient-shape");
    (state, figure)
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
    let state = State::defaults(EXPERIMENT.article());
    assert_eq!(
        EXPERIMENT.article().figures(&state).unwrap()[0],
        figure(1.0).1
    );
}

#[test]
fn its_code_is_that_of_the_seed() {
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-1")["code"]
    );
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
fn a_member_follows_its_own_parameter_at_the_rate_of_the_scale() {
    let (mut state, before) = figure(0.5);
    state.set("x6", 2.0).unwrap();
    let after = EXPERIMENT.article().figures(&state).unwrap().remove(0);
    for (index, (from, to)) in points(&before).iter().zip(points(&after)).enumerate() {
        let [movable] = &from.movable[..] else {
            panic!("every member can be dragged along the axis");
        };
        assert_eq!(movable.parameter, format!("x{}", index + 1));
        let moved = if index == 5 { 2.0 - 3.0 } else { 0.0 };
        assert_eq!(to.at[0] - from.at[0], moved * movable.rate);
    }
    let (_, at_zero) = figure(0.0);
    assert!(points(&at_zero).iter().all(|mark| mark.movable.is_empty()));
}

#[test]
fn a_tangent_is_as_steep_as_its_bar_is_high() {
    let (_, figure) = figure(0.7);
    let layers = panel(&figure, "curve").layers.iter();
    let tangents: Vec<_> = layers
        .filter_map(|layer| match layer {
            Layer::Segments(segments) => Some(&segments.ends),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(tangents.len(), 7);
    for ([from, to], bar) in tangents.into_iter().zip(bars(&figure)) {
        let steepness = (to[1] - from[1]) / (to[0] - from[0]);
        assert!((steepness - bar.value).abs() < 1e-12, "{steepness}");
    }
}

#[test]
fn a_gradient_of_one_moves_as_far() {
    let state = EXPERIMENT.state(&[]);
    let words = |mark: &str| {
        let explained = EXPERIMENT.article().explain(&state, "gradient-shape", mark);
        explained.unwrap().words
    };
    assert!(
        words("gradient-4").ends_with("moves as far."),
        "{}",
        words("gradient-4")
    );
    assert!(words("gradient-5").ends_with("moves 0.786 times as far."));
}

#[test]
fn a_table_does_not_call_a_slope_a_value() {
    let (_, figure) = figure(1.0);
    let tables = popgrad_figures::tables(&figure);
    assert_eq!(tables[0].headers, ["mark", "input x", "tanh or its slope"]);
    let row = tables[0]
        .rows
        .iter()
        .find(|row| row[0] == "half of the slope");
    let height: f64 = row.expect("the landmark")[2].parse().unwrap();
    assert!((height - 0.5).abs() < 1e-12);
}

/// The formula over the figure is the function of its blue points.
#[test]
fn the_chosen_activation_is_written_out() {
    let sigmoid = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    let gelu = |x: f64| x * (1.0 + libm::tanh(0.798 * x + 0.0357 * x * x * x)) / 2.0;
    let formulas: [(&str, &dyn Fn(f64) -> f64); 7] = [
        ("tanh(x) = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)", &|x| {
            (libm::exp(x) - libm::exp(-x)) / (libm::exp(x) + libm::exp(-x))
        }),
        ("sigmoid(x) = 1/(1 + e⁻ˣ)", &sigmoid),
        ("relu(x) = max(0, x)", &|x| x.max(0.0)),
        ("softplus(x) = ln(1 + eˣ)", &|x| {
            libm::log(1.0 + libm::exp(x))
        }),
        ("gelu(x) ≈ x·(1 + tanh(0.798x + 0.0357x³))/2", &gelu),
        ("silu(x) = x/(1 + e⁻ˣ)", &|x| x * sigmoid(x)),
        ("sin(x)", &libm::sin),
    ];
    for (place, (formula, function)) in formulas.into_iter().enumerate() {
        let state = EXPERIMENT.state(&[("activation", place as f64)]);
        let figure = support::figure(&state, "gradient-shape");
        assert!(figure.subtitle.starts_with(formula), "{}", figure.subtitle);
        for mark in points(&figure) {
            let [x, y] = mark.at;
            assert!((function(x) - y).abs() < 1e-3, "{formula} at {x}: {y}");
        }
    }
}

#[test]
fn every_activation_shows_its_own_slope() {
    for (place, expected) in [1.0, 0.25, 0.0, 0.5, 0.5, 0.5, 1.0].into_iter().enumerate() {
        let mut state = State::defaults(EXPERIMENT.article());
        state.set("activation", place as f64).unwrap();
        let figure = EXPERIMENT.article().figures(&state).unwrap().remove(0);
        assert_eq!(bars(&figure)[3].value, expected, "{place}");
    }
}

#[test]
fn landmarks_stand_where_the_slope_is_what_they_say() {
    let number = |name: &str| -> f64 { EXPERIMENT.number(name).parse().unwrap() };
    let slope = |x: f64| 1.0 - libm::tanh(x) * libm::tanh(x);
    assert!((slope(number("half_slope")) - 0.5).abs() < 1e-4);
    assert!((slope(number("hundredth_slope")) - 0.01).abs() < 1e-4);
    let fall = |x: f64| slope(x - 1e-3) - slope(x + 1e-3);
    let steepest = number("steepest_fall");
    assert!(fall(steepest) > fall(steepest - 0.01) && fall(steepest) > fall(steepest + 0.01));
    assert_eq!(number("half_slope"), 0.8814);
    assert_eq!(number("hundredth_slope"), 2.993);
    assert_eq!(number("steepest_fall"), 0.6585);
}

#[test]
fn digits_are_lost_where_the_prose_says() {
    let (_, first) = figure(1.0);
    let digits = EXPERIMENT
        .article()
        .figures(&State::defaults(EXPERIMENT.article()))
        .unwrap()
        .remove(1);
    let marks = |id: &str| -> &[Mark] {
        let layers = panel(&digits, id).layers.iter().map(Layer::marks);
        layers.max_by_key(|marks| marks.len()).unwrap()
    };
    assert_eq!(first.panels.len(), 2);
    // Five of sixteen digits are wrong at 6.
    let at_6 = marks("tails")[0].value;
    assert!((1e-12..1e-11).contains(&at_6), "{at_6}");
    assert_eq!(EXPERIMENT.number("first_zero"), "19.07");
    assert_eq!(EXPERIMENT.number("factor_per_unit"), "7.39");
    // Near the best step the error is smaller than at a large and at a tiny step.
    let [coarse, fine, best] = marks("differences") else {
        panic!("three steps are marked")
    };
    assert!((3e-6..1e-5).contains(&best.at[0]), "{}", best.at[0]);
    assert!(best.value < 1e-9 && coarse.value > 1e-6 && fine.value > 1e-6);
}

#[test]
fn a_logarithmic_axis_shows_the_straight_tails() {
    let mut state = State::defaults(EXPERIMENT.article());
    state.set("axis", 1.0).unwrap();
    let figure = EXPERIMENT.article().figures(&state).unwrap().remove(0);
    let curves: Vec<_> = panel(&figure, "curve")
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Curve(curve) => Some(&curve.points),
            _ => None,
        })
        .collect();
    let [slope, theory] = curves[..] else {
        panic!("the slope and its theory")
    };
    for (measured, said) in slope
        .iter()
        .zip(theory)
        .filter(|(place, _)| place[0].abs() > 4.0)
    {
        assert!(
            (measured[1] / said[1] - 1.0).abs() < 1e-3,
            "{measured:?} {said:?}"
        );
    }
}

#[test]
fn a_prediction_hides_the_slope_until_it_is_made() {
    let mut state = State::defaults(EXPERIMENT.article());
    state.predict(2.0).unwrap();
    let hidden = EXPERIMENT.article().figures(&state).unwrap().remove(0);
    assert!(bars(&hidden).is_empty());
    let movable = |figure: &Figure| {
        let marks = figure.marks().flat_map(|(_, mark)| &mark.movable);
        marks
            .filter(|movable| movable.parameter == "prediction")
            .count()
    };
    assert_eq!(movable(&hidden), 1);
    state.commit();
    let shown = EXPERIMENT.article().figures(&state).unwrap().remove(0);
    assert_eq!((bars(&shown).len(), movable(&shown)), (7, 0));
    let verdict = EXPERIMENT.article().verdict(&state, 2.0).unwrap();
    assert!(
        verdict.contains("0.8814") && verdict.contains("1.12"),
        "{verdict}"
    );
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
        EXPERIMENT
            .article()
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
            let explained = EXPERIMENT
                .article()
                .explain(&state, &figure.id, &id)
                .unwrap();
            let squared = explained.formula.rsplit(" = 1 − ").next().unwrap();
            let tanh: f64 = squared.split_once('²').unwrap().0.parse().unwrap();
            let computed = number::short(1.0 - tanh * tanh);
            assert_eq!(computed, bar.text, "{}", explained.formula);
        }
    }
}

#[test]
fn the_prose_says_what_the_seed_measured() {
    assert_eq!(EXPERIMENT.number("gradient_at_0"), "1");
    assert_eq!(EXPERIMENT.number("gradient_at_half"), "0.786");
    assert_eq!(EXPERIMENT.number("gradient_at_3"), "0.00987");
    assert_eq!(EXPERIMENT.number("gradient_at_6"), "2.46×10⁻⁵");
    assert_eq!(EXPERIMENT.number("times_smaller_at_6"), "40\u{202f}700");
}
