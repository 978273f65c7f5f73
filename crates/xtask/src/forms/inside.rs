//! What a page that is one file carries inside: script, engine, worker and style as text.

use std::fs;
use std::path::Path;

use super::make;
use crate::prerender::embed::Inside;
use crate::prerender::esbuild;
use crate::{error::Error, sizes, workspace};

/// Bundles all of a page's code into one script. `app` is the folder of the built site.
///
/// # Errors
/// If a file is missing or esbuild refuses a source.
pub(super) fn bundle(app: &Path) -> Result<Inside, Error> {
    let work = workspace::target().join("inside");
    make(&work)?;
    engine(app, &work.join("engine.gz"))?;
    script(app, &work, "src/pool/worker.ts", "worker.iife")?;
    script(app, &work, "src/embed/main.ts", "embed.js")?;
    Ok(Inside {
        script: workspace::read(&work.join("embed.js"))?,
        style: workspace::read(&app.join("style.css"))?,
        settings: workspace::read(&app.join("settings.js"))?,
    })
}

/// The full engine, compressed.
fn engine(app: &Path, to: &Path) -> Result<(), Error> {
    let from = app.join("popgrad-web_bg.wasm");
    let bytes = fs::read(&from).map_err(|cause| Error::file("read", &from, &cause))?;
    let packed = sizes::gzip(&bytes).map_err(|cause| Error::file("compress", &from, &cause))?;
    fs::write(to, packed).map_err(|cause| Error::file("write", to, &cause))
}

/// One classic script with everything inside that the page needs; what a figure's page never asks for is
/// left out.
fn script(app: &Path, work: &Path, entry: &str, name: &str) -> Result<(), Error> {
    esbuild::run(&[
        entry.to_owned(),
        "--bundle".to_owned(),
        "--format=iife".to_owned(),
        "--target=es2022".to_owned(),
        "--loader:.css=text".to_owned(),
        "--loader:.gz=base64".to_owned(),
        "--loader:.iife=text".to_owned(),
        esbuild::settings_table()?,
        "--define:import.meta.url=undefined".to_owned(),
        "--alias:popgrad-files=./src/files/inside.ts".to_owned(),
        "--alias:popgrad-workers=./src/files/workers-inside.ts".to_owned(),
        format!("--alias:popgrad-inside={}", work.display()),
        format!(
            "--alias:popgrad-web={}",
            app.join("popgrad-web.js").display()
        ),
        "--external:popgrad-web-first".to_owned(),
        "--external:*/cells/opened.ts".to_owned(),
        "--external:*/share/dialog.ts".to_owned(),
        format!("--outfile={}", work.join(name).display()),
    ])
}
