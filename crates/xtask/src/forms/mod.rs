//! `cargo xtask dist`: the forms in which figures go into other people's pages, from one build.

mod inside;
pub(crate) mod npm;
mod scorm;

use std::fs;
use std::path::{Path, PathBuf};

use crate::prerender::{self, Chapter, embed};
use crate::{build, error::Error, sizes, workspace};

/// Builds the site, writes every figure as one self-contained page, every experiment as a package for learning
/// platforms and the element as one script into `target/forms/`, and prints their sizes.
///
/// # Errors
/// If a part of the build fails or a file cannot be written.
pub(crate) fn run() -> Result<(), Error> {
    build::run()?;
    files()?;
    sizes::list(&folder())
}

/// The folder of the forms.
pub(crate) fn folder() -> PathBuf {
    workspace::target().join("forms")
}

/// Writes every form but the site, from the site that was built.
///
/// # Errors
/// If the site is not built, a script cannot be bundled or a file cannot be written.
pub(crate) fn files() -> Result<(), Error> {
    let app = app()?;
    let inside = inside::bundle(&app)?;
    let chapters = prerender::chapters()?;
    let folder = folder().join("file");
    make(&folder)?;
    for chapter in &chapters {
        scorm::package(chapter, &inside)?;
        for (place, figure) in chapter.figures.iter().enumerate() {
            let page = embed::file(chapter, place, &inside)?;
            prerender::write(&folder.join(format!("{}.html", figure.id)), &page)?;
        }
    }
    element(&app, &chapters)?;
    npm::package(&app, &chapters)
}

/// The element as one classic script.
fn element(app: &Path, chapters: &[Chapter]) -> Result<(), Error> {
    let folder = folder().join("element");
    make(&folder)?;
    let made = inside::element(app, chapters)?;
    let script = folder.join("popgrad-figure.js");
    fs::copy(&made, &script).map_err(|cause| Error::file("write", &script, &cause))?;
    Ok(())
}

/// The folder `app-<hash>/` of the built site.
fn app() -> Result<PathBuf, Error> {
    let dist = workspace::dist();
    let entries = fs::read_dir(&dist).map_err(|cause| Error::file("list", &dist, &cause))?;
    let folders = entries.flatten().map(|entry| entry.path());
    let is_app = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("app-")
    };
    folders.into_iter().find(is_app).ok_or_else(|| {
        Error::new(
            format!("{} holds no folder app-<hash>", dist.display()),
            "Run `cargo xtask build` first.",
        )
    })
}

fn make(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|cause| Error::file("make", folder, &cause))
}
