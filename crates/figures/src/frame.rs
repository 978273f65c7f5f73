//! The frame that a figure is drawn into.

use crate::{Error, Figure, Layout, Palette};

/// Widest and highest frame, in CSS pixels.
const LARGEST: f64 = 16384.0;

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
        }
    }

    /// CSS pixels per design pixel.
    pub(crate) fn unit(&self) -> f64 {
        self.layout.unit(self.width)
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        let fits = |length: f64| (1.0..=LARGEST).contains(&length);
        if fits(self.width) && fits(self.height) && self.scale > 0.0 && self.scale.is_finite() {
            return Ok(());
        }
        Err(Error::Frame {
            width: self.width,
            height: self.height,
            scale: self.scale,
        })
    }
}
