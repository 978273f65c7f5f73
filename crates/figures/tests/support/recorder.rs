//! A backend that records what it is told.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// One drawing call, in device units.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Call {
    Path(Vec<BackendCoord>, u32, (u8, u8, u8)),
    Rectangle(BackendCoord, BackendCoord, (u8, u8, u8)),
    Polygon(Vec<BackendCoord>, (u8, u8, u8)),
    Bitmap(BackendCoord, (u32, u32), Vec<u8>),
    Circle(BackendCoord, u32, (u8, u8, u8)),
    Text(String, f64, BackendCoord, (u8, u8, u8)),
}

/// Records calls; asking it to measure text or to draw a single pixel fails.
#[derive(Clone)]
pub(crate) struct Recorder {
    pub(crate) calls: Rc<RefCell<Vec<Call>>>,
    size: (u32, u32),
}

impl Recorder {
    pub(crate) fn new(width: f64, height: f64, scale: f64) -> Self {
        Self {
            calls: Rc::default(),
            size: (
                (width * scale).round() as u32,
                (height * scale).round() as u32,
            ),
        }
    }

    fn record(&self, call: Call) -> Result<(), DrawingErrorKind<Refused>> {
        self.calls.borrow_mut().push(call);
        Ok(())
    }
}

#[derive(Debug)]
pub(crate) struct Refused(&'static str);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl std::error::Error for Refused {}

fn refuse<T>(what: &'static str) -> Result<T, DrawingErrorKind<Refused>> {
    Err(DrawingErrorKind::DrawingError(Refused(what)))
}

impl DrawingBackend for Recorder {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Refused>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Refused>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        _: BackendCoord,
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        refuse("a figure was drawn by single pixels")
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        assert!(fill, "rectangles are filled");
        self.record(Call::Rectangle(from, to, style.color().rgb))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        let path = path.into_iter().collect();
        self.record(Call::Path(path, style.stroke_width(), style.color().rgb))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        let path = path.into_iter().collect();
        self.record(Call::Polygon(path, style.color().rgb))
    }

    fn blit_bitmap(
        &mut self,
        at: BackendCoord,
        size: (u32, u32),
        bytes: &[u8],
    ) -> Result<(), DrawingErrorKind<Refused>> {
        self.record(Call::Bitmap(at, size, bytes.to_vec()))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        assert!(fill, "circles are filled");
        self.record(Call::Circle(center, radius, style.color().rgb))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Refused>> {
        self.record(Call::Text(
            text.to_owned(),
            style.size(),
            at,
            style.color().rgb,
        ))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Refused>> {
        refuse("a text was measured")
    }
}
