//! The summary at the end of the page: what each experiment demonstrates.

use maud::{Markup, html};

use super::chapter::Chapter;
use super::{contents, miniature};

/// The table, each row a link with a small picture that follows the experiment's state. `app` is the
/// folder of the pictures.
pub(super) fn section(app: &str, chapters: &[Chapter]) -> Markup {
    html! {
        section .summary #summary aria-labelledby="summary-title" {
            h2 #summary-title { "What the experiments demonstrate" }
            table {
                thead { tr { th scope="col" { "Experiment" } th scope="col" { "Demonstrates" } th scope="col" { "Its figure, as it stands" } } }
                tbody { @for chapter in chapters { (row(app, chapter)) } }
            }
        }
    }
}

fn row(app: &str, chapter: &Chapter) -> Markup {
    let article = chapter.article;
    html! {
        tr {
            th scope="row" { (contents::link(chapter.number, article)) }
            td { (article.words().demonstrates) }
            td {
                @if let Some(figure) = chapter.figures.first() {
                    popgrad-miniature of=(article.slug()) { (miniature::picture(app, figure)) }
                }
            }
        }
    }
}
