//! The summary at the end of the page: what each experiment demonstrates.

use maud::{Markup, html};
use popgrad_experiments::{Article, State};

use super::{contents, experiment, miniature};
use crate::error::Error;

/// The table, each row a link with a small picture that follows the experiment's state.
///
/// # Errors
/// If a figure cannot be computed.
pub(super) fn section(articles: &[&'static dyn Article]) -> Result<Markup, Error> {
    let rows = (1..)
        .zip(articles)
        .map(|(number, article)| row(number, *article))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        section .summary #summary aria-labelledby="summary-title" {
            h2 #summary-title { "What the experiments demonstrate" }
            table {
                thead { tr { th scope="col" { "Experiment" } th scope="col" { "Demonstrates" } th scope="col" { "Its figure, as it stands" } } }
                tbody { @for row in &rows { (row) } }
            }
        }
    })
}

fn row(number: usize, article: &'static dyn Article) -> Result<Markup, Error> {
    let slug = article.slug();
    let figures = article
        .figures(&State::defaults(article))
        .map_err(|cause| experiment::failed(slug, &cause))?;
    Ok(html! {
        tr {
            th scope="row" { (contents::link(number, article)) }
            td { (article.words().demonstrates) }
            td {
                @if let Some(figure) = figures.first() {
                    popgrad-miniature of=(slug) { (miniature::picture(figure)) }
                }
            }
        }
    })
}
