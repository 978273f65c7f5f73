//! `cargo xtask bench`: the engine's measurements.

use crate::{error::Error, process};

/// Runs the engine's benchmarks natively; `arguments` are passed on to them.
///
/// # Errors
/// If they do not compile or fail.
pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    process::run(
        process::command("cargo")
            .args(["bench", "--package", "popgrad"])
            .args(arguments),
        "The compiler's or the benchmark's message above says why.",
    )
}
