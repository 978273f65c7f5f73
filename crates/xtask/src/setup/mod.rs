//! What the commands need on this machine. Each part is found if it is there, else installed or built.

pub(crate) mod browsers;
pub(crate) mod course_tools;
pub(crate) mod node_packages;
pub(crate) mod rust_target;
mod tools;

use std::process::Command;

use crate::{error::Error, pins::Pins, process, workspace};

/// A machine on which the page can be built: where the tools are.
pub(crate) struct Page {
    search_path: std::ffi::OsString,
    /// The port of `cargo xtask serve`.
    pub(crate) port: u16,
}

/// Makes the machine ready to build the page.
///
/// # Errors
/// If a part is missing and cannot be installed; the message says what to do.
pub(crate) fn page() -> Result<Page, Error> {
    let pins = Pins::read()?;
    rust_target::add()?;
    node_packages::install()?;
    let folders = tools::folders(&pins)?;
    crates()?;
    Ok(Page {
        search_path: search_path(folders)?,
        port: pins.port(),
    })
}

impl Page {
    /// A Trunk command that finds the tools and asks no network.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = self.tool("trunk");
        command
            .env("TRUNK_OFFLINE", "true")
            .env("CARGO_NET_OFFLINE", "true")
            // Its own errors say what went wrong; where in Trunk it was helps nobody here.
            .env("RUST_BACKTRACE", "0")
            .env_remove("NO_COLOR");
        command
    }

    /// A command that finds the tools.
    pub(crate) fn tool(&self, program: &str) -> Command {
        let mut command = process::command(program);
        command.env("PATH", &self.search_path);
        command
    }
}

/// Downloads the crates in `Cargo.lock`, so that the build itself can run offline.
fn crates() -> Result<(), Error> {
    process::run(
        process::command("cargo").args(["fetch", "--quiet", "--locked"]),
        "If Cargo.lock is out of date, run `cargo check` and commit it; otherwise check the network.",
    )
}

/// PATH with the tools' folders, and npm's programs, before all others.
fn search_path(tools: Vec<std::path::PathBuf>) -> Result<std::ffi::OsString, Error> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let folders = tools
        .into_iter()
        .chain([workspace::www().join("node_modules/.bin")])
        .chain(std::env::split_paths(&present));
    std::env::join_paths(folders).map_err(|cause| {
        Error::new(
            format!("cannot put the tools' folders on PATH: {cause}"),
            "Move the checkout to a folder without `:` in its name.",
        )
    })
}
