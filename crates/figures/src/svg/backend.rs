//! A plotters backend that writes SVG with named colours and parts of pixels.

use std::fmt;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

#[cfg(not(target_arch = "wasm32"))]
use super::picture::data_address;
use super::writer::{Writer, escape, number};
use crate::{Frame, Ink};

/// Where the baseline lies below the middle and the top of words, in units of the font size, as
/// canvases have it.
const BELOW_MIDDLE: f64 = 0.33;
const BELOW_TOP: f64 = 0.8;
const BELOW_BOTTOM: f64 = -0.2;

/// Writing text into memory cannot fail.
#[derive(Debug)]
pub(crate) struct Never;

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Never {}

type Drawing = Result<(), DrawingErrorKind<Never>>;

/// Writes each drawing call as SVG. Colours number the inks (see `Palette::numbered`).
pub(crate) struct SvgBackend<'a, 'b> {
    writer: &'a mut Writer<'b>,
    size: (u32, u32),
}

impl<'a, 'b> SvgBackend<'a, 'b> {
    pub(crate) fn new(writer: &'a mut Writer<'b>, frame: &Frame) -> Self {
        let units = |length: f64| (length * frame.scale).round() as u32;
        Self {
            writer,
            size: (units(frame.width), units(frame.height)),
        }
    }

    fn paint(&self, color: BackendColor) -> String {
        let (red, green, blue) = color.rgb;
        let number = usize::from(red) << 16 | usize::from(green) << 8 | usize::from(blue);
        match Ink::ALL.get(number) {
            Some(&ink) => self.writer.paint(ink),
            // A cell of a heat map: no colour of theirs is as dark as the numbers of inks.
            None => format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    }

    fn fill(&self, color: BackendColor) -> String {
        let opacity = opacity("fill", color);
        format!("fill=\"{}\"{opacity}", self.paint(color))
    }

    fn stroke<S: BackendStyle>(&self, style: &S) -> String {
        let width = self.writer.length(f64::from(style.stroke_width()));
        let paint = self.paint(style.color());
        let opacity = opacity("stroke", style.color());
        format!("stroke=\"{paint}\" stroke-width=\"{width}\"{opacity}")
    }

    fn style<S: BackendStyle>(&self, style: &S, fill: bool) -> String {
        if fill {
            self.fill(style.color())
        } else {
            self.stroke(style)
        }
    }

    fn lengths<const N: usize>(&self, units: [i32; N]) -> [String; N] {
        units.map(|length| self.writer.length(f64::from(length)))
    }
}

/// The attribute for what lets the ground through.
fn opacity(what: &str, color: BackendColor) -> String {
    if color.alpha < 1.0 {
        format!(" {what}-opacity=\"{}\"", number(color.alpha))
    } else {
        String::new()
    }
}

impl DrawingBackend for SvgBackend<'_, '_> {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawing {
        Ok(())
    }

    fn present(&mut self) -> Drawing {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawing {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawing {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawing {
        let (left, top) = upper_left;
        let (right, bottom) = bottom_right;
        let [x, y, width, height] = self.lengths([left, top, right - left, bottom - top]);
        let style = self.style(style, fill);
        self.writer.element(&format!(
            "<rect {style} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawing {
        let points: Vec<_> = path.into_iter().collect();
        let style = self.stroke(style);
        self.writer.path(&points, false, style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawing {
        let [x, y] = self.lengths([x, y]);
        let radius = self.writer.length(f64::from(radius));
        let style = self.style(style, fill);
        self.writer.element(&format!(
            "<circle {style} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawing {
        let points: Vec<_> = path.into_iter().collect();
        let style = self.fill(style.color());
        self.writer.path(&points, true, style);
        Ok(())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn blit_bitmap(&mut self, (x, y): BackendCoord, size: (u32, u32), bytes: &[u8]) -> Drawing {
        if let Some(address) = data_address(size, bytes) {
            let [x, y] = self.lengths([x, y]);
            let (width, height) = size;
            self.writer.element(&format!(
                "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"{address}\"/>"
            ));
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawing {
        let down = match style.anchor().v_pos {
            VPos::Top => BELOW_TOP,
            VPos::Center => BELOW_MIDDLE,
            VPos::Bottom => BELOW_BOTTOM,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"bold\"",
            _ => "",
        };
        let [x] = self.lengths([x]);
        let y = self.writer.length(f64::from(y) + down * style.size());
        let size = self.writer.length(style.size());
        let fill = self.fill(style.color());
        self.writer.element(&format!(
            "<text {fill} x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}>{}</text>",
            escape(text)
        ));
        Ok(())
    }
}
