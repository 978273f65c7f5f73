//! The engine's checksum over all its digits as a WebAssembly file of its own, for the browsers' tests:
//! the page does not carry it.

use crate::{error::Error, process, setup, workspace};

/// Builds `crates/bindings/examples/self_check.rs` as the page is built, into `target/self-check/`.
///
/// # Errors
/// If the set-up, cargo or wasm-bindgen fails.
pub(crate) fn build() -> Result<(), Error> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let page = setup::page()?;
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--locked", "--release", "--package", "popgrad-web"]);
    process::run(
        cargo.args(["--example", "self_check", "--target", TARGET]),
        "Mend what the compiler names above.",
    )?;
    let compiled = workspace::target()
        .join(TARGET)
        .join("release/examples/self_check.wasm");
    let mut bindgen = page.tool("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    process::run(
        bindgen
            .arg(workspace::target().join("self-check"))
            .arg(compiled),
        "wasm-bindgen's message above says what it could not read.",
    )
}
