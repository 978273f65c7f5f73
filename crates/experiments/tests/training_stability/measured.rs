//! The numbers that this experiment is known for, beside those that it measures: a table in the crate's
//! documentation. `UPDATE_GOLDEN=1` writes it anew.

use popgrad_figures::number::short;

use crate::support::{assert_measured, figure, value};
use crate::{SUBJECT, state};

/// The step size between two others at which `is_beyond` begins to hold, by halving down to the steps of
/// the slider.
fn turning(parameter: &str, [mut low, mut high]: [f64; 2], is_beyond: impl Fn(f64) -> bool) -> f64 {
    let least = SUBJECT
        .state(&[])
        .parameter(parameter)
        .expect("a parameter")
        .step;
    while high - low > 0.6 * least {
        let middle = (low + high) / 2.0;
        if is_beyond(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// Where the words about the run in the two wells stop or begin to say something.
fn wells(range: [f64; 2], says: &str, is_beyond: bool) -> String {
    let at = turning("wells-step", range, |step| {
        let state = state(&[("wells-step", step)]);
        let id = "training-stability-wells";
        let explained = SUBJECT.article().explain(&state, id, "present-step");
        explained.expect("an explanation").words.contains(says) == is_beyond
    });
    short(at)
}

fn parabola() -> String {
    let climbs = |step: f64| {
        let figure = figure(&state(&[("step", step)]), "training-stability");
        value(&figure, "factor").abs() > 1.0
    };
    short(turning("step", [1.0, 2.5], climbs))
}

fn rows() -> Vec<[String; 3]> {
    let row =
        |what: &str, known: &str, measured: String| [what.to_owned(), known.to_owned(), measured];
    let said = |name: &str| SUBJECT.number(name);
    vec![
        row("parabola, λ = 1: divergence from", "2", parabola()),
        row(
            "two wells: period 2 from",
            "1",
            wells([0.6, 1.1], "comes to rest", false),
        ),
        row(
            "two wells: period 4 from",
            "√5 − 1 = 1.236",
            wells([1.1, 1.26], "every 2 steps", false),
        ),
        row("two wells: chaos from", "~1.303", said("chaos")),
        row(
            "two wells: hopping from",
            "3√3/2 − 1 = 1.598",
            wells([1.5, 1.66], "both wells", true),
        ),
        row(
            "two wells: divergence from",
            "2",
            wells([1.9, 2.1], "diverges", true),
        ),
        row("catapult: 2/λ₀", "0.222", said("stays")),
        row("catapult: 4/λ₀", "0.444", said("estimate")),
        row(
            "catapult: largest step that ends",
            "a little below 0.444",
            said("limit"),
        ),
        row(
            "edge of stability, η = 0.2: sharpness",
            "~10.0",
            said("edge_2"),
        ),
        row(
            "edge of stability, η = 0.3: sharpness",
            "~6.67",
            said("edge_3"),
        ),
        row(
            "edge of stability, η = 0.4: sharpness",
            "~5.00",
            said("edge_4"),
        ),
    ]
}

#[test]
fn the_table_of_the_documentation_is_what_is_measured() {
    let columns = [
        "what",
        "known or expected",
        "measured, to the steps of its slider",
    ];
    assert_measured(SUBJECT.0, "Stability of training", columns, &rows());
}
