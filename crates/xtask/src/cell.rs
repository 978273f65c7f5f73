//! `cargo xtask cell <file> [folder]`: runs a code cell outside of the browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use popgrad_cells::{Control, Event, Limits, Outcome, Session};
use popgrad_figures::{Colors, Figure, Layout, Palette, svg};

use crate::error::Error;

/// Room for a deep recursion without optimisation.
const STACK: usize = 256 << 20;

pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    let (file, folder) = match arguments {
        [file] => (Path::new(file), None),
        [file, folder] => (Path::new(file), Some(PathBuf::from(folder))),
        _ => {
            return Err(Error::new(
                "`cell` takes a file, and a folder for its figures if they go elsewhere",
                "Write `cargo xtask cell <file> [folder]`.",
            ));
        }
    };
    let source = fs::read_to_string(file).map_err(|cause| Error::file("read", file, &cause))?;
    let folder = folder.unwrap_or_else(|| file.parent().unwrap_or(Path::new("")).to_owned());
    let stem = file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let target = Target { folder, stem };
    let name = file.display().to_string();
    let work = move || {
        show(
            Session::new(Limits::default()).run_named(&name, &source),
            &target,
        )
    };
    let running = thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .map_err(|cause| failed(&cause.to_string()))?;
    running
        .join()
        .map_err(|_| failed("the interpreter panicked"))?
}

/// Where figures are written, and what their names begin with.
struct Target {
    folder: PathBuf,
    stem: String,
}

fn failed(cause: &str) -> Error {
    Error::new(
        format!("the cell could not run: {cause}"),
        "Report the cell.",
    )
}

/// Prints what a cell put out and writes its figures.
fn show(outcome: Outcome, Target { folder, stem }: &Target) -> Result<(), Error> {
    let mut figures = 0;
    let mut write_next = |figure: &Figure| {
        figures += 1;
        write(figure, &folder.join(format!("{stem}-{figures}.svg")))
    };
    for event in &outcome.events {
        match event {
            Event::Text(text) => print!("{text}"),
            Event::Figure(figure) => write_next(figure)?,
            Event::Graph(view) => write_next(&view.figure())?,
            Event::Control(control) => println!("{}", described(control)),
        }
    }
    match outcome.error {
        None => Ok(()),
        Some(error) => Err(Error::new(
            error.to_string(),
            format!("The cell ended early, after {} steps.", outcome.steps),
        )),
    }
}

fn write(figure: &Figure, path: &Path) -> Result<(), Error> {
    let text = svg(figure, Layout::Wide, &Colors::Fixed(Palette::light())).map_err(|cause| {
        Error::new(
            format!("{}: {cause}", figure.id),
            "Change what the cell draws.",
        )
    })?;
    fs::write(path, text).map_err(|cause| Error::file("write", path, &cause))?;
    println!("[{}]", path.display());
    Ok(())
}

fn described(control: &Control) -> String {
    match control {
        Control::Slider {
            name,
            value,
            range: [low, high],
            ..
        } => {
            format!("[{name} = {value}, from {low} to {high}]")
        }
        Control::Choice {
            name,
            options,
            chosen,
        } => {
            format!("[{name} = {}, of {}]", options[*chosen], options.join(", "))
        }
    }
}
