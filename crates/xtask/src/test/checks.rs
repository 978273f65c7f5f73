//! The checks themselves: each runs the tool that knows the matter.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::tally::Tally;
use crate::{
    build, error::Error, forms, link_sums, process, self_check, setup::browsers, workspace,
};

/// Rust sources are formatted.
pub(super) fn format() -> Result<Tally, Error> {
    let mut command = process::command("cargo");
    passed(
        command.args(["fmt", "--all", "--check"]),
        "Run `cargo fmt --all`.",
    )
}

/// Clippy finds nothing, natively and for WebAssembly.
pub(super) fn lint() -> Result<Tally, Error> {
    let remedy = "Mend what clippy names above.";
    let mut native = process::command("cargo");
    native.args(["clippy", "--locked", "--workspace", "--all-targets"]);
    let mut tally = passed(native.args(DENIED), remedy)?;
    // One by one: together they would share their features.
    for package in ["popgrad-web", "popgrad-web-first", "popgrad-web-cells"] {
        let mut wasm = process::command("cargo");
        wasm.args(["clippy", "--locked", "--package", package]);
        wasm.args(["--target", "wasm32-unknown-unknown"]);
        tally.add(&passed(wasm.args(DENIED), remedy)?);
    }
    Ok(tally)
}

const DENIED: [&str; 3] = ["--", "--deny", "warnings"];

/// The tests of every package and the examples in its documentation.
pub(super) fn native() -> Result<Tally, Error> {
    let mut command = process::command("cargo");
    command.args(["test", "--locked", "--workspace", "--no-fail-fast"]);
    let mut tally = Tally::default();
    let succeeded = process::observe(&mut command, |line| tally.add_cargo_line(line))?;
    Ok(consistent(tally, succeeded))
}

/// The documentation builds without a warning.
pub(super) fn docs() -> Result<Tally, Error> {
    let mut command = process::command("cargo");
    command.args(["doc", "--locked", "--workspace", "--no-deps"]);
    passed(
        command.env("RUSTDOCFLAGS", "--deny warnings"),
        "Mend the documentation comments named above.",
    )
}

/// The page builds as it is published, and what its tests need beside it.
pub(super) fn page() -> Result<Tally, Error> {
    build::run()?;
    forms::files()?;
    self_check::build()?;
    link_sums::write()?;
    Ok(Tally::success())
}

/// The built page's HTML is valid.
pub(super) fn html() -> Result<Tally, Error> {
    let remedy = "Mend the HTML named above where it is made.";
    let check = |arguments: &[&str]| {
        let mut command = npm_program("html-validate");
        passed(
            command
                .args(["--config", "html-validate.json"])
                .args(arguments),
            remedy,
        )
    };
    let mut tally = check(&[
        "../dist/*.html",
        "../dist/teach/*.html",
        "../dist/experiment/*.html",
        "../dist/figure/*.html",
        &format!("{}/*/*.html", forms::folder().display()),
    ])?;
    // Pieces that the page fetches later are no documents.
    tally.add(&check(&[
        "--rule",
        "missing-doctype:off",
        "../dist/app-*/*.html",
    ])?);
    Ok(tally)
}

/// The page's sources and tests are formatted, linted and typed.
pub(super) fn sources() -> Result<Tally, Error> {
    let mut biome = npm_program("biome");
    let biome = passed(
        biome.args(["ci", "--error-on-warnings", ".", "../crates/bindings/js"]),
        "Run `npx biome check --write` in www/ and mend what is left.",
    );
    let types = passed(
        npm_program("tsc").args(["--project", "tsconfig.json"]),
        "Mend the types; those of the engine are made by `cargo xtask build`.",
    );
    let mut tally = biome?;
    tally.add(&types?);
    Ok(tally)
}

/// The page in real browsers.
pub(super) fn browsers() -> Result<Tally, Error> {
    page_tests("tests")
}

/// Figures in the pages and tools that they are pasted into.
pub(super) fn hosts() -> Result<Tally, Error> {
    page_tests("tests/hosts")
}

/// Runs the tests in a folder of `www/`.
fn page_tests(folder: &str) -> Result<Tally, Error> {
    let summary = workspace::target().join("page-tests.tap");
    let mut command = process::command("node");
    command
        .current_dir(workspace::www())
        .arg("--test")
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", summary.display()))
        .args(test_files(&workspace::www().join(folder))?);
    let succeeded = process::observe(&mut command, |_| {})?;
    let mut tally = Tally::default();
    for line in workspace::read(&summary)?.lines() {
        tally.add_tap_line(line);
    }
    fs::remove_file(&summary).map_err(|cause| Error::file("remove", &summary, &cause))?;
    tally.notes = browsers::missing()?
        .iter()
        .map(browsers::Missing::advice)
        .collect();
    Ok(consistent(tally, succeeded))
}

/// The files of page tests by name: Node's versions differ in what they make of a folder.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|cause| Error::file("list", folder, &cause))?;
    let mut tests: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

fn npm_program(name: &str) -> Command {
    let www = workspace::www();
    let program = www.join("node_modules/.bin").join(name);
    let mut command = process::command(&program.to_string_lossy());
    command.current_dir(www);
    command
}

fn passed(command: &mut Command, remedy: &str) -> Result<Tally, Error> {
    process::run(command, remedy).map(|()| Tally::success())
}

/// A runner that fails without a failed test (it did not compile, say) counts as one failure,
/// and so does one that ran no test.
fn consistent(mut tally: Tally, succeeded: bool) -> Tally {
    let ran = tally.passed + tally.skipped > 0;
    if tally.failed == 0 && !(succeeded && ran) {
        tally.failed = 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runner_that_fails_or_runs_nothing_is_a_failure() {
        assert_eq!(consistent(Tally::success(), true).failed, 0);
        assert_eq!(consistent(Tally::success(), false).failed, 1);
        assert_eq!(consistent(Tally::default(), true).failed, 1);
        assert_eq!(consistent(Tally::failure(), false).failed, 1);
    }
}
