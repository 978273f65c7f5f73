//! XOR: what a line cannot do, what a hidden layer can, and how often it does.

mod by_hand;
mod lines;
mod rates;
mod runs;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use popgrad_experiments::{Article, State};
use popgrad_figures::Figure;
use support::Subject;

const SUBJECT: Subject = Subject("xor");

fn experiment() -> &'static dyn Article {
    SUBJECT.article()
}

fn state(settings: &[(&str, f64)]) -> State {
    SUBJECT.state(settings)
}

/// The state with the recorded run and those beside it, without the many that are counted.
fn recorded(settings: &[(&str, f64)]) -> State {
    let mut state = state(settings);
    for job in state.jobs().into_iter().filter(|job| job.id != "success") {
        for part in 0..job.parts {
            let run = experiment().work(&state, job.id, part).expect("a run");
            state
                .receive(job.id, &job.key, part, run)
                .expect("its length");
        }
    }
    state
}

/// The value of a mark, if it is there.
fn mark(figure: &Figure, id: &str) -> Option<f64> {
    support::find_mark(figure, id).map(|mark| mark.value)
}

fn formula(state: &State, figure: &str, mark: &str) -> String {
    let explained = experiment().explain(state, figure, mark);
    explained.expect("an explanation").formula
}

fn number(name: &str) -> String {
    SUBJECT.number(name)
}

fn value(name: &str) -> f64 {
    number(name).parse().expect("a number")
}

/// The number that follows some words in a formula.
fn after(formula: &str, words: &str) -> f64 {
    let (_, rest) = formula.split_once(words).expect("the words");
    let number: String = rest
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || "−.".contains(*letter))
        .collect();
    let parsed = number.replace('−', "-").parse().expect("a number");
    // A power of ten behind it makes the number small.
    if rest[number.len()..].starts_with("×10⁻") {
        0.0
    } else {
        parsed
    }
}
