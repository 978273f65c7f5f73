//! Pages that stand in other people's pages: one for each experiment, one for each figure.

use std::fs;
use std::path::Path;

use maud::{DOCTYPE, Markup, html};
use popgrad_experiments::{Parameter, parameters_of};
use popgrad_figures::Figure;

use super::chapter::Chapter;
use super::controls::Controls;
use super::experiment::failed;
use super::site::Site;
use super::{experiment, head, prediction, write};
use crate::error::Error;

/// The folder of the experiments' pages, beside the notebook.
const EXPERIMENTS: &str = "experiment";

/// The folder of the figures' pages, beside the notebook.
const FIGURES: &str = "figure";

/// The script of these pages.
const SCRIPT: &str = "embed.js";

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
        for figure in &chapter.figures {
            let address = format!("{FIGURES}/{}.html", figure.id);
            let picture = experiment::picture(&site.app, chapter, figure)?;
            let body = alone(&site, chapter, figure, &picture)?;
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
fn alone(
    site: &Site,
    chapter: &Chapter,
    figure: &Figure,
    picture: &Markup,
) -> Result<Markup, Error> {
    let article = chapter.article;
    let slug = article.slug();
    let controls = Controls::of_figure(&moving(chapter, figure)?).panel(slug, None);
    let asked = article.prediction().figure == figure.id;
    Ok(html! {
        popgrad-experiment slug=(slug) engine=(site.engine(slug)) {
            section .experiment #(slug) aria-labelledby=(format!("{slug}-{}-title", figure.id)) {
                div .stage {
                    @if asked { (prediction::block(article)) }
                    (experiment::figure_markup(slug, figure, picture, Some(&controls)))
                    (experiment::notices())
                    p .result role="status" {}
                    p .tools {
                        a .source href=(site.path(&format!("index.html#{slug}"))) target="_blank" rel="noopener" {
                            "Popgrad: " (article.words().title)
                        }
                    }
                }
            }
        }
    })
}

/// The parameters that move a figure, with their values.
fn moving(chapter: &Chapter, figure: &Figure) -> Result<Vec<(&'static Parameter, f64)>, Error> {
    let slug = chapter.article.slug();
    let moving = parameters_of(&chapter.state, &figure.id).map_err(|cause| failed(slug, &cause))?;
    let all = chapter.shown().into_iter();
    let moves = |(parameter, _): &(&'static Parameter, f64)| {
        moving.iter().any(|moving| moving.id == parameter.id)
    };
    Ok(all.filter(moves).collect())
}

fn page(site: &Site, title: &str, description: &str, body: &Markup) -> String {
    let about = head::About {
        app: &site.app,
        title: &format!("{title} · Popgrad"),
        description,
    };
    html! {
        (DOCTYPE)
        html lang="en" data-embed="true" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                (head::head(&about))
                script type="module" src=(format!("{}/{SCRIPT}", site.app)) {}
            }
            body {
                p .page-notice role="status" hidden {}
                main {
                    h1 .unseen { (title) }
                    (body)
                }
            }
        }
    }
    .into_string()
}
