//! The folder of reference values: the crate's own, or the one that `POPGRAD_REFERENCE` names.

use std::path::PathBuf;

use serde::de::DeserializeOwned;

pub(crate) fn read<T: DeserializeOwned>(name: &str) -> T {
    let folder = std::env::var_os("POPGRAD_REFERENCE").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference")),
        PathBuf::from,
    );
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
