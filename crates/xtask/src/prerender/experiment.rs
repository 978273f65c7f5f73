//! One experiment as HTML: heading, figures in their default state, controls, prose, code.

use maud::{Markup, PreEscaped, html};
use popgrad_experiments::{Article, State, fill};
use popgrad_figures::{Colors, Figure, Layout, Table, svg, tables};

use super::{controls, markdown, miniature, number, prediction, sheet};
use crate::error::Error;

/// The section of an experiment. `number` is its place on the page.
///
/// # Errors
/// If a figure cannot be computed, or the prose names a number that there is not.
pub(super) fn section(number: usize, experiment: &'static dyn Article) -> Result<Markup, Error> {
    let slug = experiment.slug();
    let mut state = State::defaults(experiment);
    state.finish().map_err(|cause| failed(slug, &cause))?;
    let figures = experiment
        .figures(&state)
        .map_err(|cause| failed(slug, &cause))?;
    let controls = controls::panel(experiment, &state);
    let asked = experiment.prediction().figure;
    Ok(html! {
        popgrad-experiment slug=(slug) engine=(engine(slug)) {
            section .experiment #(slug) aria-labelledby=(format!("{slug}-title")) {
                (heading(number, experiment))
                div .stage .several[figures.len() > 1] {
                    // The controls lie directly under the first picture, in reach of the thumb.
                    @for (index, figure) in figures.iter().enumerate() {
                        @if figure.id == asked { (prediction::block(experiment)) }
                        (figure_markup(slug, figure, (index == 0).then_some(&controls))?)
                    }
                    p .engine-notice role="status" hidden {}
                    p .link-notice role="status" hidden {}
                    (tools(experiment))
                    p .result role="status" {}
                }
                div .prose {
                    p .lead { (experiment.words().lead) }
                    (prose(experiment, &state, experiment.words().prose)?)
                    h3 { "What to notice" }
                    (prose(experiment, &state, experiment.words().notice)?)
                    (code(experiment))
                }
            }
        }
    })
}

/// Which WebAssembly file the experiment waits for.
fn engine(slug: &str) -> &'static str {
    let is_first = popgrad_experiments::find_first(slug).is_ok();
    if is_first { "first" } else { "full" }
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

fn tools(experiment: &dyn Article) -> Markup {
    html! {
        p .tools {
            button .copy-link type="button" { "Copy link" }
            a href=(sheet::address(experiment)) { "Teacher’s sheet" }
            span .copied role="status" {}
        }
    }
}

fn figure_markup(slug: &str, figure: &Figure, controls: Option<&Markup>) -> Result<Markup, Error> {
    let id = format!("{slug}-{}", figure.id);
    let pictures = Layout::ALL.map(|layout| picture(figure, layout));
    let [narrow, wide] = pictures;
    Ok(html! {
        popgrad-figure .leading[controls.is_some()] figure=(figure.id) {
            figure aria-labelledby=(format!("{id}-title")) {
                figcaption {
                    span .figure-title #(format!("{id}-title")) { (figure.title) }
                    span .figure-subtitle { (figure.subtitle) }
                }
                div .frame { div .picture { (narrow?) (wide?) } }
            }
            @if let Some(controls) = controls { (controls) }
            // It invites to what only works once the engine has come: hidden until then.
            p .readout { "Point at a mark or tap it to have it explained; drag a point to move it." }
            p .caption { (figure.caption) }
            div .below {
                (data(figure))
                (files())
            }
        }
    })
}

/// Buttons that save a figure; they wait, disabled, for the engine.
fn files() -> Markup {
    html! {
        p .files {
            "Save as "
            @for (format, name) in [("csv", "CSV"), ("svg", "SVG"), ("png", "PNG")] {
                button .link type="button" value=(format) aria-label=(format!("Save the figure as {name}")) disabled { (name) }
            }
        }
    }
}

/// A static picture. Which of the two layouts is seen depends on the room that there is.
fn picture(figure: &Figure, layout: Layout) -> Result<Markup, Error> {
    let drawing = svg(figure, layout, &Colors::Variables).map_err(|cause| {
        Error::new(
            format!("figure `{}` cannot be drawn: {cause}", figure.id),
            "Mend its axes or its layout in crates/experiments.",
        )
    })?;
    let drawing = miniature::shareable(&drawing, &figure.id, layout);
    Ok(html! { div class=(layout.name()) { (PreEscaped(drawing)) } })
}

fn data(figure: &Figure) -> Markup {
    html! {
        details .data {
            summary { "The numbers" }
            @for table in tables(figure) { (table_markup(&table)) }
        }
    }
}

fn table_markup(table: &Table) -> Markup {
    html! {
        section .scrolling tabindex="0" aria-label=(format!("Table: {}", table.caption)) {
            table data-panel=(table.panel) {
                caption { (table.caption) }
                thead { tr { @for header in &table.headers { th scope="col" { (header) } } } }
                tbody { @for row in &table.rows { (row_markup(row)) } }
            }
        }
    }
}

fn row_markup(row: &[String]) -> Markup {
    html! {
        tr {
            @for (column, cell) in row.iter().enumerate() {
                @if column == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
            }
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
            pre tabindex="0" { code { (experiment.code()) } }
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
