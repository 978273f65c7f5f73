//! The third-party notices of the built page: every package whose code readers download, with its licence.

mod cargo_packages;
mod licence;
mod npm_packages;

use std::{fmt::Write as _, path::PathBuf};

use crate::{error::Error, process, workspace};

/// A package whose code ends in the page.
struct Package {
    name: String,
    version: String,
    /// Its licence as an SPDX expression.
    expression: String,
    /// The folder that holds its licence texts.
    folder: PathBuf,
}

/// The notices as plain text: a list of the packages with version and licence, then each licence text
/// once, under the names of the packages that it belongs to.
///
/// # Errors
/// If a lock file cannot be read, a licence is not on the list of allowed ones, or a package has no licence text.
pub(crate) fn text() -> Result<String, Error> {
    let packages = packages()?;
    let mut text = String::from("Popgrad's page contains code of these packages.\n\n");
    for package in &packages {
        licence::check(package)?;
        writeln!(text, "{} ({})", package.title(), package.expression).ok();
    }
    for (licence, titles) in by_text(&packages)? {
        let rule = "-".repeat(72);
        writeln!(text, "\n{rule}\n{}\n{rule}\n\n{licence}", titles.join("\n")).ok();
    }
    Ok(text)
}

/// `cargo xtask notices`: prints the notices.
///
/// # Errors
/// As [`text`].
pub(crate) fn run() -> Result<(), Error> {
    print!("{}", text()?);
    Ok(())
}

impl Package {
    fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

fn packages() -> Result<Vec<Package>, Error> {
    let metadata = process::output(process::command("cargo").args(cargo_packages::METADATA))?;
    let mut packages = cargo_packages::linked(&metadata)?;
    packages.push(standard_library()?);
    let lock = workspace::read(&workspace::www().join("package-lock.json"))?;
    packages.extend(npm_packages::bundled(&lock, &workspace::www())?);
    packages.sort_by_key(Package::title);
    Ok(packages)
}

/// Rust's own library is linked too; its licences come with the toolchain.
fn standard_library() -> Result<Package, Error> {
    let print = |arguments: &[&str]| process::output(process::command("rustc").args(arguments));
    let version = print(&["--version"])?;
    let sysroot = print(&["--print", "sysroot"])?;
    Ok(Package {
        name: "Rust standard library".to_owned(),
        version: version.split(' ').nth(1).unwrap_or_default().to_owned(),
        expression: "MIT OR Apache-2.0".to_owned(),
        folder: PathBuf::from(sysroot.trim()).join("share/doc/rust/licenses"),
    })
}

/// The distinct licence texts, each with the packages that carry it, in the order of the packages.
fn by_text(packages: &[Package]) -> Result<Vec<(String, Vec<String>)>, Error> {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for package in packages {
        for text in licence::texts(package)? {
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, titles)) => titles.push(package.title()),
                None => texts.push((text, vec![package.title()])),
            }
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_links_is_named_with_an_allowed_licence_and_its_text() {
        let text = text().unwrap();
        for line in [
            "\nlibm 0.2.16 (MIT)\n",
            "\nruff_python_parser 0.0.10 (MIT)\n",
            "\nRust standard library 1.",
            "\nwasm-bindgen 0.2.",
        ] {
            assert!(text.contains(line), "{line} is missing in\n{text}");
        }
        assert!(text.contains("Permission is hereby granted, free of charge"));
        for tool in ["\nproptest ", "\nserde_derive ", "\nflate2 ", "\npopgrad "] {
            assert!(!text.contains(tool), "{tool} is not in the page");
        }
    }

    #[test]
    fn a_text_shared_by_packages_stands_once() {
        let packages = packages().unwrap();
        let texts = by_text(&packages).unwrap();
        assert!(texts.len() < packages.len());
        assert!(texts.iter().any(|(_, titles)| titles.len() > 1));
    }
}
