//! A figure as SVG.

mod backend;
#[cfg(not(target_arch = "wasm32"))]
mod picture;
mod writer;

use crate::text::description;
use crate::{Error, Figure, Frame, Ink, Layout, Palette, render};
use backend::SvgBackend;
use writer::{Writer, escape};

/// Device units per design pixel: coordinates are multiples of 0.05.
const SCALE: f64 = 20.0;
/// Heat maps are pictures of one pixel to a design pixel. In WebAssembly, where the encoder would cost more
/// than it saves, they are rectangles.
const BITMAP_UNIT: Option<f64> = if cfg!(target_arch = "wasm32") {
    None
} else {
    Some(SCALE)
};

/// Where an SVG takes its colours from.
#[derive(Clone, Debug, PartialEq)]
pub enum Colors {
    /// CSS custom properties of the page it stands in, such as `var(--value)`; the light palette
    /// where they are not defined.
    Variables,
    /// A palette, written out: for files and for print.
    Fixed(Palette),
}

impl Colors {
    fn paint(&self, ink: Ink) -> String {
        match self {
            Self::Variables => format!("var({},{})", ink.variable(), Palette::light().color(ink)),
            Self::Fixed(palette) => palette.color(ink).to_string(),
        }
    }
}

/// A figure as an SVG element at the layout's reference width. It scales with its box, keeps its
/// aspect ratio, and carries its claim in `title` and the rest of the text alternative in `desc`, whose ids begin with the
/// figure's id and the layout's name.
///
/// # Errors
/// As [`render`].
pub fn svg(figure: &Figure, layout: Layout, colors: &Colors) -> Result<String, Error> {
    let width = layout.reference_width();
    let frame = Frame {
        width,
        height: width * layout.height_per_width(figure),
        layout,
        scale: SCALE,
        palette: Palette::numbered(),
        bitmap_unit: BITMAP_UNIT,
        lit: None,
    };
    let mut writer = Writer::new(SCALE, colors);
    render(figure, SvgBackend::new(&mut writer, &frame), &frame)?;
    Ok(document(figure, &frame, &writer.finish()))
}

fn document(figure: &Figure, frame: &Frame, shapes: &str) -> String {
    let (width, height) = (writer::number(frame.width), writer::number(frame.height));
    let id = format!("{}-{}", escape(&figure.id), frame.layout.name());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title\" \
         aria-describedby=\"{id}-desc\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" fill=\"none\" stroke-linejoin=\"round\" font-family=\"{font}\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{text}</desc>\n\
         {shapes}</svg>\n",
        font = crate::draw::pen::FONT,
        title = escape(&figure.title),
        text = escape(&description(figure)),
    )
}
