//! From numbers to colours.

use serde::{Deserialize, Serialize};

use crate::Color;

/// From numbers to colours, the same in every theme.
///
/// Sizes run from dark violet over green to yellow (the perceptually uniform scale "viridis" of
/// matplotlib); signed numbers from blue over white at zero to orange; two kinds of outcome in two
/// scales, all of the one darker than any of the other. Values beyond the ends wear the colours of the
/// ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ColorScale {
    /// For sizes: the numbers at the dark and at the bright end.
    Size([f64; 2]),
    /// For signed numbers: the size at both ends. Zero is white.
    Signed(f64),
    /// For two kinds of outcome in one map: those below zero from pale to dark blue, the others from
    /// dark orange to pale yellow. The numbers at the two ends; zero, where they part, lies between.
    Split([f64; 2]),
}

/// The ends of the signed scale: the blue and the vermilion of Okabe and Ito.
const BLUE: Color = Color::hex(0x0072b2);
const ORANGE: Color = Color::hex(0xd55e00);
const WHITE: Color = Color::hex(0xffffff);
/// The steps in each of the two scales of outcomes, and their ends: at the far end of those below zero, on both sides of zero, and
/// at the far end of the others. The darkest of the others is brighter than the palest of those below.
const SHADES: f64 = 6.0;
const DARK_BLUE: Color = Color::hex(0x03204c);
const PALE_BLUE: Color = Color::hex(0x2f7fb8);
const DARK_ORANGE: Color = Color::hex(0xe8853a);
const PALE_YELLOW: Color = Color::hex(0xfff3c4);

impl ColorScale {
    /// The numbers at its two ends.
    ///
    /// ```
    /// assert_eq!(popgrad_figures::ColorScale::Signed(2.0).ends(), [-2.0, 2.0]);
    /// ```
    #[must_use]
    pub fn ends(&self) -> [f64; 2] {
        match *self {
            Self::Size(ends) | Self::Split(ends) => ends,
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
            Self::Split(_) if value < 0.0 => PALE_BLUE.towards(DARK_BLUE, shade(value / low)),
            Self::Split(_) => DARK_ORANGE.towards(PALE_YELLOW, shade(value / high)),
        })
    }
}

/// One of a few shades: enough to tell outcomes apart, and a picture of them stays small.
fn shade(part: f64) -> f64 {
    (part.clamp(0.0, 1.0) * SHADES).round() / SHADES
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
