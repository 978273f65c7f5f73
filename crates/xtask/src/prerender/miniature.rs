//! Small pictures of figures that stand on the page already: they use the same shapes again.

use maud::{Markup, html};
use popgrad_figures::{Figure, Layout, areas};

/// The layout whose picture is used.
const LAYOUT: Layout = Layout::Narrow;

/// Room around the area inside the axes, in design pixels: marks on the rim stay whole.
const RIM: f64 = 8.0;

/// A picture with its shapes under an id, so that a miniature can use them.
pub(super) fn shareable(drawing: &str, figure: &str, layout: Layout) -> String {
    let (Some(start), Some(end)) = (drawing.find("</desc>"), drawing.rfind("</svg>")) else {
        return drawing.to_owned();
    };
    if layout != LAYOUT {
        return drawing.to_owned();
    }
    let start = start + "</desc>".len();
    let (before, rest) = drawing.split_at(start);
    let (shapes, after) = rest.split_at(end - start);
    format!("{before}<g id=\"{}\">{shapes}</g>{after}", id(figure))
}

/// The first panel of a figure, small. It adds nothing to what stands beside it in words.
pub(super) fn picture(figure: &Figure) -> Markup {
    let view = areas(figure, LAYOUT).first().map(|area| {
        let (width, height) = (area.width + 2.0 * RIM, area.height + 2.0 * RIM);
        format!("{} {} {width} {height}", area.left - RIM, area.top - RIM)
    });
    html! {
        @if let Some(view) = view {
            svg viewBox=(view) fill="none" stroke-linejoin="round" aria-hidden="true" { use href=(format!("#{}", id(&figure.id))) {} }
        }
    }
}

fn id(figure: &str) -> String {
    format!("{figure}-shapes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_of_one_layout_can_be_used_again() {
        let drawing = "<svg><desc>words</desc><path/></svg>\n";
        assert_eq!(
            shareable(drawing, "f", Layout::Narrow),
            "<svg><desc>words</desc><g id=\"f-shapes\"><path/></g></svg>\n"
        );
        assert_eq!(shareable(drawing, "f", Layout::Wide), drawing);
    }
}
