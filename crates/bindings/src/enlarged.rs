//! A canvas as plotters' backend.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use popgrad_figures::Frame;
use wasm_bindgen::Clamped;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::Error;

/// The canvas as a backend that reports itself larger than it is; the context's transform scales
/// all that is drawn back down.
pub(crate) struct Enlarged {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Device pixels per unit, across and down.
    scale: [f64; 2],
    /// The font that the context has now.
    font: Option<Font>,
}

/// Size and weight of words; all are of one family.
type Font = (f64, &'static str);

impl Enlarged {
    pub(crate) fn new(
        canvas: &HtmlCanvasElement,
        context: CanvasRenderingContext2d,
        frame: &Frame,
        scale: [f64; 2],
    ) -> Result<Self, Error> {
        let units = |length: f64| (length * frame.scale).round() as u32;
        Ok(Self {
            canvas: CanvasBackend::with_canvas_object(canvas.clone())
                .ok_or_else(|| Error::Canvas("plotters refused it".to_owned()))?,
            context,
            size: (units(frame.width), units(frame.height)),
            scale,
            font: None,
        })
    }

    /// Sets the font where it is another one: the browser then looks at the styles of the whole page.
    fn set_font(&mut self, style: &impl BackendTextStyle) {
        let (size, weight) = (style.size(), weight(&style.style()));
        if self.font != Some((size, weight)) {
            let family = style.family();
            self.context
                .set_font(&format!("{weight} {size}px {}", family.as_str()));
            self.font = Some((size, weight));
        }
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
        self.set_font(style);
        let BackendColor { rgb, .. } = style.color();
        let (red, green, blue) = rgb;
        self.context
            .set_fill_style_str(&format!("rgb({red},{green},{blue})"));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        });
        self.context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        let [x, y] = [position.0, position.1].map(f64::from);
        self.context
            .fill_text(text, x, y)
            .map_err(|_| DrawingErrorKind::FontError("the canvas takes no words".into()))
    }
}

fn weight(style: &FontStyle) -> &'static str {
    match style {
        FontStyle::Normal => "normal",
        FontStyle::Oblique => "oblique",
        FontStyle::Italic => "italic",
        FontStyle::Bold => "bold",
    }
}
