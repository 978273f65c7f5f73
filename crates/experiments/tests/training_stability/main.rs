//! Stability of training: each panel's numbers against theory, and what the texts say of them.

mod catapult;
mod edge;
mod map;
mod measured;
mod parabola;
#[path = "../support/mod.rs"]
mod support;
mod valley;
mod wells;

use popgrad_experiments::State;
use support::Subject;

const SUBJECT: Subject = Subject("training-stability");

fn state(settings: &[(&str, f64)]) -> State {
    SUBJECT.state(settings)
}

/// The state with one of its long computations.
fn with_job(mut state: State, id: &str) -> State {
    let jobs = state.jobs();
    let job = jobs.iter().find(|job| job.id == id).expect("the job");
    for part in 0..job.parts {
        let result = SUBJECT.article().work(&state, id, part).expect("a part");
        state
            .receive(id, &job.key, part, result)
            .expect("its length");
    }
    state
}

#[track_caller]
fn close(measured: f64, expected: f64, tolerance: f64) {
    let bound = tolerance * expected.abs().max(1.0);
    assert!(
        (measured - expected).abs() <= bound,
        "{measured} is not {expected}"
    );
}

/// A number of the texts.
fn said(name: &str) -> f64 {
    let text = SUBJECT.number(name).replace('−', "-");
    text.parse().expect("a plain number")
}
