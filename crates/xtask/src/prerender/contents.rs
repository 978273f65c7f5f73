//! The contents of the notebook: a link to each experiment.

use maud::{Markup, html};
use popgrad_experiments::Article;

/// The contents, folded away: the first screen belongs to the first experiment.
pub(super) fn nav(articles: &[&'static dyn Article]) -> Markup {
    html! {
        nav .contents aria-label="Contents" {
            details {
                summary { "Contents" }
                ol {
                    @for (number, article) in (1..).zip(articles) {
                        li { (link(number, *article)) }
                    }
                }
            }
        }
    }
}

/// The link to an experiment, by its number and title.
pub(super) fn link(number: usize, article: &dyn Article) -> Markup {
    html! {
        a href=(format!("#{}", article.slug())) {
            span .number { (number) } " " span .title { (article.words().title) }
        }
    }
}
