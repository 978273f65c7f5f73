//! Every figure in its default state as a committed picture, in both layouts. `UPDATE_GOLDEN=1`
//! writes them anew; look at them before committing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use popgrad_experiments::{State, registry};
use popgrad_figures::{Colors, Layout, svg};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// File names and pictures.
fn pictures() -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for experiment in registry() {
        let mut state = State::defaults(*experiment);
        state.finish().expect("the defaults can be computed");
        let figures = experiment.figures(&state);
        for figure in figures.expect("the defaults have figures") {
            for layout in Layout::ALL {
                let drawn = svg(&figure, layout, &Colors::Variables);
                let name = format!("{}-{}.svg", figure.id, layout.name());
                pictures.push((name, drawn.expect("the defaults can be drawn")));
            }
        }
    }
    pictures
}

#[test]
fn every_figure_looks_as_committed() {
    for (name, drawn) in pictures() {
        let path = folder().join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &drawn).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            drawn == committed,
            "{name} differs: run with UPDATE_GOLDEN=1, look at it, commit it"
        );
    }
}

#[test]
fn no_picture_is_left_over() {
    let expected: BTreeSet<_> = pictures().into_iter().map(|(name, _)| name).collect();
    let found: BTreeSet<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
}
