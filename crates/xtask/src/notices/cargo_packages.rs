//! The crates that the page's WebAssembly file is linked from, read from cargo's metadata.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::Package;
use crate::error::Error;

/// How cargo is asked: for the crates of WebAssembly alone, of the versions in the lock file.
pub(super) const METADATA: [&str; 5] = [
    "metadata",
    "--format-version=1",
    "--locked",
    "--filter-platform",
    "wasm32-unknown-unknown",
];

/// The packages that become the page's WebAssembly files; the first file holds a part of the second.
const ROOTS: [&str; 2] = ["popgrad-web", "popgrad-web-cells"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Crate {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    /// Where it comes from; the workspace's own have none.
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for a dependency that is linked, else `dev` or `build`.
    kind: Option<String>,
}

/// The crates of others that are linked into the page, without procedural macros and build scripts.
///
/// # Errors
/// If the metadata is not cargo's, the page's package is missing, or a crate states no licence.
pub(super) fn linked(metadata: &str) -> Result<Vec<Package>, Error> {
    let metadata: Metadata = serde_json::from_str(metadata).map_err(|cause| {
        Error::new(
            format!("cargo's metadata cannot be read: {cause}"),
            "Use the Rust version in rust-toolchain.toml.",
        )
    })?;
    reached(&metadata)?
        .into_iter()
        .filter(|package| package.source.is_some())
        .map(Crate::package)
        .collect()
}

/// Every crate that the page's packages depend on to be linked, themselves included.
fn reached(metadata: &Metadata) -> Result<Vec<&Crate>, Error> {
    let packages = &metadata.packages;
    let crates: HashMap<&str, &Crate> = packages.iter().map(|one| (one.id.as_str(), one)).collect();
    let nodes = metadata.resolve.nodes.iter();
    let nodes: HashMap<&str, &Node> = nodes.map(|node| (node.id.as_str(), node)).collect();
    let roots = ROOTS.into_iter().map(|name| {
        let root = packages.iter().find(|package| package.name == name);
        root.map(|root| root.id.as_str()).ok_or_else(|| {
            Error::new(
                format!("the workspace has no package {name}"),
                "The notices are those of the page: name its packages in `ROOTS`.",
            )
        })
    });
    let mut waiting = roots.collect::<Result<Vec<_>, _>>()?;
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    while let Some(id) = waiting.pop() {
        let Some(package) = crates.get(id).filter(|package| !package.is_macro()) else {
            continue;
        };
        if seen.insert(id) {
            found.push(*package);
            waiting.extend(nodes.get(id).into_iter().flat_map(|node| node.linked()));
        }
    }
    Ok(found)
}

impl Crate {
    fn is_macro(&self) -> bool {
        let kinds = self.targets.iter().flat_map(|target| &target.kind);
        kinds.into_iter().any(|kind| kind == "proc-macro")
    }

    fn package(&self) -> Result<Package, Error> {
        let expression = self.license.clone().ok_or_else(|| {
            Error::new(
                format!("{} {} states no licence", self.name, self.version),
                "Use a package that states it.",
            )
        })?;
        Ok(Package {
            name: self.name.clone(),
            version: self.version.clone(),
            expression,
            folder: self
                .manifest_path
                .parent()
                .unwrap_or(Path::new(""))
                .to_owned(),
        })
    }
}

impl Node {
    fn linked(&self) -> impl Iterator<Item = &str> {
        self.deps
            .iter()
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
            .map(|dependency| dependency.pkg.as_str())
    }
}
