//! esbuild, which bundles scripts and styles.

use std::{ffi::OsStr, process::Command};

use popgrad_experiments::link::SETTINGS;

use crate::{error::Error, process, workspace};

/// Runs it in `www/`.
///
/// # Errors
/// If it is not installed or refuses a source.
pub(crate) fn run<Argument: AsRef<OsStr>>(arguments: &[Argument]) -> Result<(), Error> {
    let www = workspace::www();
    let program = www.join("node_modules/.bin/esbuild");
    let mut command = Command::new(program);
    command
        .current_dir(www)
        .args(["--minify", "--log-level=warning"])
        .args(arguments);
    process::run(
        &mut command,
        "esbuild's message above names the source and the line.",
    )
}

/// The settings of the page's address, as the scripts know them.
///
/// # Errors
/// If they cannot be written as JSON.
pub(crate) fn settings_table() -> Result<String, Error> {
    let table = serde_json::to_string(SETTINGS).map_err(|cause| unwritten(&cause))?;
    define("POPGRAD_SETTINGS", &table)
}

/// A text that scripts know by a name.
///
/// # Errors
/// If it cannot be written as JSON.
pub(crate) fn define(name: &str, text: &str) -> Result<String, Error> {
    let json = serde_json::to_string(text).map_err(|cause| unwritten(&cause))?;
    Ok(format!("--define:{name}={json}"))
}

/// The version of Popgrad, as scripts know it.
pub(crate) fn version() -> String {
    format!("--define:POPGRAD_VERSION=\"{}\"", env!("CARGO_PKG_VERSION"))
}

fn unwritten(cause: &serde_json::Error) -> Error {
    Error::new(
        format!("what scripts know cannot be written as JSON: {cause}"),
        "Look at crates/experiments/src/link/setting.rs and at the names of the figures.",
    )
}
