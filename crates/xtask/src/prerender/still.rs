//! The static pictures of figures. The one of the first screen stands in the page; the others are
//! files of their own, which a browser fetches when they come near, and on paper.

use std::path::Path;

use maud::{Markup, PreEscaped, html};
use popgrad_figures::{Colors, Figure, Layout, svg, text_alternative};

use super::chapter::Chapter;
use super::{miniature, palette, write};
use crate::error::Error;

/// A picture that stands in the page, in both layouts. Which of them is seen depends on the room.
///
/// # Errors
/// If the figure cannot be drawn.
pub(super) fn inline(figure: &Figure) -> Result<Markup, Error> {
    let [narrow, wide] = Layout::ALL.map(|layout| drawing(figure, layout));
    Ok(html! {
        div .narrow { (PreEscaped(narrow?)) }
        div .wide { (PreEscaped(wide?)) }
    })
}

/// A picture that is fetched from the folder `app`, in both layouts.
pub(super) fn linked(app: &str, figure: &Figure) -> Markup {
    let alternative = text_alternative(figure);
    html! {
        @for layout in Layout::ALL {
            picture class=(layout.name()) {
                (fetched(app, &file(figure, layout.name()), size(figure, layout), &alternative))
            }
        }
    }
}

/// The parts of a `picture` element: a file in the theme of the reader's system, in its place before
/// it is there.
pub(super) fn fetched(app: &str, file: &str, [width, height]: [f64; 2], words: &str) -> Markup {
    let address = format!("{app}/{file}");
    html! {
        source media="screen and (prefers-color-scheme: dark)" srcset=(format!("{address}#{}", palette::DARK));
        img src=(address) loading="lazy" width=(width) height=(height) alt=(words);
    }
}

/// Writes the files that the page fetches.
///
/// # Errors
/// If a figure cannot be drawn or a file cannot be written.
pub(super) fn write_files(folder: &Path, chapters: &[Chapter]) -> Result<(), Error> {
    for chapter in chapters {
        for figure in &chapter.figures {
            for layout in Layout::ALL {
                if !chapter.is_first_on_page(figure) {
                    let drawing = themed(&drawing(figure, layout)?);
                    write(&folder.join(file(figure, layout.name())), &drawing)?;
                }
            }
        }
        if let Some(figure) = chapter.figures.first() {
            let small = miniature::cut(figure, &drawing(figure, miniature::LAYOUT)?);
            write(&folder.join(miniature::file(figure)), &themed(&small))?;
        }
    }
    Ok(())
}

/// A figure at its start as a file that stands by itself, with the colours of paper and of the dark.
///
/// # Errors
/// If the figure cannot be drawn.
pub(super) fn file_of(figure: &Figure) -> Result<String, Error> {
    Ok(themed(&drawing(figure, Layout::Wide)?))
}

/// The name of a figure's file.
pub(super) fn file(figure: &Figure, kind: &str) -> String {
    format!("{}-{kind}.svg", figure.id)
}

fn size(figure: &Figure, layout: Layout) -> [f64; 2] {
    let width = layout.reference_width();
    [width, (width * layout.height_per_width(figure)).round()]
}

/// A picture as a file carries its colours: a file does not see those of the page.
fn themed(drawing: &str) -> String {
    let named = drawing.replacen("<svg ", &format!("<svg id=\"{}\" ", palette::DARK), 1);
    let style = format!("><style>{}</style>", palette::of_files());
    named.replacen('>', &style, 1)
}

fn drawing(figure: &Figure, layout: Layout) -> Result<String, Error> {
    svg(figure, layout, &Colors::Variables).map_err(|cause| {
        Error::new(
            format!("figure `{}` cannot be drawn: {cause}", figure.id),
            "Mend its axes or its layout in crates/experiments.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_colours_and_the_name_by_which_dark_ones_are_asked_for() {
        let file = themed("<svg xmlns=\"…\" width=\"1\">\n<title>A</title></svg>");
        assert!(
            file.starts_with("<svg id=\"dark\" xmlns=\"…\" width=\"1\"><style>:root {"),
            "{file}"
        );
        assert!(file.contains(":root:target {"), "{file}");
        assert!(file.ends_with("</style>\n<title>A</title></svg>"), "{file}");
    }
}
