//! Which licences the page may contain, and where a package keeps their texts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use spdx::{Expression, LicenseReq, ParseMode};

use super::Package;
use crate::{error::Error, workspace};

/// The licences that allow the page to be passed on as it is, with a notice.
const ALLOWED: [&str; 7] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "Unicode-3.0",
];

/// Packages that ship no text themselves: how their names begin, and the text of their repository.
const ELSEWHERE: [(&str, &str); 1] = [("ruff_", include_str!("texts/ruff.txt"))];

/// Checks that the package's licence is, or offers, allowed ones.
///
/// # Errors
/// If it does not, or is not an SPDX expression.
pub(super) fn check(package: &Package) -> Result<(), Error> {
    if satisfied(package, &ALLOWED)? {
        return Ok(());
    }
    Err(Error::new(
        format!("{} has the licence {}", package.title(), package.expression),
        format!(
            "The page may contain only {}: use another package.",
            ALLOWED.join(", ")
        ),
    ))
}

/// The package's licence texts: the MIT text alone where that is enough, else all.
///
/// # Errors
/// If the package's folder holds no licence text or cannot be read.
pub(super) fn texts(package: &Package) -> Result<Vec<String>, Error> {
    let mut files = files(&package.folder)?;
    if satisfied(package, &["MIT"])? && files.iter().any(|file| names(file, "MIT")) {
        files.retain(|file| names(file, "MIT"));
    }
    if files.is_empty() {
        let mut known = ELSEWHERE.iter();
        if let Some((_, text)) = known.find(|(start, _)| package.name.starts_with(start)) {
            return Ok(vec![text.trim().to_owned()]);
        }
        return Err(Error::new(
            format!(
                "{} has no licence text in {}",
                package.title(),
                package.folder.display()
            ),
            "Ask its authors to ship one, or use another package.",
        ));
    }
    files
        .iter()
        .map(|file| {
            Ok(workspace::read(file)?
                .replace("\r\n", "\n")
                .trim()
                .to_owned())
        })
        .collect()
}

fn satisfied(package: &Package, licences: &[&str]) -> Result<bool, Error> {
    // Older packages write `MIT/Apache-2.0`.
    let expression =
        Expression::parse_mode(&package.expression, ParseMode::LAX).map_err(|cause| {
            Error::new(
                format!(
                    "{} has a licence that is not SPDX: {}",
                    package.title(),
                    cause.reason
                ),
                "Look its licence up and use a package that states it.",
            )
        })?;
    let allowed = |required: &LicenseReq| {
        let name = required.license.id().map(|id| id.name);
        required.addition.is_none() && name.is_some_and(|name| licences.contains(&name))
    };
    Ok(expression.evaluate(allowed))
}

/// The licence files of a package, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |cause| Error::file("list", folder, &cause);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let named = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "MIT."];
        if path.is_file() && named.iter().any(|start| names(&path, start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn names(file: &Path, word: &str) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.to_uppercase().contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(expression: &str) -> Package {
        Package {
            name: "sample".to_owned(),
            version: "1.0.0".to_owned(),
            expression: expression.to_owned(),
            folder: workspace::root().join("crates"),
        }
    }

    #[test]
    fn a_choice_needs_one_allowed_licence_and_a_conjunction_all() {
        for allowed in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
        ] {
            assert!(check(&package(allowed)).is_ok(), "{allowed}");
        }
        for refused in ["GPL-3.0-only", "MIT AND MPL-2.0", "no licence", ""] {
            assert!(check(&package(refused)).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_refusal_names_package_licence_and_what_is_allowed() {
        let text = check(&package("MPL-2.0")).unwrap_err().to_string();
        for part in ["sample 1.0.0", "MPL-2.0", "Apache-2.0"] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn a_package_without_a_licence_text_is_an_error() {
        let text = texts(&package("MIT")).unwrap_err().to_string();
        assert!(text.contains("sample 1.0.0 has no licence text"), "{text}");
    }
}
