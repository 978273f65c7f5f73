//! `cargo xtask npm`: the engine and the element as a package for npm.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{inside, make};
use crate::prerender::{Chapter, element, esbuild, write};
use crate::{build, error::Error, sizes, workspace};

/// What the package says of itself on its page.
const ABOUT: &str = "Reverse-mode automatic differentiation over populations of numbers, in WebAssembly, and figures \
                     about gradients as an element of any page.";

/// Builds the site, writes the package into `target/forms/npm/` and prints the sizes of its files.
///
/// # Errors
/// If a part of the build fails or a file cannot be written.
pub(crate) fn run() -> Result<(), Error> {
    build::run()?;
    super::files()?;
    sizes::list(&folder())
}

/// Writes the package. What stands inside its scripts has been made for the other forms.
///
/// # Errors
/// If a script cannot be bundled or a file cannot be written.
pub(super) fn package(app: &Path, chapters: &[Chapter]) -> Result<(), Error> {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|cause| Error::file("remove", &folder, &cause))?;
    }
    make(&folder)?;
    scripts(&folder, app, chapters)?;
    for file in ["index.d.ts", "element.d.ts"] {
        copy(&workspace::www().join("src/npm").join(file), &folder)?;
    }
    copy(
        &workspace::www().join("generated/popgrad-web.d.ts"),
        &folder,
    )?;
    for license in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        copy(&workspace::root().join(license), &folder)?;
    }
    // Whose code stands inside.
    copy(&workspace::dist().join("third-party.txt"), &folder)?;
    write(&folder.join("package.json"), &format!("{:#}\n", manifest()))?;
    write(&folder.join("README.md"), &readme()?)
}

fn folder() -> PathBuf {
    super::folder().join("npm")
}

/// Two modules; the element's code is a file of its own, which is asked for when it is defined.
fn scripts(folder: &Path, app: &Path, chapters: &[Chapter]) -> Result<(), Error> {
    let mut arguments = inside::arguments(app)?;
    arguments.extend(element::arguments(chapters)?);
    arguments.extend([
        "src/npm/index.ts".to_owned(),
        "src/npm/element.ts".to_owned(),
        "--format=esm".to_owned(),
        "--splitting".to_owned(),
        format!("--outdir={}", folder.display()),
    ]);
    esbuild::run(&arguments)
}

fn manifest() -> serde_json::Value {
    json!({
        "name": "popgrad",
        "version": env!("CARGO_PKG_VERSION"),
        "description": ABOUT,
        "license": env!("CARGO_PKG_LICENSE"),
        "type": "module",
        "sideEffects": false,
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./index.js" },
            "./element": { "types": "./element.d.ts", "default": "./element.js" },
        },
        "engines": { "node": ">=20" },
    })
}

/// The part of the README that is about this package.
fn readme() -> Result<String, Error> {
    let readme = workspace::read(&workspace::root().join("README.md"))?;
    let (_, rest) = readme.split_once("<!-- npm -->\n").unwrap_or_default();
    let (part, _) = rest.split_once("<!-- /npm -->").unwrap_or_default();
    if part.is_empty() {
        return Err(Error::new(
            "the README has no part for the npm package",
            "Put it between <!-- npm --> and <!-- /npm -->.",
        ));
    }
    Ok(format!("# popgrad\n\n{ABOUT}\n\n{}", part.trim_start()))
}

fn copy(from: &Path, folder: &Path) -> Result<(), Error> {
    let to = folder.join(from.file_name().unwrap_or_default());
    fs::copy(from, &to).map_err(|cause| Error::file("write", &to, &cause))?;
    Ok(())
}
