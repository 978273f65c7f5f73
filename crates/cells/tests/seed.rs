//! The seed's snippets as they stand, and the code cells of the experiments.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::path::Path;

use serde::Deserialize;

use support::printed;

#[derive(Deserialize)]
struct Case {
    name: String,
    code: String,
    stdout: Vec<String>,
}

#[test]
fn the_seed_prints_what_it_prints_in_python() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("golden.json")).unwrap();
    assert_eq!(cases.len(), 10);
    for case in cases {
        let lines = printed(&case.code);
        assert_eq!(
            lines.lines().collect::<Vec<_>>(),
            case.stdout,
            "{}",
            case.name
        );
    }
}

#[test]
fn the_cell_of_every_experiment_runs() {
    let experiments = Path::new(env!("CARGO_MANIFEST_DIR")).join("../experiments/src");
    let mut count = 0;
    for entry in std::fs::read_dir(experiments).unwrap() {
        let path = entry.unwrap().path().join("code.py");
        if let Ok(code) = std::fs::read_to_string(&path) {
            assert_ne!(printed(&code), "", "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 7, "only {count} experiments have a cell");
}
