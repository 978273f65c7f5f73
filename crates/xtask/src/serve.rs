//! `cargo xtask serve`: builds the page, serves it and rebuilds it when a source changes.

use crate::{error::Error, process, setup};

/// Sets up, then becomes `trunk serve`; `arguments` are passed on to it.
///
/// # Errors
/// If a part of the set-up fails or Trunk cannot start.
pub(crate) fn run(arguments: &[String]) -> Result<(), Error> {
    let page = setup::page()?;
    println!("The page will be at http://127.0.0.1:{}/", page.port);
    // Trunk would outlive a parent that is stopped, so it takes its place.
    Err(process::replace(page.trunk().arg("serve").args(arguments)))
}
