//! Phrases with numbers in them that several experiments use.

/// How far a result moves beside what moves it: `0.42 times as far`.
pub(crate) fn times_as_far(gradient: &str) -> String {
    match gradient {
        "1" => "as far".to_owned(),
        times => [times, " times as far"].concat(),
    }
}

/// A number of steps.
pub(crate) fn steps(count: &str) -> String {
    match count {
        "1" => "1 step".to_owned(),
        count => [count, " steps"].concat(),
    }
}
