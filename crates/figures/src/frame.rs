//! The frame that a figure is drawn into.

use crate::{Error, Figure, Layout, Palette, Role};

/// Widest and highest frame, in CSS pixels.
const LARGEST: f64 = 65536.0;

/// The frame that a figure is drawn into.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// How the panels stand.
    pub layout: Layout,
    /// Device units per CSS pixel. The backend reports a size of `width * scale` by
    /// `height * scale`; plotters rounds to whole device units, so a scale of 10 or more keeps
    /// curves smooth.
    pub scale: f64,
    /// The colours.
    pub palette: Palette,
    /// How many device units wide the backend draws each pixel of a bitmap: a heat map is then one call
    /// of `blit_bitmap`. A backend without a size of its own for them draws one pixel on one unit. Where there is
    /// none, heat maps are drawn as rectangles, which any backend can.
    pub bitmap_unit: Option<f64>,
    /// The role that is lit: marks and words of the others step back.
    pub lit: Option<Role>,
}

impl Frame {
    /// The frame for `figure` at `width` CSS pixels: its layout and height follow from the width.
    #[must_use]
    pub fn new(figure: &Figure, width: f64, scale: f64, palette: Palette) -> Self {
        let layout = Layout::for_width(width);
        Self {
            width,
            height: width * layout.height_per_width(figure),
            layout,
            scale,
            palette,
            bitmap_unit: None,
            lit: None,
        }
    }

    /// CSS pixels per design pixel.
    pub(crate) fn unit(&self) -> f64 {
        self.layout.unit(self.width)
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        let fits = |length: f64| (1.0..=LARGEST).contains(&length);
        let positive = |length: f64| length > 0.0 && length.is_finite();
        let bitmaps = self.bitmap_unit.is_none_or(positive);
        if fits(self.width) && fits(self.height) && positive(self.scale) && bitmaps {
            return Ok(());
        }
        Err(Error::Frame {
            width: self.width,
            height: self.height,
            scale: self.scale,
        })
    }
}
