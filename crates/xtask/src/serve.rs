//! `cargo xtask serve`: builds the page, serves it and rebuilds it when a source changes.

use crate::{error::Error, process, setup};

/// Sets up, then becomes `trunk serve`; `arguments` are passed on to it.
///
/// # Errors
/// If a part of the set-up fails or Trunk cannot start.
pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    let page = setup::page()?;
    let port = port(arguments).unwrap_or_else(|| page.port.to_string());
    println!("The page will be at http://127.0.0.1:{port}/");
    // Trunk would outlive a parent that is stopped, so it takes its place.
    Err(process::replace(page.trunk().arg("serve").args(arguments)))
}

/// The port that Trunk's arguments ask for.
fn port(arguments: &[String]) -> Option<String> {
    arguments
        .iter()
        .enumerate()
        .find_map(|(place, argument)| match argument.as_str() {
            "--port" | "-p" => arguments.get(place + 1).cloned(),
            other => other.strip_prefix("--port=").map(str::to_owned),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_has_the_port_that_was_asked_for() {
        let port = |words: &[&str]| {
            port(
                &words
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(port(&["--open", "--port", "9000"]).as_deref(), Some("9000"));
        assert_eq!(port(&["--port=9001"]).as_deref(), Some("9001"));
        assert_eq!(port(&["-p", "9002"]).as_deref(), Some("9002"));
        assert_eq!(port(&["--open"]), None);
    }
}
