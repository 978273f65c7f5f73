//! The tools that courses are made with, for the tests of hosts: mdBook, and what comes from `PyPI`, in a Python of its own.

use std::{fs, path::PathBuf};

use super::browsers;
use super::tools::{self, Tool};
use crate::{error::Error, process, workspace};

const MDBOOK: Tool<'_> = Tool {
    program: "mdbook",
    package: "mdbook",
    version: "0.5.4",
    arguments: &["--locked", "--no-default-features", "--features", "search"],
};

/// Installs the tools, unless they are there.
///
/// # Errors
/// If a tool cannot be installed.
pub(crate) fn install() -> Result<(), Error> {
    tools::found_or_built(&MDBOOK)?;
    from_pypi()
}

/// Installs tools into `target/tools/python`, unless they are there in the versions of
/// `www/tests/hosts/requirements.txt`. Without Python on this machine nothing is done: the tests are skipped.
///
/// # Errors
/// If the tools cannot be installed.
fn from_pypi() -> Result<(), Error> {
    let list = workspace::www().join("tests/hosts/requirements.txt");
    let wanted = workspace::read(&list)?;
    let folder = folder();
    let installed = folder.join("requirements.txt");
    let is_there = folder.join("bin/python").exists();
    if is_there && fs::read_to_string(&installed).is_ok_and(|known| known == wanted) {
        return Ok(());
    }
    if browsers::missing()?.iter().any(|one| one.is("Python")) {
        return Ok(());
    }
    let mut python = process::command("python3");
    python.args(["-m", "venv", "--clear"]).arg(&folder);
    process::run(&mut python, "Install Python 3.11 or later with its venv.")?;
    let mut pip = process::command(&folder.join("bin/pip").to_string_lossy());
    pip.args(["install", "--quiet", "--disable-pip-version-check"])
        .args(["--no-deps", "--only-binary=:all:", "--requirement"])
        .arg(&list);
    process::run(
        &mut pip,
        "Check the network and that Python is 3.11 or later.",
    )?;
    // Written last, so it tells a finished installation.
    fs::write(&installed, wanted).map_err(|cause| Error::file("write", &installed, &cause))
}

fn folder() -> PathBuf {
    workspace::target().join("tools/python")
}
