//! A figure onto a canvas, sharp at every pixel ratio.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use popgrad_figures::{Drawn, Figure, Frame, render};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::Error;

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
    let backend = Enlarged::new(canvas, frame, [scale_x, scale_y])?;
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

/// The canvas as a backend that reports itself larger than it is; the context's transform scales
/// all that is drawn back down.
struct Enlarged {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Device pixels per unit, across and down.
    scale: [f64; 2],
}

impl Enlarged {
    fn new(canvas: &HtmlCanvasElement, frame: &Frame, scale: [f64; 2]) -> Result<Self, Error> {
        let units = |length: f64| (length * frame.scale).round() as u32;
        Ok(Self {
            canvas: CanvasBackend::with_canvas_object(canvas.clone())
                .ok_or_else(|| Error::Canvas("plotters refused it".to_owned()))?,
            context: context(canvas)?,
            size: (units(frame.width), units(frame.height)),
            scale,
        })
    }
}

type Outcome = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for Enlarged {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Outcome {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Outcome {
        self.canvas.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.canvas.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.canvas.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.canvas.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.canvas.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Outcome {
        self.canvas.fill_polygon(vertices, style)
    }

    fn blit_bitmap(&mut self, (x, y): BackendCoord, size: (u32, u32), bytes: &[u8]) -> Outcome {
        let (colors, _) = bytes.as_chunks::<3>();
        let opaque: Vec<u8> = colors
            .iter()
            .flat_map(|&[red, green, blue]| [red, green, blue, 255])
            .collect();
        let [left, top] = [f64::from(x) * self.scale[0], f64::from(y) * self.scale[1]];
        let (width, height) = size;
        ImageData::new_with_u8_clamped_array_and_sh(Clamped(&opaque), width, height)
            .and_then(|image| {
                self.context
                    .put_image_data(&image, left.round(), top.round())
            })
            // plotters' other kind of error can be made by its own backend alone.
            .map_err(|_| DrawingErrorKind::FontError("the canvas takes no bitmap".into()))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        position: BackendCoord,
    ) -> Outcome {
        self.canvas.draw_text(text, style, position)
    }
}
