//! Small pictures for the summary: the inside of a figure's first panel, as a file.

use maud::{Markup, html};
use popgrad_figures::{Figure, Layout, areas};

use super::still;

/// The layout whose picture is cut.
pub(super) const LAYOUT: Layout = Layout::Narrow;

/// Room around the area inside the axes, in design pixels: marks on the rim stay whole.
const RIM: f64 = 8.0;

/// The file with a figure's small picture.
pub(super) fn file(figure: &Figure) -> String {
    still::file(figure, "small")
}

/// A small picture that is fetched from the folder `app`. It adds nothing to what stands beside it
/// in words.
pub(super) fn picture(app: &str, figure: &Figure) -> Markup {
    let size = view(figure).map(|[_, _, width, height]| [width, height]);
    html! {
        @if let Some(size) = size {
            picture { (still::fetched(app, &file(figure), size.map(f64::round), "")) }
        }
    }
}

/// A figure's drawing cut to the inside of its first panel.
pub(super) fn cut(figure: &Figure, drawing: &str) -> String {
    let (Some(start), Some(end)) = (drawing.find(" viewBox="), drawing.find(" fill=")) else {
        return drawing.to_owned();
    };
    let [left, top, width, height] = view(figure).unwrap_or_default();
    let (before, after) = (&drawing[..start], &drawing[end..]);
    format!(
        "{before} viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\"{after}"
    )
}

/// Left edge, top edge, width and height of what is seen.
fn view(figure: &Figure) -> Option<[f64; 4]> {
    let areas = areas(figure, LAYOUT);
    let area = areas.first()?;
    let (width, height) = (area.width + 2.0 * RIM, area.height + 2.0 * RIM);
    Some([area.left - RIM, area.top - RIM, width, height])
}

#[cfg(test)]
mod tests {
    use popgrad_figures::{Axis, Panel};

    use super::*;

    #[test]
    fn a_small_picture_shows_the_inside_of_the_first_panel() {
        let axis = || Axis::linear("place", [0.0, 1.0]);
        let figure =
            Figure::new("f", "title", "subtitle").with(Panel::new("p", "P", axis(), axis()));
        let small = cut(
            &figure,
            "<svg viewBox=\"0 0 9 9\" width=\"9\" height=\"9\" fill=\"none\">",
        );
        let [left, top, width, height] = view(&figure).unwrap();
        assert!(left > 0.0 && width < LAYOUT.reference_width());
        let expected = format!("viewBox=\"{left} {top} {width} {height}\" width=\"{width}\"");
        assert!(
            small.contains(&expected) && !small.contains("0 0 9 9"),
            "{small}"
        );
    }
}
