//! `cargo xtask`: the commands of the project.

mod bench;
mod build;
mod cell;
mod compress;
mod error;
mod forms;
mod link_sums;
mod links;
mod new_experiment;
mod notices;
mod pins;
mod prerender;
mod process;
mod self_check;
mod serve;
mod setup;
mod sizes;
mod test;
mod workspace;

use std::process::ExitCode;

use error::Error;

const USAGE: &str = "\
cargo xtask <command>

  serve [arguments of trunk]  build the page, serve it, rebuild it when a source changes
  build                       build the page into dist/ and print its sizes
  compress                    write the .gz files that hosts send beside the files of dist/
  dist                        build the page and write every figure as one self-contained page into target/forms/
  npm                         the same, and print the sizes of the npm package in target/forms/npm/
  test [part ...]             check everything, or the parts named
  bench [arguments]           measure the engine, natively and in Chromium beside plain JavaScript
  cell <file> [folder]        run a code cell, print what it prints and write its figures as SVG, beside it or into the folder
  new-experiment <slug>       write the folder of a new experiment that runs
  links                       write the keys of links into the README
  notices                     print the third-party notices of the page
  prerender                   fill the page in Trunk's staging folder (Trunk calls this)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Carries the command out. Whether what it checks is in order; only `test` checks anything.
fn dispatch(arguments: &[String]) -> Result<bool, Error> {
    let (command, rest) = arguments
        .split_first()
        .map_or(("help", arguments), |(command, rest)| (command, rest));
    match command {
        "test" => return test::run(rest),
        "serve" => serve::run(rest),
        "build" => build::run(),
        "compress" => compress::run(),
        "dist" => forms::run(),
        "npm" => forms::npm::run(),
        "bench" => bench::run(rest),
        "cell" => cell::run(rest),
        "new-experiment" => new_experiment::run(rest),
        "links" => links::run(),
        "notices" => notices::run(),
        "prerender" => prerender::run(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Error::new(
            format!("there is no command `{unknown}`"),
            format!("The commands are:\n{USAGE}"),
        )),
    }
    .map(|()| true)
}
