//! From numbers to colours.

use serde::Serialize;

use crate::Color;

/// From numbers to colours, the same in every theme.
///
/// Sizes run from dark violet over green to yellow (the perceptually uniform scale "viridis" of
/// matplotlib); signed numbers from blue over white at zero to orange. Values beyond the ends wear
/// the colours of the ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ColorScale {
    /// For sizes: the numbers at the dark and at the bright end.
    Size([f64; 2]),
    /// For signed numbers: the size at both ends. Zero is white.
    Signed(f64),
}

/// The ends of the signed scale: the blue and the vermilion of Okabe and Ito.
const BLUE: Color = Color::hex(0x0072b2);
const ORANGE: Color = Color::hex(0xd55e00);
const WHITE: Color = Color::hex(0xffffff);

impl ColorScale {
    /// The numbers at its two ends.
    ///
    /// ```
    /// assert_eq!(popgrad_figures::ColorScale::Signed(2.0).ends(), [-2.0, 2.0]);
    /// ```
    #[must_use]
    pub fn ends(&self) -> [f64; 2] {
        match *self {
            Self::Size(ends) => ends,
            Self::Signed(size) => [-size, size],
        }
    }

    /// The colour of a number; `None` where it is not finite.
    ///
    /// ```
    /// use popgrad_figures::ColorScale;
    /// let scale = ColorScale::Signed(1.0);
    /// assert_eq!(scale.color(0.0).unwrap().to_string(), "#ffffff");
    /// assert_eq!(scale.color(-7.0).unwrap().to_string(), "#0072b2");
    /// assert_eq!(scale.color(f64::NAN), None);
    /// ```
    #[must_use]
    pub fn color(&self, value: f64) -> Option<Color> {
        if !value.is_finite() {
            return None;
        }
        let [low, high] = self.ends();
        let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
        Some(match self {
            Self::Size(_) => viridis(part),
            Self::Signed(_) => signed(2.0 * part - 1.0),
        })
    }
}

fn viridis(part: f64) -> Color {
    let colorous::Color { r, g, b } = colorous::VIRIDIS.eval_rational((part * 255.0) as usize, 256);
    Color {
        red: r,
        green: g,
        blue: b,
    }
}

fn signed(part: f64) -> Color {
    WHITE.towards(if part < 0.0 { BLUE } else { ORANGE }, part.abs())
}
