//! The colours of the page and the width at which figures change their layout, as CSS: they stand
//! in the figures crate alone.

use popgrad_figures::{Ink, Layout, Palette};

/// Custom properties for both themes and for paper, and the rule that picks a figure's layout.
pub(super) fn css() -> String {
    let [light, dark, print] =
        [Palette::light(), Palette::dark(), Palette::print()].map(|palette| palette.css());
    format!(
        ":root {{ {light} }}\n\
         @media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {dark} }} }}\n\
         @media screen {{ :root[data-theme=dark] {{ {dark} }} }}\n\
         @media print {{ :root:root {{ {print} }} }}\n\
         .picture .wide {{ display: none }}\n\
         @container (width >= {}px) {{ .picture .wide {{ display: block }} .picture .narrow {{ display: none }} }}\n",
        Layout::WIDE_FROM
    )
}

/// The fragment of an address that asks a picture's file for its dark colours.
pub(super) const DARK: &str = "dark";

/// The colours of a picture that is a file: light ones, dark ones if they are asked for, and paper's.
/// A file does not know which theme the page wears.
pub(super) fn of_files() -> String {
    let [light, dark, print] =
        [Palette::light(), Palette::dark(), Palette::print()].map(|palette| palette.css());
    format!(
        ":root {{ {light} }} :root:target {{ {dark} }} @media print {{ :root:root {{ {print} }} }}"
    )
}

/// The ground of a theme, for the browser's own bars.
pub(super) fn ground(palette: &Palette) -> String {
    palette.color(Ink::Ground).to_string()
}
