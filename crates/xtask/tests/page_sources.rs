//! The page's sources name no experiment, and reach the engine through one module.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The module through which the page reaches the engine.
const ENGINE: &str = "engine/engine.ts";

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
fn one_module_imports_the_engine() {
    let importing: Vec<_> = sources()
        .into_iter()
        .filter(|(_, text)| text.contains("\"popgrad-web"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(importing.len(), 1, "{importing:?}");
    assert!(importing[0].ends_with(ENGINE), "{importing:?}");
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
