//! The one function that draws a figure.

pub(crate) mod axes;
mod color_bar;
pub(crate) mod path;
pub(crate) mod pen;
pub(crate) mod picture;
pub(crate) mod plot;
pub(crate) mod region;
pub(crate) mod stroke;
pub(crate) mod ticks;
pub(crate) mod words;

use plotters::prelude::DrawingBackend;

use crate::layout::arrange;
use crate::{
    Area, Axis, AxisMap, Drawn, DrawnMark, DrawnPanel, Error, Figure, Frame, Ink, Panel, Scale,
};
use pen::Pen;
use plot::Plot;

/// Draws a figure and says where its panels and marks stand.
///
/// The backend reports a size of `width * scale` by `height * scale` of the frame. Everything is
/// drawn with paths, rectangles, circles and words; no text is measured.
///
/// # Errors
/// When the frame is empty or too large, when an axis cannot be drawn, when the backend fails.
///
/// # Examples
/// ```
/// # fn figure() -> popgrad_figures::Figure { popgrad_figures::Figure {
/// #   id: "f".into(), title: "t".into(), subtitle: "s".into(), caption: "c".into(), panels: vec![] } }
/// # struct Nowhere;
/// # impl plotters::prelude::DrawingBackend for Nowhere {
/// #   type ErrorType = std::fmt::Error;
/// #   fn get_size(&self) -> (u32, u32) { (3400, 3400) }
/// #   fn ensure_prepared(&mut self) -> Result<(), plotters_backend::DrawingErrorKind<std::fmt::Error>> { Ok(()) }
/// #   fn present(&mut self) -> Result<(), plotters_backend::DrawingErrorKind<std::fmt::Error>> { Ok(()) }
/// #   fn draw_pixel(&mut self, _: (i32, i32), _: plotters_backend::BackendColor)
/// #     -> Result<(), plotters_backend::DrawingErrorKind<std::fmt::Error>> { Ok(()) }
/// # }
/// # let backend = Nowhere;
/// use popgrad_figures::{Frame, Layout, Palette, render};
/// let frame = Frame { width: 340.0, height: 340.0, layout: Layout::Narrow, scale: 10.0,
///     palette: Palette::dark(), bitmap_unit: None, lit: None };
/// let drawn = render(&figure(), backend, &frame)?;
/// assert!(drawn.marks.is_empty());
/// # Ok::<(), popgrad_figures::Error>(())
/// ```
pub fn render<DB: DrawingBackend>(
    figure: &Figure,
    backend: DB,
    frame: &Frame,
) -> Result<Drawn, Error> {
    frame.check()?;
    check_axes(figure)?;
    let pen = Pen::new(backend, frame);
    let unit = frame.unit();
    let (width, height) = (frame.width / unit, frame.height / unit);
    let ground = Area {
        left: 0.0,
        top: 0.0,
        width,
        height,
    };
    pen.rectangle(ground, Ink::Ground)?;
    let mut drawn = Drawn {
        panels: Vec::new(),
        marks: Vec::new(),
    };
    let boxes = arrange(figure, frame.layout, width, height);
    for (panel, outer) in figure.panels.iter().zip(boxes) {
        draw_panel(&pen, panel, outer, frame, &mut drawn)?;
    }
    pen.present()?;
    Ok(drawn)
}

fn draw_panel<DB: DrawingBackend>(
    pen: &Pen<DB>,
    panel: &Panel,
    outer: Area,
    frame: &Frame,
    drawn: &mut Drawn,
) -> Result<(), Error> {
    let (area, ticks) = axes::inner(panel, outer);
    let mut plot = Plot {
        pen,
        panel: &panel.id,
        area,
        layout: frame.layout,
        x: AxisMap::new(&panel.x, [area.left, area.right()]),
        y: AxisMap::new(&panel.y, [area.bottom(), area.top]),
        marks: Vec::new(),
        categories: matches!(panel.x.scale, Scale::Category(_)),
        over_map: false,
    };
    axes::behind(&plot, panel, outer, &ticks)?;
    for layer in &panel.layers {
        let before = plot.marks.len();
        layer.draw(&mut plot)?;
        for mark in &mut plot.marks[before..] {
            mark.role = layer.role();
        }
    }
    axes::tick_labels(&plot, &ticks)?;
    let unit = frame.unit();
    drawn.panels.push(DrawnPanel {
        id: panel.id.clone(),
        area: area.scaled(unit),
        x: plot.x.scaled(unit),
        y: plot.y.scaled(unit),
        pick: panel.pick.clone(),
    });
    let marks = plot.marks.into_iter().map(|mark| in_css_pixels(mark, unit));
    drawn.marks.extend(marks);
    Ok(())
}

fn in_css_pixels(mark: DrawnMark, unit: f64) -> DrawnMark {
    DrawnMark {
        x: mark.x * unit,
        y: mark.y * unit,
        width: mark.width * unit,
        height: mark.height * unit,
        ..mark
    }
}

fn check_axes(figure: &Figure) -> Result<(), Error> {
    for panel in &figure.panels {
        for axis in [&panel.x, &panel.y] {
            check_axis(panel, axis)?;
        }
    }
    Ok(())
}

fn check_axis(panel: &Panel, axis: &Axis) -> Result<(), Error> {
    if axis.is_drawable() {
        return Ok(());
    }
    Err(Error::Domain {
        panel: panel.id.clone(),
        axis: axis.label.clone(),
        domain: axis.domain,
    })
}
