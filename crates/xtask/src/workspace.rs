//! Where things are: the checkout's folders and cargo's target folder.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::error::Error;

/// The checkout's root, two folders above this package.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// The folder of the page's sources, its npm packages and its tests.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}

/// The folder that the finished page is built into.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder: `CARGO_TARGET_DIR`, or `target` in the checkout.
pub(crate) fn target() -> PathBuf {
    let chosen = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root().join(chosen)
}

/// Reads a text file.
///
/// # Errors
/// If the file is missing, unreadable or not UTF-8.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|cause| Error::file("read", path, &cause))
}

/// Every file in a folder and in the folders inside it.
///
/// # Errors
/// If a folder cannot be listed.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |cause| Error::file("list", folder, &cause);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
