//! The shell `index.html` with its places filled.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::app::App;
use super::chapter::Chapter;
use super::site::Site;
use super::{contents, experiment, head, own, summary};
use crate::error::Error;

pub(super) const TITLE: &str = "Popgrad: see how gradients flow";
pub(super) const DESCRIPTION: &str = "A notebook about gradients. Move a slider and watch every gradient follow, computed live in your browser.";

/// Fills the shell. `app` is the folder of scripts, styles and pictures.
///
/// # Errors
/// If the shell lacks a place, or an experiment cannot be written.
pub(super) fn fill(shell: &str, app: &App, chapters: &[Chapter]) -> Result<String, Error> {
    let filled = replace(shell, "head", &notebook_head(app).into_string())?;
    replace(&filled, "body", &body(&app.name, chapters)?.into_string())
}

/// The page for an address that does not exist. It may be shown at any depth, so it refers to
/// nothing but itself.
pub(super) fn not_found() -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Page not found · Popgrad" }
            }
            body {
                main {
                    h1 { "There is no page at this address" }
                    p { "The link may be misspelt, or the page may have moved. The notebook is the front page of this site." }
                }
            }
        }
    }
    .into_string()
}

fn replace(shell: &str, place: &str, content: &str) -> Result<String, Error> {
    let marker = format!("<!-- popgrad:{place} -->");
    if shell.matches(&marker).count() != 1 {
        return Err(Error::new(
            format!("index.html does not hold `{marker}` exactly once"),
            "Put the marker where the content belongs.",
        ));
    }
    Ok(shell.replace(&marker, content))
}

/// What the first screen needs beside the head of every page.
fn notebook_head(
    App {
        name: app,
        imported,
    }: &App,
) -> Markup {
    html! {
        (head::head(&head::About { app, title: TITLE, description: DESCRIPTION }))
        @for file in imported { link rel="modulepreload" href=(format!("{app}/{file}")); }
        link rel="modulepreload" href=(format!("{app}/popgrad-web-first.js"));
        link rel="preload" as="fetch" type="application/wasm" crossorigin href=(format!("{app}/popgrad-web-first_bg.wasm"));
        script type="module" src=(format!("{app}/main.js")) {}
    }
}

fn body(app: &str, chapters: &[Chapter]) -> Result<Markup, Error> {
    let site = Site::notebook(app);
    let experiments = chapters
        .iter()
        .map(|chapter| experiment::section(&site, chapter))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        a .skip href="#notebook" { "Skip to the first experiment" }
        header .masthead {
            h1 { "Popgrad" }
            p { "Move a slider and watch every gradient follow." }
            (contents::nav(popgrad_experiments::articles()))
        }
        p .page-notice role="status" hidden {}
        main #notebook tabindex="-1" {
            @for experiment in &experiments { (experiment) }
            (summary::section(app, chapters))
            (own::section())
        }
        (colophon())
    })
}

fn colophon() -> Markup {
    html! {
        footer .colophon {
            p {
                "One small automatic differentiation engine computes every measured number on this page and, in your browser, every figure. "
                "Code: MIT or Apache-2.0. Prose and figures: "
                (PreEscaped("CC&nbsp;BY&nbsp;4.0"))
                ". " a href="third-party.txt" { "Third-party notices" } "."
            }
        }
    }
}
