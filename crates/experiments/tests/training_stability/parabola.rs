//! The parabola.

use popgrad_experiments::State;

use crate::support::{figure, find_mark, mark, value};
use crate::{SUBJECT, close, state};

const PARABOLA: &str = "training-stability";

#[test]
fn every_step_multiplies_by_one_minus_step_times_curvature() {
    for curvature in [0.25, 1.0, 4.0] {
        for step in [0.01, 0.3, 1.0, 1.8, 2.0, 2.5] {
            let figure = figure(
                &state(&[("step", step), ("curvature", curvature)]),
                PARABOLA,
            );
            let factor = 1.0 - step * curvature;
            close(value(&figure, "factor"), factor, 1e-14);
            for number in 0..=8 {
                let expected = libm::pow(factor.abs(), f64::from(number));
                let sign = if number % 2 == 1 {
                    factor.signum()
                } else {
                    1.0
                };
                let place = mark(&figure, &format!("iterate-{number}"));
                close(place.value, sign * expected, 1e-12);
                close(
                    place.at[1],
                    0.5 * curvature * place.value * place.value,
                    1e-12,
                );
            }
        }
    }
}

#[test]
fn one_step_arrives_two_go_back_and_forth_beyond_it_climbs() {
    let places = |step: f64| -> Vec<f64> {
        let figure = figure(&state(&[("step", step)]), PARABOLA);
        let place = |number: usize| value(&figure, &format!("iterate-{number}"));
        (0..=8).map(place).collect()
    };
    assert_eq!(places(1.0)[1..], [0.0; 8]);
    assert_eq!(
        places(2.0),
        [1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0]
    );
    assert!(
        places(2.1)
            .windows(2)
            .all(|pair| pair[1].abs() > pair[0].abs())
    );
}

#[test]
fn divergence_says_which_step_and_which_value() {
    let state = state(&[("step", 2.5)]);
    let explained = SUBJECT
        .article()
        .explain(&state, PARABOLA, "factor")
        .unwrap();
    // |x| grows by 1.5 at each step, until 2.5 times it has no place.
    let mut size = 1.0_f64;
    let mut steps = 0;
    while (2.5 * size).is_finite() {
        size *= 1.5;
        steps += 1;
    }
    let words = explained.words;
    assert!(
        words.contains(&format!("After step {}", steps + 1)),
        "{words}"
    );
    assert!(words.contains("×10³⁰⁸"), "{words}");
    assert_eq!(explained.formula, "1 − η·λ = 1 − 2.5·1 = −1.5");
}

#[test]
fn doubling_three_quarters_is_slower() {
    let article = SUBJECT.article();
    let verdict = |answer: f64| article.verdict(&state(&[]), answer).unwrap();
    // 0.25^5 and 0.5^10 are the first powers below a thousandth.
    let slower = verdict(1.0);
    assert!(
        slower.contains("slower") && slower.contains("takes 10 steps instead of 5"),
        "{slower}"
    );
    assert!(slower.contains("You were right"), "{slower}");
    for wrong in [0.0, 2.0] {
        assert!(verdict(wrong).contains("You were wrong"));
    }
}

#[test]
fn the_prediction_hides_what_gives_it_away() {
    let mut open = State::defaults(SUBJECT.article());
    open.predict(0.0).unwrap();
    let hidden = figure(&open, PARABOLA);
    assert!(find_mark(&hidden, "factor").is_none());
    close(value(&hidden, "iterate-1"), 0.25, 1e-14);
    open.commit();
    assert!(find_mark(&figure(&open, PARABOLA), "factor").is_some());
}
