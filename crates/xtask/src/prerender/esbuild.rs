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
    // JSON within JSON: a text.
    let json = |table: &str| serde_json::to_string(table);
    let table = serde_json::to_string(SETTINGS)
        .and_then(|table| json(&table))
        .map_err(|cause| {
            Error::new(
                format!("the settings of the page cannot be written as JSON: {cause}"),
                "Look at crates/experiments/src/link/setting.rs.",
            )
        })?;
    Ok(format!("--define:POPGRAD_SETTINGS={table}"))
}
