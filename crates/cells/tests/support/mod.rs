//! What the tests share.

#![allow(dead_code, reason = "each test uses a part of this")]

use popgrad_cells::{Limits, Outcome, Session};

/// Stack that a deep recursion takes without optimisation.
const STACK: usize = 256 << 20;

/// Does work with room for a deep recursion.
pub(crate) fn with_stack<Answer: Send + 'static>(
    work: impl FnOnce() -> Answer + Send + 'static,
) -> Answer {
    std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .unwrap()
        .join()
        .unwrap()
}

/// Runs one cell in a session of its own.
pub(crate) fn run(source: &str) -> Outcome {
    let source = source.to_owned();
    with_stack(move || Session::new(Limits::default()).run(&source))
}

/// What one cell prints; it must not fail.
pub(crate) fn printed(source: &str) -> String {
    let outcome = run(source);
    if let Some(error) = &outcome.error {
        panic!("{error}\n{source}");
    }
    outcome.text()
}
