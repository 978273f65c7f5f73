//! The npm packages of the page and its tests.

use std::{path::Path, time::SystemTime};

use crate::{error::Error, process, workspace};

/// Runs `npm ci` in `www/`, unless the installed packages are newer than the lock file.
///
/// # Errors
/// If npm is missing or fails.
pub(crate) fn install() -> Result<(), Error> {
    let www = workspace::www();
    // npm writes this file last, so it tells a finished installation.
    let installed = changed(&www.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&www.join("package-lock.json")) {
        return Ok(());
    }
    process::run(
        process::command("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&www),
        "Install Node 20 or later with npm; if the lock file is out of date, run `npm install` in www/.",
    )
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|file| file.modified()).ok()
}
