//! One experiment as HTML: heading, figures in their default state, controls, prose, code.

use maud::{Markup, PreEscaped, html};
use popgrad_experiments::{Article, Experiment, Parameter, Scale, State, fill};
use popgrad_figures::{Colors, Figure, Layout, Table, number, svg, tables};

use super::markdown;
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
    refuse_logarithmic(experiment)?;
    let controls = controls(experiment, &state);
    Ok(html! {
        popgrad-experiment slug=(slug) {
            section .experiment #(slug) aria-labelledby=(format!("{slug}-title")) {
                (heading(number, experiment))
                div .stage {
                    // The controls lie directly under the first picture, in reach of the thumb.
                    @for (index, figure) in figures.iter().enumerate() {
                        (figure_markup(slug, figure, (index == 0).then_some(&controls))?)
                    }
                    p .engine-notice role="status" hidden {}
                    p .link-notice role="status" hidden {}
                    (tools())
                }
                div .prose {
                    p .lead { (experiment.lead()) }
                    (prose(experiment, experiment.prose())?)
                    h3 { "What to notice" }
                    (prose(experiment, experiment.notice())?)
                    (code(experiment))
                }
            }
        }
    })
}

fn heading(number: usize, experiment: &dyn Experiment) -> Markup {
    html! {
        header {
            h2 #(format!("{}-title", experiment.slug())) {
                span .number { (number) } " " (experiment.title())
            }
        }
    }
}

fn tools() -> Markup {
    html! {
        p .tools {
            button .copy-link type="button" { "Copy link" }
            span .copied role="status" {}
        }
    }
}

fn figure_markup(slug: &str, figure: &Figure, controls: Option<&Markup>) -> Result<Markup, Error> {
    let id = format!("{slug}-{}", figure.id);
    let pictures = Layout::ALL.map(|layout| picture(figure, layout));
    let [narrow, wide] = pictures;
    Ok(html! {
        popgrad-figure figure=(figure.id) {
            figure aria-labelledby=(format!("{id}-title")) {
                figcaption {
                    span .figure-title #(format!("{id}-title")) { (figure.title) }
                    (figure.subtitle)
                }
                div .frame { div .picture { (narrow?) (wide?) } }
            }
            @if let Some(controls) = controls { (controls) }
            // It invites to what only works once the engine has come: hidden until then.
            p .readout aria-live="polite" { "Point at a mark or tap it to have it explained; drag a point to move it." }
            p .caption { (figure.caption) }
            (data(figure))
        }
    })
}

/// A static picture. Which of the two layouts is seen depends on the room that there is.
fn picture(figure: &Figure, layout: Layout) -> Result<Markup, Error> {
    let drawing = svg(figure, layout, &Colors::Variables).map_err(|cause| {
        Error::new(
            format!("figure `{}` cannot be drawn: {cause}", figure.id),
            "Mend its axes or its layout in crates/experiments.",
        )
    })?;
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

fn controls(experiment: &dyn Experiment, state: &State) -> Markup {
    html! {
        div .controls {
            @for parameter in experiment.parameters() { (slider(experiment.slug(), parameter, state)) }
        }
    }
}

/// The page's slider moves by equal differences; on a logarithmic parameter it would move wrongly.
fn refuse_logarithmic(experiment: &dyn Experiment) -> Result<(), Error> {
    let mut parameters = experiment.parameters().iter();
    match parameters.find(|parameter| parameter.scale == Scale::Log) {
        None => Ok(()),
        Some(parameter) => Err(Error::new(
            format!(
                "parameter `{}` is logarithmic, and the page's slider is not",
                parameter.id
            ),
            "Teach www/src/elements/slider.ts to move by ratios first.",
        )),
    }
}

fn slider(slug: &str, parameter: &Parameter, state: &State) -> Markup {
    let id = format!("{slug}-{}", parameter.id);
    let value = state.get(parameter.id).unwrap_or(parameter.default);
    html! {
        popgrad-slider parameter=(parameter.id) {
            label for=(id) { (parameter.label) " " span .symbol { (parameter.symbol) } }
            output for=(id) aria-live="off" { (number::short(value)) }
            input #(id) type="range" min=(parameter.minimum) max=(parameter.maximum) step=(parameter.step)
                value=(value) aria-valuetext=(parameter.speak(value)) disabled;
        }
    }
}

fn prose(experiment: &dyn Article, markdown: &str) -> Result<Markup, Error> {
    let slug = experiment.slug();
    let numbers = experiment.numbers().map_err(|cause| failed(slug, &cause))?;
    let filled = fill(markdown, &numbers).map_err(|cause| failed(slug, &cause))?;
    Ok(PreEscaped(markdown::to_html(&filled)?))
}

fn code(experiment: &dyn Article) -> Markup {
    html! {
        details .code {
            summary { "The code" }
            pre tabindex="0" { code { (experiment.code()) } }
        }
    }
}

fn failed(slug: &str, cause: &popgrad_experiments::Error) -> Error {
    Error::new(
        format!("experiment `{slug}` cannot be rendered: {cause}"),
        format!("Mend it in crates/experiments, in the folder of `{slug}`."),
    )
}
