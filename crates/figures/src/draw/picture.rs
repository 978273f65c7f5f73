//! Pictures of cells: one bitmap, or rectangles where the backend takes none.

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{DrawingBackend, Rectangle};
use plotters::style::{Color as _, RGBColor};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::pen::Pen;
use crate::{Area, Color, Error};

/// Colours on a regular grid of cells, asked for by column and row from the upper left.
pub(crate) struct Cells<'a> {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) color: &'a dyn Fn(usize, usize) -> Color,
}

/// A bitmap of red, green and blue bytes at a place in device units.
struct Bitmap {
    at: BackendCoord,
    size: (u32, u32),
    bytes: Vec<u8>,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Bitmap {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> [BackendCoord; 1] {
        [self.at]
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Bitmap {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        for place in places {
            backend.blit_bitmap(place, self.size, &self.bytes)?;
        }
        Ok(())
    }
}

impl<DB: DrawingBackend> Pen<DB> {
    /// Draws cells that fill `whole`, as far as they lie inside `seen`.
    pub(crate) fn picture(&self, cells: &Cells<'_>, whole: Area, seen: Area) -> Result<(), Error> {
        if cells.columns == 0 || cells.rows == 0 || seen.width <= 0.0 || seen.height <= 0.0 {
            return Ok(());
        }
        match self.bitmap_pixel() {
            Some(pixel) => self.bitmap(cells, whole, seen, pixel),
            None => self.rectangles(cells, whole, seen),
        }
    }

    fn bitmap(&self, cells: &Cells<'_>, whole: Area, seen: Area, pixel: f64) -> Result<(), Error> {
        let count = |length: f64| (length / pixel).round().max(1.0) as usize;
        let (width, height) = (count(seen.width), count(seen.height));
        let columns = lookup(
            cells.columns,
            [whole.left, whole.width],
            [seen.left, seen.width],
            width,
        );
        let rows = lookup(
            cells.rows,
            [whole.top, whole.height],
            [seen.top, seen.height],
            height,
        );
        let mut bytes = Vec::with_capacity(3 * width * height);
        let mut above = None;
        for row in rows {
            if above == Some(row) {
                bytes.extend_from_within(bytes.len() - 3 * width..);
                continue;
            }
            above = Some(row);
            for &column in &columns {
                let Color { red, green, blue } = (cells.color)(column, row);
                bytes.extend([red, green, blue]);
            }
        }
        let bitmap = Bitmap {
            at: self.place([seen.left, seen.top]),
            size: (width as u32, height as u32),
            bytes,
        };
        self.finish(self.area.draw(&bitmap))
    }

    /// One rectangle for each run of cells of one colour.
    fn rectangles(&self, cells: &Cells<'_>, whole: Area, seen: Area) -> Result<(), Error> {
        let (width, height) = (
            whole.width / cells.columns as f64,
            whole.height / cells.rows as f64,
        );
        for row in 0..cells.rows {
            let top = (whole.top + height * row as f64).max(seen.top);
            let bottom = (whole.top + height * (row + 1) as f64).min(seen.bottom());
            let mut column = 0;
            while column < cells.columns {
                let first = column;
                let color = (cells.color)(first, row);
                while column < cells.columns && (cells.color)(column, row) == color {
                    column += 1;
                }
                let left = (whole.left + width * first as f64).max(seen.left);
                let right = (whole.left + width * column as f64).min(seen.right());
                if left < right && top < bottom {
                    let corners = [self.place([left, top]), self.place([right, bottom])];
                    let style = RGBColor(color.red, color.green, color.blue).filled();
                    self.finish(self.area.draw(&Rectangle::new(corners, style)))?;
                }
            }
        }
        Ok(())
    }
}

/// The cell under each of `pixels` along a stretch of which `seen` is drawn: `[start, length]` each.
fn lookup(
    cells: usize,
    [start, length]: [f64; 2],
    [from, seen]: [f64; 2],
    pixels: usize,
) -> Vec<usize> {
    let cell = |pixel: usize| {
        let at = from + seen * (pixel as f64 + 0.5) / pixels as f64;
        ((at - start) / length * cells as f64) as usize
    };
    (0..pixels)
        .map(|pixel| cell(pixel).min(cells - 1))
        .collect()
}
