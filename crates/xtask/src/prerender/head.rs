//! What stands in the head of every page.

use maud::{Markup, html};
use popgrad_figures::Palette;

use super::palette;

/// A page for its head: where it lies, and what it is.
pub(super) struct About<'a> {
    /// The relative path from the page to the folder of scripts and styles.
    pub(super) app: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

/// The title, what others show of the page when they link to it, colours, icon and style.
pub(super) fn head(about: &About<'_>) -> Markup {
    let About {
        app,
        title,
        description,
    } = about;
    html! {
        title { (title) }
        meta name="description" content=(description);
        meta property="og:type" content="article";
        meta property="og:site_name" content="Popgrad";
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta name="twitter:card" content="summary";
        meta name="theme-color" content=(palette::ground(&Palette::light())) media="(prefers-color-scheme: light)";
        meta name="theme-color" content=(palette::ground(&Palette::dark())) media="(prefers-color-scheme: dark)";
        link rel="icon" type="image/svg+xml" href=(format!("{app}/icon.svg"));
        script src=(format!("{app}/settings.js")) {}
        link rel="stylesheet" href=(format!("{app}/style.css"));
    }
}
