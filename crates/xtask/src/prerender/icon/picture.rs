//! The icon as a PNG: each pixel is covered by a shape as far as its middle lies inside.

use popgrad_figures::Color;

use super::{
    Colors,
    shape::{self, OUTLINE, Place},
};
use crate::error::Error;

/// How the icon is cut.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::prerender) enum Cut {
    /// A field with round corners on nothing.
    Rounded,
    /// A field to the edges: the system cuts it. What counts lies in the middle, in a circle of four fifths.
    Full,
}

impl Cut {
    /// The icon's purpose in a manifest.
    pub(in crate::prerender) fn purpose(self) -> &'static str {
        match self {
            Self::Rounded => "any",
            Self::Full => "maskable",
        }
    }

    /// How large curve and dot are beside the drawing.
    fn scale(self) -> f64 {
        match self {
            Self::Rounded => 1.0,
            Self::Full => 0.75,
        }
    }
}

/// A picture of the icon.
pub(in crate::prerender) struct Picture {
    /// Its width and height in pixels.
    pub(in crate::prerender) side: u32,
    pub(in crate::prerender) cut: Cut,
}

impl Picture {
    pub(in crate::prerender) fn file(&self) -> String {
        let Self { side, cut } = self;
        match cut {
            Cut::Rounded => format!("icon-{side}.png"),
            Cut::Full => format!("icon-full-{side}.png"),
        }
    }

    /// The picture as a file.
    ///
    /// # Errors
    /// If it cannot be encoded.
    pub(super) fn encoded(&self, colors: &Colors) -> Result<Vec<u8>, Error> {
        let failed = |cause: png::EncodingError| {
            Error::new(
                format!("{} cannot be encoded: {cause}", self.file()),
                "Look at crates/xtask/src/prerender/icon/picture.rs.",
            )
        };
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.side, self.side);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_deflate_compression(png::DeflateCompression::Level(9));
        let mut writer = encoder.write_header().map_err(failed)?;
        writer
            .write_image_data(&self.pixels(colors))
            .map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(file)
    }

    /// Red, green, blue and opacity of every pixel, row by row.
    fn pixels(&self, colors: &Colors) -> Vec<u8> {
        let along = shape::along();
        let unit = OUTLINE.side / f64::from(self.side);
        let middle = |index: u32| (f64::from(index) + 0.5) * unit;
        (0..self.side)
            .flat_map(|row| (0..self.side).map(move |column| (middle(column), middle(row))))
            .flat_map(|place| self.pixel(place, unit, &along, colors))
            .collect()
    }

    fn pixel(&self, place: Place, unit: f64, along: &[Place], colors: &Colors) -> [u8; 4] {
        let covered = |distance: f64| (0.5 - distance / unit).clamp(0.0, 1.0);
        let scale = self.cut.scale();
        let inner = |at: f64| OUTLINE.side / 2.0 + (at - OUTLINE.side / 2.0) / scale;
        let drawn = (inner(place.0), inner(place.1));
        let curve = covered(shape::from_curve(drawn, along) * scale);
        let dot = covered(shape::from_dot(drawn) * scale);
        let opaque = match self.cut {
            Cut::Rounded => covered(shape::from_field(place)),
            Cut::Full => 1.0,
        };
        let mix = |part: fn(&Color) -> u8| {
            let over = |below: f64, above: u8, by: f64| below + by * (f64::from(above) - below);
            let lined = over(f64::from(part(&colors.field)), part(&colors.curve), curve);
            over(lined, part(&colors.dot), dot).round() as u8
        };
        [
            mix(|color| color.red),
            mix(|color| color.green),
            mix(|color| color.blue),
            (opaque * 255.0).round() as u8,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prerender::icon::colors;

    const SIDE: u32 = 64;

    fn pixel(cut: Cut, column: usize, row: usize) -> [u8; 4] {
        let pixels = Picture { side: SIDE, cut }.pixels(&colors());
        let start = 4 * (row * SIDE as usize + column);
        pixels[start..start + 4].try_into().unwrap()
    }

    fn opaque(color: Color) -> [u8; 4] {
        [color.red, color.green, color.blue, 255]
    }

    #[test]
    fn the_dot_lies_over_the_curve_and_the_curve_over_the_field() {
        for cut in [Cut::Rounded, Cut::Full] {
            assert_eq!(pixel(cut, 32, 32), opaque(colors().dot));
            assert_eq!(pixel(cut, 32, 60), opaque(colors().field));
        }
        assert_eq!(pixel(Cut::Rounded, 9, 50), opaque(colors().curve));
    }

    #[test]
    fn corners_are_nothing_or_field() {
        assert_eq!(pixel(Cut::Rounded, 0, 0)[3], 0);
        assert_eq!(pixel(Cut::Full, 0, 0), opaque(colors().field));
    }

    #[test]
    fn what_a_system_may_cut_off_is_field_alone() {
        let safe = 0.4 * f64::from(SIDE);
        let field = opaque(colors().field);
        let pixels = Picture {
            side: SIDE,
            cut: Cut::Full,
        }
        .pixels(&colors());
        let mut outside = 0;
        for (index, pixel) in pixels.chunks_exact(4).enumerate() {
            let from_middle = |at: usize| at as f64 + 0.5 - f64::from(SIDE) / 2.0;
            let (x, y) = (
                from_middle(index % SIDE as usize),
                from_middle(index / SIDE as usize),
            );
            if (x * x + y * y).sqrt() > safe {
                assert_eq!(pixel, field, "at {x} {y}");
                outside += 1;
            }
        }
        assert!(outside > 1000, "{outside} pixels lie outside");
    }
}
