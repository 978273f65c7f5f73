//! The Rust target of WebAssembly.

use crate::{error::Error, process};

/// Adds the target. `rust-toolchain.toml` alone does not, where automatic installation is off.
///
/// # Errors
/// If rustup is missing or refuses.
pub(crate) fn add() -> Result<(), Error> {
    process::run(
        process::command("rustup").args(["--quiet", "target", "add", "wasm32-unknown-unknown"]),
        "Install Rust by rustup (https://rustup.rs) and check the network.",
    )
}
