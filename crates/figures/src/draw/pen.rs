//! Shapes and words in design pixels on a plotters drawing area.

use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Text};
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle,
};

use crate::{Area, Error, Frame, Ink, Palette, Role};

/// The family of all words in figures: the reader's own interface font.
pub(crate) const FONT: &str = "system-ui, sans-serif";

/// How far towards the ground the colours of other roles go where one role is lit.
const STEP_BACK: f64 = 0.72;

/// How a line is drawn: its colour and its width in design pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stroke {
    pub(crate) ink: Ink,
    pub(crate) width: f64,
}

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    pub(crate) ink: Ink,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) align: Align,
}

/// Which part of the words stands at their place; vertically it is always the middle.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Align {
    Start,
    Middle,
    End,
}

/// Draws shapes, words and pictures given in design pixels.
pub(crate) struct Pen<DB: DrawingBackend> {
    pub(super) area: DrawingArea<DB, Shift>,
    palette: Palette,
    /// Device units per design pixel.
    factor: f64,
    /// Device units per pixel of a bitmap, if the backend takes bitmaps.
    bitmap_unit: Option<f64>,
    /// The role that is lit.
    lit: Option<Role>,
}

impl<DB: DrawingBackend> Pen<DB> {
    pub(crate) fn new(backend: DB, frame: &Frame) -> Self {
        Self {
            area: backend.into_drawing_area(),
            palette: frame.palette.clone(),
            factor: frame.unit() * frame.scale,
            bitmap_unit: frame.bitmap_unit,
            lit: frame.lit,
        }
    }

    pub(crate) fn line(&self, points: &[[f64; 2]], stroke: Stroke) -> Result<(), Error> {
        let points = self.places(points);
        let width = self.length(stroke.width);
        let style = self.color(stroke.ink).stroke_width(width);
        self.finish(self.area.draw(&PathElement::new(points, style)))
    }

    pub(crate) fn rectangle(&self, area: Area, ink: Ink) -> Result<(), Error> {
        let corners = [
            self.place([area.left, area.top]),
            self.place([area.right(), area.bottom()]),
        ];
        let style = self.color(ink).filled();
        self.finish(self.area.draw(&Rectangle::new(corners, style)))
    }

    pub(crate) fn polygon(&self, corners: &[[f64; 2]], ink: Ink) -> Result<(), Error> {
        let style = self.color(ink).filled();
        self.finish(self.area.draw(&Polygon::new(self.places(corners), style)))
    }

    /// Fills a polygon so that what lies behind it is seen.
    pub(crate) fn wash(&self, corners: &[[f64; 2]], ink: Ink, cover: f64) -> Result<(), Error> {
        let style = self.color(ink).mix(cover).filled();
        self.finish(self.area.draw(&Polygon::new(self.places(corners), style)))
    }

    /// Draws a line so that what lies behind it is seen.
    pub(crate) fn faint_line(
        &self,
        points: &[[f64; 2]],
        stroke: Stroke,
        cover: f64,
    ) -> Result<(), Error> {
        let style = self.color(stroke.ink).mix(cover);
        let style = style.stroke_width(self.length(stroke.width));
        self.finish(
            self.area
                .draw(&PathElement::new(self.places(points), style)),
        )
    }

    pub(crate) fn disc(&self, center: [f64; 2], radius: f64, ink: Ink) -> Result<(), Error> {
        let style: ShapeStyle = self.color(ink).filled();
        let circle = Circle::new(self.place(center), self.length(radius), style);
        self.finish(self.area.draw(&circle))
    }

    pub(crate) fn words(&self, text: &str, at: [f64; 2], set: Type) -> Result<(), Error> {
        let horizontal = match set.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let weight = if set.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let font = FontDesc::new(FontFamily::Name(FONT), set.size * self.factor, weight);
        let color = self.color(set.ink);
        let style = TextStyle::from(font)
            .color(&color)
            .pos(Pos::new(horizontal, VPos::Center));
        self.finish(self.area.draw(&Text::new(text, self.place(at), style)))
    }

    pub(crate) fn present(&self) -> Result<(), Error> {
        self.finish(self.area.present())
    }

    /// Design pixels per pixel of a bitmap, if the backend takes bitmaps.
    pub(super) fn bitmap_pixel(&self) -> Option<f64> {
        self.bitmap_unit.map(|unit| unit / self.factor)
    }

    pub(super) fn finish<E: std::fmt::Display>(&self, result: Result<(), E>) -> Result<(), Error> {
        result.map_err(|error| Error::Backend(error.to_string()))
    }

    fn color(&self, ink: Ink) -> RGBColor {
        let mut color = self.palette.color(ink);
        let steps_back = |lit| ink.role().is_some_and(|role| role != lit);
        if self.lit.is_some_and(steps_back) {
            color = color.towards(self.palette.color(Ink::Ground), STEP_BACK);
        }
        RGBColor(color.red, color.green, color.blue)
    }

    fn places(&self, points: &[[f64; 2]]) -> Vec<(i32, i32)> {
        points.iter().map(|&point| self.place(point)).collect()
    }

    pub(super) fn place(&self, [x, y]: [f64; 2]) -> (i32, i32) {
        let unit = |length: f64| (length * self.factor).round() as i32;
        (unit(x), unit(y))
    }

    fn length(&self, length: f64) -> u32 {
        (length * self.factor).round().max(1.0) as u32
    }
}
