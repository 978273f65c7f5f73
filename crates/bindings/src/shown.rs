//! A figure as the page shows it, whoever made it: its picture, its words, its numbers, its files.

#[cfg(feature = "full")]
use popgrad_figures::{Colors, Layout, svg};
use popgrad_figures::{Figure, Frame, Palette, Role};
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

use crate::convert::to_javascript;
use crate::{Error, picture};

#[derive(Serialize)]
struct Words<'a> {
    title: &'a str,
    subtitle: &'a str,
    caption: &'a str,
}

/// Where and how large a picture is: `width` by `height` CSS pixels, `ratio` device pixels each.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) ratio: f64,
}

/// Draws a figure and returns where everything stands; `lit` is the role that is lit.
pub(crate) fn draw(
    figure: &Figure,
    canvas: &HtmlCanvasElement,
    size: Size,
    theme: &str,
    lit: Option<&str>,
) -> Result<JsValue, Error> {
    let frame = Frame {
        height: size.height,
        lit: lit.and_then(Role::named),
        ..Frame::new(figure, size.width, picture::UNITS, palette(theme)?)
    };
    to_javascript(&picture::draw(figure, canvas, &frame, size.ratio)?)
}

/// A picture as an SVG element, and where everything stands in it.
#[cfg(feature = "full")]
pub(crate) fn sheet(figure: &Figure, wide: bool) -> Result<JsValue, Error> {
    let layout = if wide { Layout::Wide } else { Layout::Narrow };
    let sheet = popgrad_figures::sheet(figure, layout, &Colors::Variables);
    to_javascript(&sheet.map_err(|cause| Error::Canvas(cause.to_string()))?)
}

/// How high a picture is at a width, both in CSS pixels.
#[cfg(feature = "full")]
pub(crate) fn height(figure: &Figure, width: f64) -> f64 {
    width * Layout::for_width(width).height_per_width(figure)
}

/// The claim of a figure, what it plots, and its caption.
pub(crate) fn words(figure: &Figure) -> Result<JsValue, Error> {
    to_javascript(&Words {
        title: &figure.title,
        subtitle: &figure.subtitle,
        caption: &figure.caption,
    })
}

/// The marks of a figure: what they are called and how they move.
pub(crate) fn marks(figure: &Figure) -> Result<JsValue, Error> {
    let marks: Vec<_> = figure.marks().map(|(_, mark)| mark).collect();
    to_javascript(&marks)
}

/// A figure as an SVG document in the layout of a wide page.
#[cfg(feature = "full")]
pub(crate) fn file(figure: &Figure, theme: &str) -> Result<String, Error> {
    let colors = Colors::Fixed(palette(theme)?);
    svg(figure, Layout::Wide, &colors).map_err(|cause| Error::Kind {
        call: "svg",
        given: format!("the figure \"{}\" ({cause})", figure.id),
        expected: "a figure that can be drawn",
    })
}

/// The colours of a theme.
fn palette(theme: &str) -> Result<Palette, Error> {
    match theme {
        "light" => Ok(Palette::light()),
        "dark" => Ok(Palette::dark()),
        "print" => Ok(Palette::print()),
        other => Err(Error::Kind {
            call: "draw",
            given: format!("the theme \"{other}\""),
            expected: "light, dark or print",
        }),
    }
}
