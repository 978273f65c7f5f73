//! `cargo xtask prerender`: fills the page in Trunk's staging folder. Trunk's hook calls it.
//!
//! The page is complete before any script runs: prose, mathematics and every figure in its default
//! state are written into the HTML here, by the same functions that draw them in the browser.

mod app;
mod chapter;
mod contents;
mod controls;
mod digest;
pub(crate) mod element;
pub(crate) mod embed;
pub(crate) mod esbuild;
mod experiment;
mod head;
mod icon;
mod manifest;
mod markdown;
mod miniature;
mod number;
mod offline;
mod own;
mod page;
mod palette;
mod player;
mod prediction;
mod sheet;
mod site;
mod still;
mod summary;
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

pub(crate) use self::chapter::Chapter;
use crate::error::Error;
use crate::setup::node_packages;
use crate::{notices, workspace};

/// Writes what the page shows before any script runs into Trunk's staging folder.
///
/// # Errors
/// If the staging folder is not named by Trunk, a source cannot be bundled, or an experiment
/// cannot be computed.
pub(crate) fn run() -> Result<(), Error> {
    // `trunk serve` by itself comes here first.
    node_packages::install()?;
    let staging = staging()?;
    let chapters = chapters()?;
    let app = app::build(&staging, &chapters)?;
    let shell = staging.join("index.html");
    let page = page::fill(&workspace::read(&shell)?, &app, &chapters)?;
    write(&shell, &page)?;
    sheets(&staging, &app.name)?;
    element::script(&staging, &app.name)?;
    embed::pages(&staging, &app.name, &chapters)?;
    write(&staging.join("third-party.txt"), &notices::text()?)?;
    write(&staging.join("404.html"), &page::not_found())?;
    write(&staging.join(manifest::FILE), &manifest::text(&app.name))?;
    // It lists what has been written.
    offline::write_worker(&staging)
}

/// The experiments as they are at the start.
///
/// # Errors
/// If a figure cannot be computed.
pub(crate) fn chapters() -> Result<Vec<Chapter>, Error> {
    chapter::all()
}

/// The teacher's sheets, each a page of its own.
fn sheets(staging: &Path, app: &str) -> Result<(), Error> {
    let folder = staging.join(sheet::FOLDER);
    fs::create_dir_all(&folder).map_err(|cause| Error::file("make", &folder, &cause))?;
    for (number, article) in (1..).zip(popgrad_experiments::articles()) {
        let page = sheet::page(app, number, *article)?;
        write(&staging.join(sheet::address(*article)), &page)?;
    }
    Ok(())
}

fn staging() -> Result<PathBuf, Error> {
    env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Error::new(
                "TRUNK_STAGING_DIR is not set",
                "Run `cargo xtask build`: Trunk calls prerender with its staging folder.",
            )
        })
}

/// Writes a text file.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|cause| Error::file("write", path, &cause))
}
