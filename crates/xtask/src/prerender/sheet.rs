//! The teacher's sheet of an experiment: a page of its own in the folder `teach/`.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use popgrad_experiments::Article;

use super::{experiment, head};
use crate::error::Error;

/// The folder of the sheets, beside the notebook.
pub(super) const FOLDER: &str = "teach";

/// The parts that every sheet has, in their order.
const PARTS: [&str; 5] = [
    "## Goal",
    "## Usual misconception",
    "## Script for five minutes",
    "## Three predictions",
    "## Transfer",
];

/// The address of a sheet, from the notebook.
pub(super) fn address(article: &dyn Article) -> String {
    format!("{FOLDER}/{}.html", article.slug())
}

/// The page. `app` is the folder of scripts and styles, `number` the experiment's place in the notebook.
///
/// # Errors
/// If the sheet lacks a part or names a number that there is not.
pub(super) fn page(
    app: &str,
    number: usize,
    article: &'static dyn Article,
) -> Result<String, Error> {
    check(article.slug(), article.words().sheet)?;
    let text = experiment::still_prose(article, article.words().sheet)?;
    let title = format!("Teacher’s sheet: {} · Popgrad", article.words().title);
    let about = head::About {
        app: &format!("../{app}"),
        title: &title,
        description: &format!(
            "Goal, script, predictions and transfer for a lesson on: {}",
            article.words().question
        ),
    };
    Ok(html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                (head::head(&about))
            }
            body .sheet { (body(number, article, &text)) }
        }
    }
    .into_string())
}

fn body(number: usize, article: &dyn Article, text: &str) -> Markup {
    let experiment = format!("../index.html#{}", article.slug());
    html! {
        header .masthead {
            p { a href="../index.html" { "Popgrad" } }
            p { "Teacher’s sheet" }
        }
        main {
            h1 { span .number { (number) } " " (article.words().title) }
            p .lead { (article.words().question) }
            p { a href=(experiment) { "Open the experiment as it starts" } }
            div .prose { (PreEscaped(text)) }
        }
        footer .colophon {
            p { "Prose: " (PreEscaped("CC&nbsp;BY&nbsp;4.0")) ". Copy, change and hand it out." }
        }
    }
}

/// Whether a sheet has every part, with words in it.
fn check(slug: &str, sheet: &str) -> Result<(), Error> {
    let mut rest = sheet;
    for part in PARTS {
        let found = rest.split_once(part).map(|(_, after)| after);
        let words = found.map(|after| after.split("\n## ").next().unwrap_or(after).trim());
        match (found, words) {
            (Some(after), Some(words)) if words.lines().count() > 0 => rest = after,
            _ => {
                return Err(Error::new(
                    format!(
                        "the teacher's sheet of `{slug}` lacks the part `{part}`, or it is empty"
                    ),
                    format!("Write the parts in this order: {}.", PARTS.join(", ")),
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_has_every_part() {
        for article in popgrad_experiments::articles() {
            check(article.slug(), article.words().sheet).unwrap();
        }
    }

    #[test]
    fn a_missing_or_empty_part_is_named() {
        let whole = PARTS.map(|part| format!("{part}\n\nWords.\n")).join("\n");
        assert!(check("slug", &whole).is_ok());
        for part in PARTS {
            let missing = whole.replace(part, "## Other");
            let message = check("slug", &missing).unwrap_err().to_string();
            assert!(message.contains(part), "{message}");
        }
        let empty = whole.replace("## Goal\n\nWords.", "## Goal\n");
        assert!(check("slug", &empty).is_err());
    }
}
