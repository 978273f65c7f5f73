//! The npm packages that are bundled into the page's script: those that are not for development alone.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::Package;
use crate::error::Error;

#[derive(Deserialize)]
struct Lock {
    /// By folder; the empty name is the page's own package.
    packages: BTreeMap<String, Locked>,
}

#[derive(Deserialize)]
struct Locked {
    version: Option<String>,
    license: Option<String>,
    #[serde(default)]
    dev: bool,
}

/// The bundled packages in npm's lock file, whose folders are below `www`.
///
/// # Errors
/// If the lock file is not npm's, or a package states no version or licence.
pub(super) fn bundled(lock: &str, www: &Path) -> Result<Vec<Package>, Error> {
    let lock: Lock = serde_json::from_str(lock).map_err(|cause| {
        Error::new(
            format!("www/package-lock.json: {cause}"),
            "Make it anew by `npm install` in www/.",
        )
    })?;
    lock.packages
        .into_iter()
        .filter(|(folder, locked)| !folder.is_empty() && !locked.dev)
        .map(|(folder, locked)| package(&folder, locked, www))
        .collect()
}

fn package(folder: &str, locked: Locked, www: &Path) -> Result<Package, Error> {
    let name = folder.rsplit("node_modules/").next().unwrap_or(folder);
    let (Some(version), Some(expression)) = (locked.version, locked.license) else {
        return Err(Error::new(
            format!("www/package-lock.json: {name} states no version or no licence"),
            "Use a package that states both.",
        ));
    };
    Ok(Package {
        name: name.to_owned(),
        version,
        expression,
        folder: www.join(folder),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_packages_that_readers_download_are_named() {
        let lock = r#"{"packages": {
            "": {"license": "MIT"},
            "node_modules/tool": {"version": "1.0.0", "license": "MIT", "dev": true},
            "node_modules/@room/part": {"version": "2.0.0", "license": "ISC"}
        }}"#;
        let packages = bundled(lock, Path::new("www")).unwrap();
        assert_eq!(packages.len(), 1);
        assert_eq!(packages[0].title(), "@room/part 2.0.0");
        assert_eq!(packages[0].folder, Path::new("www/node_modules/@room/part"));
    }

    #[test]
    fn a_package_without_a_licence_is_named() {
        let lock = r#"{"packages": {"node_modules/part": {"version": "2.0.0"}}}"#;
        let text = bundled(lock, Path::new("")).err().unwrap().to_string();
        assert!(
            text.contains("part states no version or no licence"),
            "{text}"
        );
    }
}
