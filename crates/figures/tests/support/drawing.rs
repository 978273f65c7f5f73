//! Drawing a figure for a test, and what of it was drawn.

use super::{Call, Recorder, gallery};
use popgrad_figures::{Drawn, Figure, Frame, Palette, Panel, render};

/// Widths of a phone, of the change between layouts, and of a wide page.
pub(crate) const WIDTHS: [f64; 5] = [280.0, 340.0, 639.0, 640.0, 1024.0];

pub(crate) fn draw(figure: &Figure, width: f64) -> (Drawn, Vec<Call>, Frame) {
    let frame = Frame::new(figure, width, 10.0, Palette::light());
    let recorder = Recorder::new(frame.width, frame.height, frame.scale);
    let drawn = render(figure, recorder.clone(), &frame).expect("the figure can be drawn");
    (drawn, recorder.calls.take(), frame)
}

/// The paths in CSS pixels.
pub(crate) fn paths(calls: &[Call], scale: f64) -> Vec<Vec<[f64; 2]>> {
    let in_pixels = |&(x, y): &(i32, i32)| [f64::from(x) / scale, f64::from(y) / scale];
    calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, _, _) => Some(points.iter().map(in_pixels).collect()),
            _ => None,
        })
        .collect()
}

/// The words that a panel alone prints, but for its title and axes.
pub(crate) fn printed(panel: Panel, width: f64) -> Vec<(String, (i32, i32))> {
    let titles = [panel.title.clone(), panel.y.full_label()];
    let mut figure = gallery();
    figure.panels = vec![panel];
    let (drawn, calls, frame) = draw(&figure, width);
    let bottom = drawn.panels[0].area.bottom() * frame.scale;
    let left = drawn.panels[0].area.left * frame.scale;
    let words = calls.into_iter().filter_map(|call| match call {
        Call::Text(text, _, at, _) => Some((text, at)),
        _ => None,
    });
    words
        .filter(|(text, (x, y))| {
            !titles.contains(text) && f64::from(*y) < bottom && f64::from(*x) > left
        })
        .collect()
}
