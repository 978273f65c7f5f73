//! The programs of the page tests: browsers, a host, Python. The test harness knows which it drives, so it is asked.

use std::{env, process::Command};

use serde::Deserialize;

use crate::{error::Error, process, workspace};

/// A program that is not on this machine.
#[derive(Debug, Deserialize)]
pub(crate) struct Missing {
    /// Its name for people.
    program: String,
    /// The Debian packages that bring it.
    packages: Vec<String>,
}

impl Missing {
    /// Whether it is the program of this name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.program == name
    }

    /// What was not tested, and what to install.
    pub(crate) fn advice(&self) -> String {
        format!(
            "{} is missing, its page tests were skipped; on Debian: apt-get install {}",
            self.program,
            self.packages.join(" ")
        )
    }
}

/// The programs that the harness cannot find.
///
/// # Errors
/// If the harness cannot run.
pub(crate) fn missing() -> Result<Vec<Missing>, Error> {
    let mut command = process::command("node");
    command.current_dir(workspace::www());
    let printed = process::output(command.arg("tests/harness/missing.mjs"))?;
    serde_json::from_str(&printed).map_err(|cause| {
        Error::new(
            format!(
                "tests/harness/missing.mjs printed `{}`: {cause}",
                printed.trim()
            ),
            "It must print a JSON list of {program, packages}.",
        )
    })
}

/// In continuous integration (`CI` is set) installs what is missing; elsewhere that is left to the person.
///
/// # Errors
/// In continuous integration, if a browser is still missing afterwards.
pub(crate) fn install_in_ci() -> Result<(), Error> {
    let absent = missing()?;
    if absent.is_empty() || !in_ci() {
        return Ok(());
    }
    let packages = absent.iter().flat_map(|one| &one.packages);
    let remedy = "Check the network, and that this user may install packages.";
    process::run(apt_get()?.arg("update"), remedy)?;
    process::run(
        apt_get()?
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
        remedy,
    )?;
    match missing()?.first() {
        None => Ok(()),
        Some(one) => Err(Error::new(
            format!("{} is still missing after its installation", one.program),
            "Look in www/tests/harness/ for the programs that are looked for.",
        )),
    }
}

fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty())
}

/// `apt-get`, through `sudo` for those who are not root.
fn apt_get() -> Result<Command, Error> {
    let user = process::output(process::command("id").arg("-u"))?;
    let mut command = if user.trim() == "0" {
        process::command("apt-get")
    } else {
        let mut command = process::command("sudo");
        command.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
