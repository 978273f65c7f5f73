//! The page's sources name no experiment, and reach WebAssembly through the modules of one folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder through which the page reaches WebAssembly.
const ENGINE: &str = "engine";

#[test]
fn no_source_of_the_page_names_an_experiment() {
    for (path, text) in sources() {
        for experiment in popgrad_experiments::registry() {
            let slug = experiment.slug();
            assert!(!text.contains(slug), "{} names {slug}", path.display());
        }
    }
}

#[test]
fn one_folder_imports_the_engine() {
    let importing: Vec<_> = sources()
        .into_iter()
        .filter(|(_, text)| text.contains("\"popgrad-web"))
        .map(|(path, _)| path)
        .collect();
    assert!(!importing.is_empty(), "somebody imports it");
    for path in importing {
        let folder = path.parent().expect("a source lies in a folder");
        assert!(folder.ends_with(ENGINE), "{}", path.display());
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/src");
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is listed") {
            let path = entry.expect("the entry is read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("the source is read");
                found.push((path, text));
            }
        }
    }
    assert!(found.len() > 10, "the page's sources are found");
    found
}
