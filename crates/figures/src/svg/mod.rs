//! A figure as SVG.

mod backend;
#[cfg(not(target_arch = "wasm32"))]
mod picture;
mod writer;

use serde::Serialize;

use crate::text::description;
use crate::{Drawn, Error, Figure, Frame, Ink, Layer, Layout, Palette, render};
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
    let height = width * layout.height_per_width(figure);
    Ok(sheet_of(figure, layout, colors, [width, height])?.svg)
}

/// A figure as an SVG element, and where everything stands in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// The element.
    pub svg: String,
    /// Its width in CSS pixels, as it was drawn.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    /// Where its panels and marks stand.
    pub drawn: Drawn,
}

/// A figure as an SVG element and where everything stands in it: one with a single graph so large that nothing of it
/// is drawn smaller than usual, another one as [`svg`].
///
/// ```
/// use popgrad_figures::{Colors, Edge, Figure, Graph, Layout, Node, Panel, sheet};
/// let nodes = (0..50).map(|node| Node::new(format!("n{node}"), "tanh", 0.5));
/// let graph = nodes.fold(Graph::new("a chain"), Graph::with_node);
/// let edges = (1..50).map(|node| Edge::new(format!("n{}", node - 1), format!("n{node}"), ""));
/// let graph = edges.fold(graph, Graph::with_edge);
/// let figure = Figure::new("chain", "A chain", "fifty layers").with(Panel::graph("g", "", graph));
/// let sheet = sheet(&figure, Layout::Wide, &Colors::Variables)?;
/// assert!(sheet.width > 5000.0 && sheet.drawn.marks[0].width > 50.0);
/// # Ok::<(), popgrad_figures::Error>(())
/// ```
///
/// # Errors
/// As [`render`].
pub fn sheet(figure: &Figure, layout: Layout, colors: &Colors) -> Result<Sheet, Error> {
    let width = layout.reference_width();
    let mut size = [width, width * layout.height_per_width(figure)];
    if let [panel] = figure.panels.as_slice()
        && let [Layer::Graph(graph)] = panel.layers.as_slice()
    {
        let unit = layout.unit(f64::INFINITY);
        size = graph.natural_size(layout).map(|length| length * unit);
    }
    sheet_of(figure, layout, colors, size)
}

fn sheet_of(
    figure: &Figure,
    layout: Layout,
    colors: &Colors,
    [width, height]: [f64; 2],
) -> Result<Sheet, Error> {
    let frame = Frame {
        width,
        height,
        layout,
        scale: SCALE,
        palette: Palette::numbered(),
        bitmap_unit: BITMAP_UNIT,
        lit: None,
    };
    let mut writer = Writer::new(SCALE, colors);
    let drawn = render(figure, SvgBackend::new(&mut writer, &frame), &frame)?;
    Ok(Sheet {
        svg: document(figure, &frame, &writer.finish()),
        width,
        height,
        drawn,
    })
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
