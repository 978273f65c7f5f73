//! Programs that crates install: found in their versions, or built once into `target/tools`.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{error::Error, pins::Pins, process, workspace};

/// A program that a crate installs.
pub(super) struct Tool<'a> {
    pub(super) program: &'static str,
    pub(super) package: &'static str,
    pub(super) version: &'a str,
    /// How cargo installs it. Debug builds are fast enough and take a third of the time.
    pub(super) arguments: &'static [&'static str],
}

/// The folders that hold Trunk and wasm-bindgen of the versions in `Trunk.toml`.
///
/// # Errors
/// If a program is missing and cannot be built.
pub(super) fn folders(pins: &Pins) -> Result<Vec<PathBuf>, Error> {
    let tools = [
        Tool {
            program: "trunk",
            package: "trunk",
            version: pins.trunk(),
            arguments: &["--locked", "--no-default-features"],
        },
        Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: pins.wasm_bindgen(),
            arguments: &[],
        },
    ];
    tools.iter().map(found_or_built).collect()
}

/// The folder that holds the program.
///
/// # Errors
/// If it is missing and cannot be built.
pub(super) fn found_or_built(tool: &Tool<'_>) -> Result<PathBuf, Error> {
    if let Some(folder) = found(tool) {
        return Ok(folder);
    }
    println!(
        "{} {} is not on PATH: building it once, which takes a few minutes.",
        tool.program, tool.version
    );
    build(tool)?;
    // Only the program is needed from now on.
    std::fs::remove_dir_all(build_folder()).ok();
    found(tool).ok_or_else(|| {
        Error::new(
            format!(
                "{} was built, but does not answer with version {}",
                tool.program, tool.version
            ),
            format!("Remove {} and try again.", root().display()),
        )
    })
}

/// The first folder on PATH, or else ours, whose program has the version.
fn found(tool: &Tool<'_>) -> Option<PathBuf> {
    let search_path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&search_path)
        .chain([root().join("bin")])
        .find(|folder| has_version(&folder.join(tool.program), tool.version))
}

fn has_version(program: &Path, version: &str) -> bool {
    let Ok(output) = Command::new(program).arg("--version").output() else {
        return false;
    };
    String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .any(|word| word.trim_start_matches('v') == version)
}

fn build(tool: &Tool<'_>) -> Result<(), Error> {
    process::run(
        process::command("cargo")
            .args(["install", "--quiet", "--debug", "--force"])
            .args([tool.package, "--version", tool.version])
            .args(tool.arguments)
            .arg("--root")
            .arg(root())
            .env("CARGO_TARGET_DIR", build_folder())
            .env("CARGO_PROFILE_DEV_DEBUG", "false"),
        "Check the network and that a C compiler is installed, then try again.",
    )
}

fn root() -> PathBuf {
    workspace::target().join("tools")
}

fn build_folder() -> PathBuf {
    root().join("build")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_counts_only_with_the_exact_version() {
        let cargo = Path::new("cargo");
        let printed = process::output(process::command("cargo").arg("--version")).unwrap();
        let version = printed.split_whitespace().nth(1).unwrap();
        assert!(has_version(cargo, version));
        assert!(!has_version(
            cargo,
            version.trim_end_matches(char::is_numeric)
        ));
        assert!(!has_version(Path::new("popgrad-no-such-program"), version));
    }
}
