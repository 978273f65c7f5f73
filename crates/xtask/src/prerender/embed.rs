//! Pages that stand in other people's pages: one for each experiment, one for each figure.

use std::fs;
use std::path::Path;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::chapter::Chapter;
use super::controls::Panel;
use super::experiment::Around;
use super::site::Site;
use super::{experiment, head, prediction, still, write};
use crate::error::Error;

/// The folder of the experiments' pages, beside the notebook.
const EXPERIMENTS: &str = "experiment";

/// The folder of the figures' pages, beside the notebook.
const FIGURES: &str = "figure";

/// The script of these pages.
const SCRIPT: &str = "embed.js";

/// What a page that is one file carries inside, as text.
pub(crate) struct Inside {
    /// The page's script, with the engine and the worker in it.
    pub(crate) script: String,
    pub(crate) style: String,
    /// The small script that runs before the first paint.
    pub(crate) settings: String,
}

/// Writes the page of every experiment and of every figure. `app` is the folder of scripts.
///
/// # Errors
/// If a page cannot be made or written.
pub(super) fn pages(staging: &Path, app: &str, chapters: &[Chapter]) -> Result<(), Error> {
    let site = Site::embedded(app);
    for folder in [EXPERIMENTS, FIGURES].map(|folder| staging.join(folder)) {
        fs::create_dir_all(&folder).map_err(|cause| Error::file("make", &folder, &cause))?;
    }
    for chapter in chapters {
        let address = format!("{EXPERIMENTS}/{}.html", chapter.article.slug());
        write(&staging.join(address), &whole(&site, chapter)?)?;
        for (place, figure) in chapter.figures.iter().enumerate() {
            let address = format!("{FIGURES}/{}.html", figure.id);
            let picture_file = staging.join(format!("{FIGURES}/{}.svg", figure.id));
            write(&picture_file, &still::file_of(figure)?)?;
            let source = site.path(&format!("index.html#{}", chapter.article.slug()));
            let body = alone(&site, chapter, place, Some(&source))?;
            write(
                &staging.join(address),
                &page(&site, figure.title.as_str(), &figure.caption, &body),
            )?;
        }
    }
    Ok(())
}

/// An experiment with its words. Links to other experiments lead to the notebook.
fn whole(site: &Site, chapter: &Chapter) -> Result<String, Error> {
    let words = chapter.article.words();
    let section = experiment::section(site, chapter)?;
    let page = page(site, words.title, words.lead, &section);
    let elsewhere = format!("href=\"{}#", site.path("index.html"));
    let here = format!("href=\"#{}\"", chapter.article.slug());
    Ok(page
        .replace(&here, "href=\"here\"")
        .replace("href=\"#", &elsewhere)
        .replace("href=\"here\"", &here))
}

/// A figure with the controls that move it, and the question if it is asked about this figure.
/// `source` is the address of the notebook, where it is known.
fn alone(
    site: &Site,
    chapter: &Chapter,
    place: usize,
    source: Option<&str>,
) -> Result<Markup, Error> {
    let figure = &chapter.figures[place];
    let article = chapter.article;
    let slug = article.slug();
    let controls = chapter.moving(place).panel(&Panel {
        slug,
        all: article.parameters(),
        file: None,
        resets: true,
    });
    let around = Around {
        picture: experiment::picture(site, chapter, figure)?,
        controls,
        leads: false,
    };
    let asked = article.prediction().figure == figure.id;
    Ok(html! {
        popgrad-experiment slug=(slug) engine=(site.engine(slug)) {
            section .experiment #(slug) aria-labelledby=(format!("{slug}-{}-title", figure.id)) {
                div .stage {
                    @if asked { (prediction::block(article)) }
                    (experiment::figure_markup(slug, figure, &around))
                    (experiment::notices())
                    p .result role="status" {}
                    p .tools {
                        @let words = html! { "Popgrad: " (article.words().title) };
                        @if let Some(source) = source {
                            a .source href=(source) target="_blank" rel="noopener" { (words) }
                        } @else {
                            (words)
                        }
                    }
                }
            }
        }
    })
}

/// A figure as a page that is one file: it needs no host and no network. Its settings, written as in the query
/// of a link, stand in the content of its element `meta` named `popgrad`.
///
/// # Errors
/// If the figure cannot be drawn.
pub(crate) fn file(chapter: &Chapter, place: usize, inside: &Inside) -> Result<String, Error> {
    let figure = &chapter.figures[place];
    let body = alone(&Site::one_file(), chapter, place, None)?;
    let extra = Markup::default();
    Ok(one_file(
        &figure.title,
        &figure.caption,
        &body,
        inside,
        &extra,
    ))
}

/// A figure as a part of somebody else's page.
///
/// # Errors
/// If the figure cannot be drawn.
pub(crate) fn part(chapter: &Chapter, place: usize) -> Result<String, Error> {
    alone(&Site::one_file(), chapter, place, None).map(Markup::into_string)
}

/// An experiment as such a page, for a package of a learning platform: it keeps its state there.
///
/// # Errors
/// If a figure cannot be drawn.
pub(crate) fn lesson(chapter: &Chapter, inside: &Inside) -> Result<String, Error> {
    let words = chapter.article.words();
    let section = experiment::section(&Site::one_file(), chapter)?;
    let body = PreEscaped(without_links(&section.into_string()));
    let extra = html! { meta name="popgrad-scorm" content="1.2"; };
    Ok(one_file(words.title, words.lead, &body, inside, &extra))
}

/// Links of the prose to other experiments, which are not in the same file, as plain words.
fn without_links(html: &str) -> String {
    let mut parts = html.split("<a href=\"#");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once('>').unwrap_or(("", part));
        plain.push_str(&rest.replacen("</a>", "", 1));
    }
    plain
}

fn one_file(
    title: &str,
    description: &str,
    body: &Markup,
    inside: &Inside,
    extra: &Markup,
) -> String {
    let first = html! {
        title { (title) " · Popgrad" }
        meta name="description" content=(description);
        meta name="popgrad" content="";
        (extra)
        script { (PreEscaped(&inside.settings)) }
        style { (PreEscaped(&inside.style)) }
    };
    let last = html! { script { (PreEscaped(&inside.script)) } };
    document(title, &first, body, &last)
}

fn page(site: &Site, title: &str, description: &str, body: &Markup) -> String {
    let about = head::About {
        app: &site.app,
        title: &format!("{title} · Popgrad"),
        description,
    };
    let first = html! {
        (head::head(&about))
        script type="module" src=(format!("{}/{SCRIPT}", site.app)) {}
    };
    document(title, &first, body, &Markup::default())
}

/// A page with a title for those who listen; `first` stands in its head, `last` at its end.
fn document(title: &str, first: &Markup, body: &Markup, last: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en" data-embed="true" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                (first)
            }
            body {
                p .page-notice role="status" hidden {}
                main {
                    h1 .unseen { (title) }
                    (body)
                }
                (last)
            }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_what_is_not_there_become_words() {
        let html =
            "<a class=\"deep-link\" href=\"#a\">A</a> and <a href=\"#b\">that of <em>B</em></a>.";
        let plain = "<a class=\"deep-link\" href=\"#a\">A</a> and that of <em>B</em>.";
        assert_eq!(without_links(html), plain);
    }
}
