//! The folder `app-<hash>/`: scripts, styles, pictures and the engine, named by their content so that
//! a browser may keep them for ever.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::chapter::Chapter;
use super::{controls, digest, element, esbuild, icon, palette, still, write};
use crate::error::Error;
use crate::workspace;

/// The packages that become WebAssembly. Trunk names the glue of each by its package.
const ENGINES: [&str; 3] = ["popgrad-web-first", "popgrad-web", "popgrad-web-cells"];

/// The folder as the page refers to it.
pub(super) struct App {
    /// The folder's name, for instance `app-0123456789abcdef`.
    pub(super) name: String,
    /// The files that the page's script imports at once: a browser may fetch them beside it.
    pub(super) imported: Vec<String>,
}

/// Bundles what the page needs.
///
/// # Errors
/// If esbuild refuses a source, a figure cannot be drawn or a file cannot be written.
pub(super) fn build(staging: &Path, chapters: &[Chapter]) -> Result<App, Error> {
    let app = staging.join("app");
    for entry in [
        "main=src/main.ts",
        "embed=src/embed/main.ts",
        "worker=src/pool/worker.ts",
        "cells-worker=src/cells/worker.ts",
    ] {
        scripts(&app, entry, &[])?;
    }
    let element = format!("{}=src/element/main.ts", element::ENTRY);
    scripts(&app, &element, &element::arguments(chapters)?)?;
    settings(&app)?;
    for engine in ENGINES {
        glue(&app, engine)?;
    }
    // They are in the glue now.
    let modules = app.join("snippets");
    fs::remove_dir_all(&modules).map_err(|cause| Error::file("remove", &modules, &cause))?;
    style(&app)?;
    icon::write_files(&app)?;
    still::write_files(&app, chapters)?;
    further_controls(&app, chapters)?;
    remove_declarations(&app)?;
    let imported = imported(&workspace::read(&app.join("main.js"))?);
    let name = format!("app-{}", hash(&app)?);
    let named = staging.join(&name);
    fs::rename(&app, &named).map_err(|cause| Error::file("rename", &app, &cause))?;
    Ok(App { name, imported })
}

/// The names of the files that a bundled module imports when it starts.
fn imported(module: &str) -> Vec<String> {
    module
        .split("from\"./")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// A module and what it imports. What it imports later becomes a file of its own, and so does what the
/// two share.
fn scripts(app: &Path, entry: &str, more: &[String]) -> Result<(), Error> {
    let mut arguments = vec![
        "--bundle".to_owned(),
        "--splitting".to_owned(),
        "--format=esm".to_owned(),
        "--target=es2022".to_owned(),
        // Styles of what comes later are text in a script.
        "--loader:.css=text".to_owned(),
        esbuild::settings_table()?,
        esbuild::version(),
        // What the page needs lies beside its scripts.
        "--alias:popgrad-files=./src/files/beside.ts".to_owned(),
        "--alias:popgrad-workers=./src/files/workers-beside.ts".to_owned(),
        "--alias:popgrad-later=./src/files/later-beside.ts".to_owned(),
        "--alias:popgrad-markup=./src/element/markup-beside.ts".to_owned(),
        format!("--outdir={}", app.display()),
        entry.to_owned(),
    ];
    arguments.extend_from_slice(more);
    // The page's one module that reaches an engine imports it by its package's name.
    for engine in ENGINES {
        arguments.push(format!("--alias:{engine}=./{engine}.js"));
        arguments.push(format!("--external:./{engine}.js"));
    }
    esbuild::run(&arguments)
}

/// The small script that runs before the first paint.
fn settings(app: &Path) -> Result<(), Error> {
    esbuild::run(&[
        "src/link/early.ts",
        "--bundle",
        "--format=iife",
        "--target=es2022",
        &esbuild::settings_table()?,
        &format!("--outfile={}", app.join("settings.js").display()),
    ])
}

fn glue(app: &Path, engine: &str) -> Result<(), Error> {
    let path = app.join(format!("{engine}.js")).display().to_string();
    esbuild::run(&[
        &path,
        // The class `PopulationNode` stands in modules of its own.
        "--bundle",
        "--format=esm",
        "--target=es2022",
        "--allow-overwrite",
        &format!("--outfile={path}"),
    ])
}

fn style(app: &Path) -> Result<(), Error> {
    let path = app.join("style.css");
    esbuild::run(&[
        "src/style/main.css",
        "--bundle",
        &format!("--outfile={}", path.display()),
    ])?;
    let bundled = workspace::read(&path)?;
    write(
        &path,
        &[palette::css(), controls::widths(), bundled].concat(),
    )
}

/// Controls behind "more", which an experiment fetches when it comes alive.
fn further_controls(app: &Path, chapters: &[Chapter]) -> Result<(), Error> {
    for chapter in chapters {
        for figure in 0..chapter.figures.len() {
            if let Some(file) = chapter.more(figure) {
                let controls = chapter.controls(figure);
                let controls = controls.behind_more(chapter.article.slug());
                write(&app.join(file), &controls.into_string())?;
            }
        }
    }
    Ok(())
}

/// Types are for those who build, not for those who read the page.
fn remove_declarations(app: &Path) -> Result<(), Error> {
    for path in files(app)? {
        if path.to_string_lossy().ends_with(".d.ts") {
            fs::remove_file(&path).map_err(|cause| Error::file("remove", &path, &cause))?;
        }
    }
    Ok(())
}

fn hash(folder: &Path) -> Result<String, Error> {
    let mut hasher = Sha256::new();
    for path in files(folder)? {
        let content = fs::read(&path).map_err(|cause| Error::file("read", &path, &cause))?;
        hasher.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        hasher.update((content.len() as u64).to_le_bytes());
        hasher.update(content);
    }
    Ok(digest::short(hasher))
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|cause| Error::file("list", folder, &cause))?;
    let mut paths: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_later_is_not_fetched_at_once() {
        let module = "import{a}from\"./chunk-1.js\";import{b as c}from\"./chunk-2.js\";import(\"./rest.js\");";
        assert_eq!(imported(module), ["chunk-1.js", "chunk-2.js"]);
    }
}
