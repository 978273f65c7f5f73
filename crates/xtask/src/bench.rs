//! `cargo xtask bench`: the engine's measurements, natively and in Chromium beside plain JavaScript, and
//! the page's own.

use std::{fs, path::PathBuf};

use crate::{build, error::Error, process, workspace};

const USAGE: &str = "cargo xtask bench [w1 w2 ...] [--rounds N] [--no-native]";

/// How many rounds the medians are of, unless asked otherwise.
const ROUNDS: usize = 11;

/// What a person asked for.
#[derive(Debug, PartialEq)]
struct Options {
    /// The beginnings of the names of workloads; none stands for all.
    workloads: Vec<String>,
    rounds: usize,
    native: bool,
}

/// Runs the engine's own benchmarks, then builds the page and measures the engine in Chromium side by
/// side with plain JavaScript.
///
/// # Errors
/// If an argument is unknown, or a part does not build or fails.
pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    let options = options(arguments)?;
    let files = chosen(&workload_files()?, &options.workloads)?;
    if options.native {
        process::run(
            process::command("cargo")
                .args(["bench", "--package", "popgrad"])
                .args(native_filter(&options.workloads)),
            "The compiler's or the benchmark's message above says why.",
        )?;
    }
    build::run()?;
    let mut command = process::command("node");
    command.current_dir(workspace::www()).arg("bench/run.mjs");
    process::run(
        command.arg(options.rounds.to_string()).args(files),
        "The line above says which side of which workload is wrong; Chromium must be on PATH.",
    )?;
    if options.workloads.is_empty() {
        measure_page()?;
    }
    Ok(())
}

/// How long the page's script works when a slider moves, how long the page is blocked while something is played or
/// computed, how long the trainability map takes, and how long a code cell.
fn measure_page() -> Result<(), Error> {
    for script in [
        "bench/panels.mjs",
        "bench/blocking.mjs",
        "bench/map.mjs",
        "bench/cells.mjs",
    ] {
        let mut command = process::command("node");
        command.current_dir(workspace::www());
        process::run(
            command.arg(script),
            "The message above says what is wrong; Chromium must be on PATH.",
        )?;
    }
    Ok(())
}

fn options(arguments: &[String]) -> Result<Options, Error> {
    let mut options = Options {
        workloads: Vec::new(),
        rounds: ROUNDS,
        native: true,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--rounds" => options.rounds = rounds(rest.next())?,
            "--no-native" => options.native = false,
            unknown if unknown.starts_with('-') => {
                return Err(Error::new(
                    format!("bench has no option `{unknown}`"),
                    format!("It is used as: {USAGE}"),
                ));
            }
            workload => options.workloads.push(workload.to_lowercase()),
        }
    }
    Ok(options)
}

fn rounds(given: Option<&String>) -> Result<usize, Error> {
    let number = given.and_then(|text| text.parse().ok());
    number.filter(|rounds| *rounds > 0).ok_or_else(|| {
        let given = given.map_or("nothing", String::as_str);
        Error::new(
            format!("--rounds is followed by `{given}`, expected a whole number from 1 on"),
            format!("It is used as: {USAGE}"),
        )
    })
}

/// The file names of all workloads, in order: each file of the folder is one.
fn workload_files() -> Result<Vec<String>, Error> {
    let folder: PathBuf = workspace::www().join("bench/page/workloads");
    let failed = |cause| Error::file("list", &folder, &cause);
    let mut files = fs::read_dir(&folder)
        .map_err(failed)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    files.sort();
    Ok(files)
}

/// The files whose names begin with one of the wanted words, or all.
fn chosen(files: &[String], wanted: &[String]) -> Result<Vec<String>, Error> {
    let is_of = |file: &&String, word: &String| file.split(['-', '.']).next() == Some(word);
    if let Some(unknown) = wanted
        .iter()
        .find(|word| !files.iter().any(|file| is_of(&file, word)))
    {
        return Err(Error::new(
            format!("there is no workload `{unknown}`"),
            format!("The workloads are: {}.", files.join(", ")),
        ));
    }
    let asked = |file: &&String| wanted.is_empty() || wanted.iter().any(|word| is_of(file, word));
    Ok(files.iter().filter(asked).cloned().collect())
}

/// Tells criterion which workloads to run: its names begin with `W1`, `W2` ... and a space.
fn native_filter(wanted: &[String]) -> Vec<String> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = wanted.join("|").to_uppercase();
    vec!["--".to_owned(), format!("^({names}) ")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn workloads_and_options_may_stand_in_any_order() {
        let asked = options(&words(&["W4", "--rounds", "5", "w1", "--no-native"])).unwrap();
        let expected = Options {
            workloads: words(&["w4", "w1"]),
            rounds: 5,
            native: false,
        };
        assert_eq!(asked, expected);
        assert_eq!(options(&[]).unwrap().rounds, ROUNDS);
    }

    #[test]
    fn rounds_must_be_a_number_from_1_on() {
        for given in [&["--rounds"][..], &["--rounds", "0"], &["--rounds", "w1"]] {
            let text = options(&words(given)).err().unwrap().to_string();
            assert!(text.contains("from 1 on"), "{text}");
        }
    }

    #[test]
    fn an_unknown_option_or_workload_is_named() {
        let text = options(&words(&["--fast"])).err().unwrap().to_string();
        assert!(text.contains("`--fast`"), "{text}");
        let files = words(&["w1-xor.mjs", "w10-more.mjs"]);
        let text = chosen(&files, &words(&["w2"])).err().unwrap().to_string();
        assert!(
            text.contains("`w2`") && text.contains("w1-xor.mjs"),
            "{text}"
        );
    }

    #[test]
    fn a_word_chooses_its_own_workload_and_none_chooses_all() {
        let files = words(&["w1-xor.mjs", "w10-more.mjs"]);
        assert_eq!(
            chosen(&files, &words(&["w1"])).unwrap(),
            words(&["w1-xor.mjs"])
        );
        assert_eq!(chosen(&files, &[]).unwrap(), files);
    }

    #[test]
    fn the_native_benchmarks_are_chosen_by_the_same_words() {
        assert_eq!(native_filter(&words(&["w1", "w4"])), ["--", "^(W1|W4) "]);
        assert!(native_filter(&[]).is_empty());
    }

    #[test]
    fn every_workload_of_the_folder_has_a_word() {
        for file in workload_files().unwrap() {
            let (word, _) = file.split_once('-').unwrap();
            assert_eq!(
                chosen(&workload_files().unwrap(), &words(&[word])).unwrap(),
                [file]
            );
        }
    }
}
