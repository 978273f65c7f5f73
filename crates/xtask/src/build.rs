//! `cargo xtask build`: the finished page in `dist/`, for any folder of any static host.

use crate::{error::Error, pins::Pins, process, setup, sizes, workspace};

/// Sets up, builds the page as it is published and prints the size of every file.
///
/// # Errors
/// If a part of the set-up or the build fails.
pub(crate) fn run() -> Result<(), Error> {
    let page = setup::page(&Pins::read()?)?;
    process::run(
        page.trunk().args(["build", "--release"]),
        "Trunk's message above says which part failed; dist/ is as it was.",
    )?;
    sizes::print(&workspace::dist())
}
