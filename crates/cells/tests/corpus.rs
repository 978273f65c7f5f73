//! The corpus: snippets whose output `CPython` gave. Where a Python of the same version is there, it is asked again.
//! `UPDATE_CORPUS=1` writes its answers down.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{run, with_stack};

/// The version that gave the outputs.
const VERSION: &str = "3.11";
/// The file whose snippets use `PopulationNode`, and the class that stands for it in Python.
const NODES: &str = "nodes.py";
const CLASS: &str = "population_node.py";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    files.retain(|path| !path.ends_with("run.py") && !path.ends_with(CLASS));
    files.sort();
    files
}

/// The parts of a file behind each `#--- name`.
fn parts(text: &str) -> Vec<(String, String)> {
    let parts = text
        .split("#--- ")
        .skip(1)
        .map(|part| part.split_once('\n').unwrap());
    parts
        .map(|(name, rest)| (name.trim().to_owned(), rest.to_owned()))
        .collect()
}

fn in_this_python(source: &str) -> String {
    let outcome = run(source);
    let ended = outcome
        .error
        .as_ref()
        .map_or(String::new(), |error| format!("!! {}\n", error.name));
    outcome.text() + &ended
}

#[test]
fn every_snippet_prints_what_it_prints_in_python() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in files() {
        let expected = fs::read_to_string(path.with_extension("out")).unwrap_or_default();
        let expected = parts(&expected);
        let sources = parts(&fs::read_to_string(&path).unwrap());
        assert_eq!(
            sources.len(),
            expected.len(),
            "{}: UPDATE_CORPUS=1 asks Python",
            path.display()
        );
        for ((name, source), (_, expected)) in sources.into_iter().zip(expected) {
            count += 1;
            let actual = in_this_python(&source);
            if actual != expected {
                let file = path.file_name().unwrap().to_string_lossy().into_owned();
                let error = run(&source)
                    .error
                    .map_or(String::new(), |error| error.to_string());
                wrong.push(format!(
                    "== {file}: {name}\n-- here\n{actual}{error}\n-- Python\n{expected}"
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} snippets differ\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count > 100, "only {count} snippets");
}

#[test]
fn python_of_that_version_still_prints_it() {
    let Ok(version) = Command::new("python3").arg("--version").output() else {
        return;
    };
    if !String::from_utf8_lossy(&version.stdout).starts_with(&format!("Python {VERSION}.")) {
        return;
    }
    for path in files() {
        let mut command = Command::new("python3");
        command.arg(folder().join("run.py")).arg(&path);
        if path.ends_with(NODES) {
            command.arg(folder().join(CLASS));
        }
        let output = command.output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.starts_with(&format!("# CPython {VERSION}\n")));
        let outputs = path.with_extension("out");
        if std::env::var_os("UPDATE_CORPUS").is_some() {
            fs::write(&outputs, &printed).unwrap();
        }
        assert_eq!(
            fs::read_to_string(outputs).unwrap(),
            printed,
            "{}",
            path.display()
        );
    }
}

#[test]
fn a_snippet_is_a_part_of_its_file() {
    assert_eq!(
        with_stack(|| parts("#--- a\n1\n#--- b\n")),
        [
            ("a".to_owned(), "1\n".to_owned()),
            ("b".to_owned(), String::new())
        ]
    );
}
