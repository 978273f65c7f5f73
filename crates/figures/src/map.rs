//! The map between data and pixels along one axis.

use serde::Serialize;

use crate::{Axis, Scale};

/// The map between data and pixels along one axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AxisMap {
    /// Whether equal ratios, not equal differences, are equal distances.
    pub logarithmic: bool,
    /// The data at the two ends.
    pub domain: [f64; 2],
    /// The pixels at the two ends.
    pub pixels: [f64; 2],
}

/// How far an axis reaches towards a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reach {
    /// It holds the value, at this pixel.
    Inside(f64),
    /// The value lies beyond the end of the axis at this pixel.
    Beyond(f64),
    /// The value has no place on the scale: not finite, or negative on a log axis.
    Nowhere,
}

impl AxisMap {
    /// The map that lays `axis` between two pixels.
    #[must_use]
    pub fn new(axis: &Axis, pixels: [f64; 2]) -> Self {
        Self {
            logarithmic: axis.scale == Scale::Log10,
            domain: axis.domain,
            pixels,
        }
    }

    /// The pixel of a value; not finite where the axis has no place for it (0 on a log axis).
    ///
    /// ```
    /// use popgrad_figures::{Axis, AxisMap};
    /// let map = AxisMap::new(&Axis::linear("input", [-1.0, 1.0]), [0.0, 300.0]);
    /// assert_eq!(map.to_pixel(0.0), 150.0);
    /// assert_eq!(map.to_data(300.0), 1.0);
    /// ```
    #[must_use]
    pub fn to_pixel(&self, value: f64) -> f64 {
        let [low, high] = self.domain.map(|bound| self.position(bound));
        let [start, end] = self.pixels;
        start + (self.position(value) - low) / (high - low) * (end - start)
    }

    /// The value at a pixel.
    #[must_use]
    pub fn to_data(&self, pixel: f64) -> f64 {
        let [low, high] = self.domain.map(|bound| self.position(bound));
        let [start, end] = self.pixels;
        let position = low + (pixel - start) / (end - start) * (high - low);
        if self.logarithmic {
            libm::exp10(position)
        } else {
            position
        }
    }

    /// Whether a pixel lies between the two ends.
    pub(crate) fn holds(&self, pixel: f64) -> bool {
        let [start, end] = self.pixels;
        // Marks on the very edge belong to the panel although rounding may push them past it.
        let slack = 1e-6;
        pixel >= start.min(end) - slack && pixel <= start.max(end) + slack
    }

    /// How far the axis reaches towards a value.
    pub(crate) fn reach(&self, value: f64) -> Reach {
        let pixel = self.to_pixel(value);
        if !value.is_finite() || pixel.is_nan() {
            Reach::Nowhere
        } else if self.holds(pixel) {
            Reach::Inside(pixel)
        } else {
            Reach::Beyond(self.at_most(pixel))
        }
    }

    /// The pixel of a value, or of the end of the axis that is nearer to it: of its lower end where
    /// the axis has no place for the value.
    pub(crate) fn clamped(&self, value: f64) -> f64 {
        match self.to_pixel(value) {
            pixel if pixel.is_nan() => self.pixels[0],
            pixel => self.at_most(pixel),
        }
    }

    fn at_most(&self, pixel: f64) -> f64 {
        let [start, end] = self.pixels;
        pixel.clamp(start.min(end), start.max(end))
    }

    pub(crate) fn scaled(&self, factor: f64) -> Self {
        Self {
            pixels: self.pixels.map(|pixel| pixel * factor),
            ..self.clone()
        }
    }

    fn position(&self, value: f64) -> f64 {
        if self.logarithmic {
            libm::log10(value)
        } else {
            value
        }
    }
}
