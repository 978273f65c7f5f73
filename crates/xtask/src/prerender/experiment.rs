//! One experiment as HTML: heading, figures in their default state, controls, prose, code.

use maud::{Markup, PreEscaped, html};
use popgrad_experiments::{Article, State, fill};
use popgrad_figures::Figure;

use super::chapter::Chapter;
use super::controls::Panel;
use super::site::Site;
use super::{markdown, number, own, prediction, sheet, still};
use crate::error::Error;

/// The section of an experiment on a page of this site.
///
/// # Errors
/// If a figure cannot be drawn, or the prose names a number that there is not.
pub(super) fn section(site: &Site, chapter: &Chapter) -> Result<Markup, Error> {
    let Chapter {
        number,
        article: experiment,
        state,
        figures,
        ..
    } = chapter;
    let experiment = *experiment;
    let slug = experiment.slug();
    let asked = experiment.prediction().figure;
    Ok(html! {
        popgrad-experiment slug=(slug) engine=(site.engine(slug)) {
            section .experiment #(slug) aria-labelledby=(format!("{slug}-title")) {
                (heading(*number, experiment))
                div .stage .several[figures.len() > 1] {
                    // Controls lie directly under the picture that they move, in reach of the thumb.
                    @for (index, figure) in figures.iter().enumerate() {
                        @if figure.id == asked { (prediction::block(experiment)) }
                        (figure_markup(slug, figure, &Around {
                            picture: picture(site, chapter, figure)?,
                            controls: controls(site, chapter, index),
                            leads: index == 0 && chapter.is_led(),
                        }))
                    }
                    (notices())
                    @if !site.is_one_file() { (tools(site, experiment)) }
                    p .result role="status" {}
                }
                div .prose {
                    p .lead { (experiment.words().lead) }
                    (prose(experiment, state, experiment.words().prose)?)
                    h3 { "What to notice" }
                    (prose(experiment, state, experiment.words().notice)?)
                    // The language of the cells would double a file.
                    @if !site.is_one_file() { (code(experiment)) }
                }
            }
        }
    })
}

/// The controls under a figure, named by its place.
fn controls(site: &Site, chapter: &Chapter, figure: usize) -> Markup {
    let more = chapter.more(figure).filter(|_| !site.is_one_file());
    chapter.controls(figure).panel(&Panel {
        slug: chapter.article.slug(),
        all: chapter.article.parameters(),
        file: more.map(|file| format!("{}/{file}", site.app)),
        resets: figure == 0,
    })
}

/// The static picture of a figure: a file, where there is one beside the page. That of the first screen has none.
///
/// # Errors
/// If the figure cannot be drawn.
pub(super) fn picture(site: &Site, chapter: &Chapter, figure: &Figure) -> Result<Markup, Error> {
    if site.is_one_file() || chapter.is_first_on_page(figure) {
        return still::inline(figure);
    }
    Ok(still::linked(&site.app, figure))
}

/// Where an experiment says what went wrong.
pub(super) fn notices() -> Markup {
    html! {
        p .engine-notice role="status" hidden {}
        p .link-notice role="status" hidden {}
    }
}

fn heading(number: usize, experiment: &dyn Article) -> Markup {
    html! {
        header {
            h2 #(format!("{}-title", experiment.slug())) {
                a .deep-link href=(format!("#{}", experiment.slug())) {
                    span .number { (number) } " " (experiment.words().title)
                }
            }
        }
    }
}

fn tools(site: &Site, experiment: &dyn Article) -> Markup {
    html! {
        p .tools {
            button .copy-link type="button" { "Copy link" }
            a href=(site.path(&sheet::address(experiment))) { "Teacher’s sheet" }
            span .copied role="status" {}
        }
    }
}

/// What stands around a figure.
pub(super) struct Around {
    /// Its static picture.
    pub(super) picture: Markup,
    /// The controls under it.
    pub(super) controls: Markup,
    /// Whether its first control stays in view while the figures after it go by.
    pub(super) leads: bool,
}

/// A figure with all that belongs to it, and the controls under it.
pub(super) fn figure_markup(slug: &str, figure: &Figure, around: &Around) -> Markup {
    let id = format!("{slug}-{}", figure.id);
    html! {
        popgrad-panel .leading[around.leads] figure=(figure.id) {
            figure aria-labelledby=(format!("{id}-title")) {
                figcaption {
                    span .figure-title #(format!("{id}-title")) { (figure.title) }
                    span .figure-subtitle { (figure.subtitle) }
                }
                div .frame { div .picture { (around.picture) } }
            }
            (around.controls)
            // It invites to what only works once the engine has come: hidden until then.
            p .readout { "Point at a mark or tap it to have it explained; drag a point to move it." }
            p .caption { (figure.caption) }
            // Numbers and files come with the engine; their place is kept.
            div .below.foot {}
        }
    }
}

fn prose(experiment: &dyn Article, state: &State, markdown: &str) -> Result<Markup, Error> {
    let slug = experiment.slug();
    let numbers = experiment.numbers().map_err(|cause| failed(slug, &cause))?;
    let filled = fill(markdown, &numbers).map_err(|cause| failed(slug, &cause))?;
    Ok(PreEscaped(markdown::to_html(&number::put(
        &filled, state,
    )?)?))
}

fn code(experiment: &dyn Article) -> Markup {
    html! {
        details .code {
            summary { "The code" }
            (own::cell(experiment.slug(), "the code", experiment.code()))
        }
    }
}

/// Text of an experiment for a page on which nothing moves: every number as it is at the start.
///
/// # Errors
/// If the text names a number or a parameter that there is not.
pub(super) fn still_prose(
    experiment: &'static dyn Article,
    markdown: &str,
) -> Result<String, Error> {
    let slug = experiment.slug();
    let state = State::defaults(experiment);
    let mut numbers = experiment.numbers().map_err(|cause| failed(slug, &cause))?;
    let values = state
        .iter()
        .map(|(parameter, value)| (parameter.id, parameter.print(value)));
    numbers.extend(values);
    let filled =
        fill(&markdown.replace("{{=", "{{"), &numbers).map_err(|cause| failed(slug, &cause))?;
    markdown::to_html(&filled)
}

/// An experiment that cannot be computed or whose text cannot be filled.
pub(super) fn failed(slug: &str, cause: &popgrad_experiments::Error) -> Error {
    Error::new(
        format!("experiment `{slug}` cannot be rendered: {cause}"),
        format!("Mend it in crates/experiments, in the folder of `{slug}`."),
    )
}
