//! A panel that is being drawn: its area, its maps, and the marks drawn so far.

use plotters::prelude::DrawingBackend;

use super::path;
use super::pen::{Align, Pen, Stroke, Type};
use super::stroke::Look;
use super::words::guessed_width;
use crate::number::short;
use crate::{Area, AxisMap, DrawnMark, Error, Ink, Label, Layout, Mark, Role, Side};

/// Distance between the lines of a hatching.
pub(crate) const HATCH: f64 = 6.0;
/// Width of the rim on each side of a line on a heat map.
const RIM: f64 = 1.0;

/// A panel that is being drawn. Lengths are design pixels, places are data.
pub(crate) struct Plot<'a, DB: DrawingBackend> {
    pub(crate) pen: &'a Pen<DB>,
    pub(crate) panel: &'a str,
    pub(crate) area: Area,
    pub(crate) layout: Layout,
    pub(crate) x: AxisMap,
    pub(crate) y: AxisMap,
    pub(crate) marks: Vec<DrawnMark>,
    /// Whether places across are categories.
    pub(crate) categories: bool,
    /// Whether a heat map lies behind, whose colours are those of any theme: lines then need a rim.
    pub(crate) over_map: bool,
}

impl<DB: DrawingBackend> Plot<'_, DB> {
    /// The design pixels of a place, whether or not it can be drawn.
    pub(crate) fn place(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [self.x.to_pixel(x), self.y.to_pixel(y)]
    }

    /// The same for a point of a line: 0 on a log axis, which has no place for it, is far below.
    pub(crate) fn place_or_far(&self, point: [f64; 2]) -> [f64; 2] {
        const FAR: f64 = 1e4;
        let mut place = self.place(point);
        for (at, value) in place.iter_mut().zip(point) {
            if at.is_infinite() && value == 0.0 {
                *at = FAR.copysign(*at);
            }
        }
        place
    }

    /// The data at design pixels.
    pub(crate) fn data_at(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [self.x.to_data(x), self.y.to_data(y)]
    }

    /// Draws the visible part of a line through data.
    pub(crate) fn line(&self, points: &[[f64; 2]], look: Look) -> Result<(), Error> {
        let places: Vec<_> = points
            .iter()
            .map(|&point| self.place_or_far(point))
            .collect();
        let pattern = look.pattern();
        for part in path::visible(&places, self.area) {
            if self.over_map {
                let rim = Stroke {
                    ink: Ink::Ground,
                    width: look.width + 2.0 * RIM,
                };
                self.pen.line(&part, rim)?;
            }
            if pattern.is_empty() {
                self.pen.line(&part, look.stroke())?;
            } else {
                for dash in path::dashes(&part, pattern) {
                    self.pen.line(&dash, look.stroke())?;
                }
            }
        }
        Ok(())
    }

    /// Sets a direct label beside the place that it names.
    pub(crate) fn label(&self, label: &Label, role: Role) -> Result<(), Error> {
        let [x, y] = self.place(label.at);
        if !(x.is_finite() && y.is_finite()) {
            return Ok(());
        }
        let (at, align) = match label.side {
            Side::Above => ([x, y - 12.0], Align::Middle),
            Side::Below => ([x, y + 12.0], Align::Middle),
            Side::Left => ([x - 8.0, y], Align::End),
            Side::Right => ([x + 8.0, y], Align::Start),
        };
        let set = Type {
            ink: Ink::Word(role),
            size: 13.0,
            bold: true,
            align,
        };
        self.pen.words(&label.text, at, set)
    }

    /// Sets a short text at design pixels on a piece of ground, inside the panel, and says where.
    pub(crate) fn tag(&self, text: &str, at: [f64; 2], ink: Ink) -> Result<Area, Error> {
        const SIZE: f64 = 11.0;
        self.tag_sized(text, at, ink, SIZE)
    }

    /// The same in type of another size.
    pub(crate) fn tag_sized(
        &self,
        text: &str,
        [x, y]: [f64; 2],
        ink: Ink,
        size: f64,
    ) -> Result<Area, Error> {
        let half = guessed_width(text, size) / 2.0 + 2.0;
        let (area, above) = (self.area, size / 2.0 + 1.0);
        let [left, right] = [area.left + half, area.right() - half];
        let [top, bottom] = [area.top + above, area.bottom() - above];
        let (x, y) = (x.min(right).max(left), y.min(bottom).max(top));
        let ground = Area {
            left: x - half,
            top: y - above,
            width: 2.0 * half,
            height: 2.0 * above,
        };
        self.pen.rectangle(ground, Ink::Ground)?;
        let set = Type {
            ink,
            size,
            bold: false,
            align: Align::Middle,
        };
        self.pen.words(text, [x, y], set)?;
        Ok(ground)
    }

    /// Draws an area with diagonal lines and an outline: what is wrong or not a number.
    pub(crate) fn hatch(&self, area: Area) -> Result<(), Error> {
        let stroke = Stroke {
            ink: Ink::Mark(Role::Wrong),
            width: 1.25,
        };
        let mut offset = HATCH;
        while offset < area.width + area.height {
            let from = [area.left, area.top + offset];
            let to = [area.left + offset, area.top];
            if let Some(line) = path::clip(from, to, area) {
                self.pen.line(&line, stroke)?;
            }
            offset += HATCH;
        }
        let [a, b, c, d] = area.corners();
        self.pen.line(&[a, b, c, d, a], stroke)
    }

    /// Draws an upright arrow head at `x`, from the height of its tip to that of its base.
    pub(crate) fn head(
        &self,
        x: f64,
        [tip, base]: [f64; 2],
        width: f64,
        ink: Ink,
    ) -> Result<(), Error> {
        let corners = [[x, tip], [x - width / 2.0, base], [x + width / 2.0, base]];
        self.pen.polygon(&corners, ink)
    }

    /// Draws an arrow head at the edge of the panel towards what lies beyond it, along an axis: 0 across,
    /// 1 upwards.
    pub(crate) fn pointer(&self, tip: [f64; 2], axis: usize, ink: Ink) -> Result<(), Error> {
        const LENGTH: f64 = 9.0;
        const HALF: f64 = 5.5;
        let middle = [
            self.area.left + self.area.width / 2.0,
            self.area.top + self.area.height / 2.0,
        ];
        let mut base = tip;
        base[axis] += if tip[axis] < middle[axis] {
            LENGTH
        } else {
            -LENGTH
        };
        let mut sides = [base; 2];
        sides[0][1 - axis] -= HALF;
        sides[1][1 - axis] += HALF;
        self.pen.polygon(&[tip, sides[0], sides[1]], ink)
    }

    /// Hatches a piece of the edge around `x` for a height that has no place on the axis, and names it: the
    /// upper edge for +∞, the lower one for all others.
    pub(crate) fn lost(&self, x: f64, value: f64, width: f64) -> Result<Area, Error> {
        const HEIGHT: f64 = 12.0;
        let above = value == f64::INFINITY;
        let width = width.min(self.area.width);
        let area = Area {
            left: (x - width / 2.0)
                .min(self.area.right() - width)
                .max(self.area.left),
            top: if above {
                self.area.top
            } else {
                self.area.bottom() - HEIGHT
            },
            width,
            height: HEIGHT,
        };
        self.hatch(area)?;
        let beside = if above {
            area.bottom() + HEIGHT / 2.0 + 1.0
        } else {
            area.top - HEIGHT / 2.0 - 1.0
        };
        let at = [area.left + width / 2.0, beside];
        self.tag(&short(value), at, Ink::Word(Role::Wrong))?;
        Ok(area)
    }

    /// Remembers that a mark reaches from one end of an arrow to the other; short ones are wide enough
    /// to be hit.
    pub(crate) fn drew_between(&mut self, mark: &Mark, [from, to]: [[f64; 2]; 2]) {
        const LEAST: f64 = 10.0;
        let center = [0, 1].map(|axis| (from[axis] + to[axis]) / 2.0);
        let size = [0, 1].map(|axis| (to[axis] - from[axis]).abs().max(LEAST));
        self.drew(mark, center, size);
    }

    /// Remembers that a mark fills an area.
    pub(crate) fn drew_area(&mut self, mark: &Mark, area: Area) {
        let center = [area.left + area.width / 2.0, area.top + area.height / 2.0];
        self.drew(mark, center, [area.width, area.height]);
    }

    /// Remembers where a mark was drawn: its centre, width and height in design pixels.
    pub(crate) fn drew(&mut self, mark: &Mark, [x, y]: [f64; 2], [width, height]: [f64; 2]) {
        self.marks.push(DrawnMark {
            panel: self.panel.to_owned(),
            id: mark.id.clone(),
            x,
            y,
            width,
            height,
            role: None,
        });
    }
}
