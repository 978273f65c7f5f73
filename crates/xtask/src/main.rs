//! `cargo xtask`: the commands of the project.

mod bench;
mod build;
mod error;
mod notices;
mod pins;
mod prerender;
mod process;
mod serve;
mod setup;
mod sizes;
mod workspace;

use std::process::ExitCode;

use error::Error;

const USAGE: &str = "\
cargo xtask <command>

  serve [arguments of trunk]  build the page, serve it, rebuild it when a source changes
  build                       build the page into dist/ and print its sizes
  bench [arguments]           measure the engine
  notices                     print the third-party notices of the page
  prerender                   fill the page in Trunk's staging folder (Trunk calls this)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Error> {
    let (command, rest) = arguments
        .split_first()
        .map_or(("help", arguments), |(command, rest)| (command, rest));
    match command {
        "serve" => serve::run(rest),
        "build" => build::run(),
        "bench" => bench::run(rest),
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
}
