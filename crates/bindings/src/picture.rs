//! A figure onto a canvas, sharp at every pixel ratio.

use popgrad_figures::{Drawn, Figure, Frame, render};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::Error;
use crate::enlarged::Enlarged;

/// Backend units per CSS pixel. plotters rounds to whole units: at 16 of them curves do not wobble.
pub(crate) const UNITS: f64 = 16.0;

/// Draws the figure and returns where everything stands. `ratio` is device pixels per CSS pixel.
pub(crate) fn draw(
    figure: &Figure,
    canvas: &HtmlCanvasElement,
    frame: &Frame,
    ratio: f64,
) -> Result<Drawn, Error> {
    fit(canvas, frame, ratio);
    let context = context(canvas)?;
    let scale_x = f64::from(canvas.width()) / (frame.width * frame.scale);
    let scale_y = f64::from(canvas.height()) / (frame.height * frame.scale);
    context
        .set_transform(scale_x, 0.0, 0.0, scale_y, 0.0, 0.0)
        .map_err(|_| Error::Canvas("it has no transform".to_owned()))?;
    // At an edge that is no whole pixel the ground is not opaque: without this the picture before
    // would shine through.
    context.clear_rect(
        0.0,
        0.0,
        frame.width * frame.scale,
        frame.height * frame.scale,
    );
    let backend = Enlarged::new(canvas, context, frame, [scale_x, scale_y])?;
    // A bitmap is laid onto the canvas as it is: its pixels are those of the device.
    let frame = Frame {
        bitmap_unit: Some(scale_x.recip()),
        ..frame.clone()
    };
    render(figure, backend, &frame).map_err(|error| Error::Canvas(error.to_string()))
}

/// Sets the canvas's own size to the device pixels that it covers; an unchanged size keeps it.
fn fit(canvas: &HtmlCanvasElement, frame: &Frame, ratio: f64) {
    let pixels = |length: f64| (length * ratio).round().max(1.0) as u32;
    let (width, height) = (pixels(frame.width), pixels(frame.height));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, Error> {
    canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into().ok())
        .ok_or_else(|| Error::Canvas("it has no 2d context".to_owned()))
}
