//! The service worker, which keeps the site for when there is no network. It takes its list of files from what the
//! build has written, so it is written last.

use std::{collections::BTreeMap, env, fs, path::Path};

use serde::Serialize;

use super::{digest, esbuild, write};
use crate::{error::Error, workspace};

/// The worker's file. Its folder is what it answers for, so it lies beside the notebook.
const FILE: &str = "service-worker.js";

/// A version of the site.
#[derive(Serialize)]
struct Site {
    /// Names the version by its content.
    version: String,
    /// The digest of each file, by its path with forward slashes.
    files: BTreeMap<String, String>,
}

/// Writes the worker beside the files in `staging`.
///
/// While the page is worked on (`cargo xtask serve`), it keeps nothing: what was changed is to be seen at once.
///
/// # Errors
/// If a file cannot be read or written, or esbuild refuses the worker's source.
pub(super) fn write_worker(staging: &Path) -> Result<(), Error> {
    let path = staging.join(FILE);
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug") {
        return write(&path, "");
    }
    let site = site(staging)?;
    esbuild::run(&[
        "src/offline/worker.ts",
        "--bundle",
        "--format=iife",
        "--target=es2022",
        &format!("--outfile={}", path.display()),
    ])?;
    let code = workspace::read(&path)?;
    write(&path, &format!("{}{code}", line(&site)?))
}

/// The first line of the worker. Tests write it anew to make another version.
fn line(site: &Site) -> Result<String, Error> {
    let table = serde_json::to_string(site).map_err(|cause| {
        Error::new(
            format!("the list of files cannot be written as JSON: {cause}"),
            "Look for a file of the page whose name is not UTF-8.",
        )
    })?;
    Ok(format!("const SITE={table};\n"))
}

fn site(folder: &Path) -> Result<Site, Error> {
    let mut files = BTreeMap::new();
    for path in workspace::files_below(folder)? {
        let content = fs::read(&path).map_err(|cause| Error::file("read", &path, &cause))?;
        let inside = path.strip_prefix(folder).unwrap_or(&path);
        let name = inside.to_string_lossy().replace('\\', "/");
        files.insert(name, digest::of(&content));
    }
    let all: Vec<String> = files
        .iter()
        .map(|(name, digest)| format!("{name} {digest}\n"))
        .collect();
    let version = digest::of(all.concat().as_bytes());
    Ok(Site { version, files })
}
