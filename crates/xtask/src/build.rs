//! `cargo xtask build`: the finished page in `dist/`, for any folder of any static host.

use std::fs;

use crate::{error::Error, process, setup, sizes, workspace};

/// Sets up, builds the page as it is published and prints the size of every file.
///
/// # Errors
/// If a part of the set-up or the build fails.
pub(crate) fn run() -> Result<(), Error> {
    let page = setup::page()?;
    process::run(
        page.trunk().args(["build", "--release"]),
        "Trunk's message above says which part failed; dist/ is as it was.",
    )?;
    TYPES.into_iter().try_for_each(keep_types)?;
    sizes::print(&workspace::dist())
}

/// The generated types of every WebAssembly file.
const TYPES: [&str; 3] = [
    "popgrad-web-first.d.ts",
    "popgrad-web.d.ts",
    "popgrad-web-cells.d.ts",
];

/// Puts generated types where the page's sources find them (`www/tsconfig.json`).
fn keep_types(name: &str) -> Result<(), Error> {
    let made = workspace::target().join("wasm-bindgen/release").join(name);
    let types = workspace::read(&made)?;
    let folder = workspace::www().join("generated");
    let kept = folder.join(name);
    // A source that is written anew makes `cargo xtask serve` build again.
    if fs::read_to_string(&kept).is_ok_and(|known| known == types) {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|cause| Error::file("make", &folder, &cause))?;
    fs::write(&kept, types).map_err(|cause| Error::file("write", &kept, &cause))
}
