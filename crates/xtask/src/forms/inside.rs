//! What a page or a script that is one file carries inside: script, engine, worker and style as text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::make;
use crate::prerender::embed::{self, Inside};
use crate::prerender::{Chapter, element, esbuild};
use crate::{error::Error, sizes, workspace};

/// Bundles all of a page's code into one script. `app` is the folder of the built site.
///
/// # Errors
/// If a file is missing or esbuild refuses a source.
pub(super) fn bundle(app: &Path) -> Result<Inside, Error> {
    let work = folder();
    make(&work)?;
    engine(app, &work.join("engine.gz"))?;
    script(app, &work, "src/pool/worker.ts", "worker.iife", &[])?;
    script(app, &work, "src/embed/main.ts", "embed.js", &[])?;
    Ok(Inside {
        script: workspace::read(&work.join("embed.js"))?,
        style: workspace::read(&app.join("style.css"))?,
        settings: workspace::read(&app.join("settings.js"))?,
    })
}

/// The element `<popgrad-figure>` as one classic script with everything inside: engine, worker, style and the markup of
/// every figure. [`bundle`] has made its parts.
///
/// # Errors
/// If a figure cannot be drawn or esbuild refuses a source.
pub(super) fn element(app: &Path, chapters: &[Chapter]) -> Result<PathBuf, Error> {
    let work = folder();
    let figures = serde_json::to_vec(&figures(chapters)?).map_err(|cause| {
        Error::new(
            format!("the figures are no JSON: {cause}"),
            "Look at their names.",
        )
    })?;
    pack(&figures, &work.join("figures.gz"))?;
    let more = element::arguments(chapters)?;
    script(app, &work, "src/element/main.ts", "element.js", &more)?;
    Ok(work.join("element.js"))
}

/// The markup of every figure by its name.
fn figures(chapters: &[Chapter]) -> Result<BTreeMap<&str, String>, Error> {
    let mut figures = BTreeMap::new();
    for chapter in chapters {
        for (place, figure) in chapter.figures.iter().enumerate() {
            figures.insert(figure.id.as_str(), embed::part(chapter, place)?);
        }
    }
    Ok(figures)
}

/// Where the parts are made.
fn folder() -> PathBuf {
    workspace::target().join("inside")
}

/// The full engine, compressed.
fn engine(app: &Path, to: &Path) -> Result<(), Error> {
    let from = app.join("popgrad-web_bg.wasm");
    let bytes = fs::read(&from).map_err(|cause| Error::file("read", &from, &cause))?;
    pack(&bytes, to)
}

fn pack(bytes: &[u8], to: &Path) -> Result<(), Error> {
    let packed = sizes::gzip(bytes).map_err(|cause| Error::file("compress", to, &cause))?;
    fs::write(to, packed).map_err(|cause| Error::file("write", to, &cause))
}

/// One classic script with everything inside that the page needs.
fn script(app: &Path, work: &Path, entry: &str, name: &str, more: &[String]) -> Result<(), Error> {
    let mut arguments = arguments(app)?;
    arguments.extend([
        entry.to_owned(),
        "--format=iife".to_owned(),
        format!("--outfile={}", work.join(name).display()),
    ]);
    arguments.extend_from_slice(more);
    esbuild::run(&arguments)
}

/// How scripts are bundled that have everything inside; what a figure never asks for is left out. `app` is the folder
/// of the built site.
///
/// # Errors
/// If the settings cannot be written as JSON.
pub(super) fn arguments(app: &Path) -> Result<Vec<String>, Error> {
    let work = folder();
    let engine = app.join("popgrad-web.js");
    Ok(vec![
        "--bundle".to_owned(),
        "--target=es2022".to_owned(),
        "--loader:.css=text".to_owned(),
        "--loader:.gz=base64".to_owned(),
        "--loader:.iife=text".to_owned(),
        esbuild::settings_table()?,
        // Nothing lies beside it.
        "--define:import.meta.url=undefined".to_owned(),
        "--alias:popgrad-files=./src/files/inside.ts".to_owned(),
        "--alias:popgrad-workers=./src/files/workers-inside.ts".to_owned(),
        format!("--alias:popgrad-inside={}", work.display()),
        format!("--alias:popgrad-web={}", engine.display()),
        // There is one engine.
        format!("--alias:popgrad-web-first={}", engine.display()),
        "--alias:popgrad-later=./src/files/later-absent.ts".to_owned(),
        "--alias:popgrad-markup=./src/element/markup-inside.ts".to_owned(),
    ])
}
