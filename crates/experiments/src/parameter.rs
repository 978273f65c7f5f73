//! What a reader can set.

use popgrad_figures::number::rounded_to;
use serde::Serialize;

/// A number that a reader can set.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// Stable id, unique in the experiment: part of links.
    pub id: &'static str,
    /// Its symbol in formulas.
    pub symbol: &'static str,
    /// What it is, in words.
    pub label: &'static str,
    /// Its unit, empty where it has none.
    pub unit: &'static str,
    /// The smallest value.
    pub minimum: f64,
    /// The largest value.
    pub maximum: f64,
    /// The distance between neighbouring values: a difference on a linear scale, a difference of
    /// decimal logarithms on a logarithmic one.
    pub step: f64,
    /// The value at the start.
    pub default: f64,
    /// How values are spread along a slider.
    pub scale: Scale,
    /// A value in words, for those who hear it.
    #[serde(skip)]
    pub spoken: fn(f64) -> String,
}

/// How values are spread along a slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Scale {
    /// Equal distances are equal differences.
    Linear,
    /// Equal distances are equal ratios.
    Log,
}

impl Parameter {
    /// The allowed value nearest to `value`: inside the range, a whole number of steps from its
    /// lower end. The two ends and the default are always allowed.
    #[must_use]
    pub fn nearest(&self, value: f64) -> f64 {
        let value = value.clamp(self.minimum, self.maximum);
        if value == self.maximum || value == self.default {
            return value;
        }
        let place = self.place(value) - self.place(self.minimum);
        let steps = (place / self.step).round();
        let stepped = self.value_at(self.place(self.minimum) + steps * self.step);
        rounded(stepped).clamp(self.minimum, self.maximum)
    }

    /// How a value is spoken.
    #[must_use]
    pub fn speak(&self, value: f64) -> String {
        (self.spoken)(value)
    }

    fn place(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => value,
            Scale::Log => libm::log10(value),
        }
    }

    fn value_at(&self, place: f64) -> f64 {
        match self.scale {
            Scale::Linear => place,
            Scale::Log => libm::exp10(place),
        }
    }
}

/// The same number without the digits that adding steps leaves behind: 0.07, not
/// 0.07000000000000001.
fn rounded(value: f64) -> f64 {
    rounded_to(value, 12)
}
