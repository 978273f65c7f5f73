//! An axis of a panel.

use serde::{Deserialize, Serialize};

/// An axis: what it shows, in which unit, on which scale, from where to where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Axis {
    /// What is shown, in words.
    pub label: String,
    /// Its symbol in formulas.
    pub symbol: Option<String>,
    /// Its unit, if it has one.
    pub unit: Option<String>,
    /// How data become distances.
    pub scale: Scale,
    /// The data at the two ends, left to right or bottom to top.
    pub domain: [f64; 2],
    /// How much of the axis is drawn.
    pub detail: Detail,
}

/// How much of an axis is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Detail {
    /// Label, ticks and grid.
    Full,
    /// Ticks and grid; the panel's title or direct labels say what is shown.
    Ticks,
    /// Neither, because the marks print their values. The zero line stays.
    Bare,
    /// Nothing at all: the panel is no plot along this axis.
    Hidden,
}

/// How data become distances along an axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scale {
    /// Equal differences are equal distances.
    Linear,
    /// Equal ratios are equal distances.
    Log10,
    /// Named places, the first at 0, the second at 1 and so on.
    Category(Vec<String>),
}

impl Axis {
    /// A linear axis over `domain`.
    #[must_use]
    pub fn linear(label: impl Into<String>, domain: [f64; 2]) -> Self {
        Self::new(label, Scale::Linear, domain)
    }

    /// A logarithmic axis over `domain`; both ends lie above 0.
    #[must_use]
    pub fn log10(label: impl Into<String>, domain: [f64; 2]) -> Self {
        Self::new(label, Scale::Log10, domain)
    }

    /// An axis of named places, each as wide as the others.
    #[must_use]
    pub fn category(label: impl Into<String>, labels: Vec<String>) -> Self {
        let end = labels.len() as f64 - 0.5;
        Self::new(label, Scale::Category(labels), [-0.5, end])
    }

    /// An axis of a panel that is no plot along it: a graph, a strip.
    #[must_use]
    pub fn hidden() -> Self {
        Self::linear("", [0.0, 1.0]).with_detail(Detail::Hidden)
    }

    /// Whether anything of the axis is drawn or said.
    pub(crate) fn is_shown(&self) -> bool {
        self.detail != Detail::Hidden
    }

    /// Whether ticks are drawn.
    pub(crate) fn has_ticks(&self) -> bool {
        matches!(self.detail, Detail::Full | Detail::Ticks)
    }

    /// The same axis with a symbol.
    #[must_use]
    pub fn with_symbol(mut self, symbol: impl Into<String>) -> Self {
        self.symbol = Some(symbol.into());
        self
    }

    /// The same axis with a unit.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The same axis with more or less of it drawn.
    #[must_use]
    pub fn with_detail(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }

    /// The label with symbol, unit and a word on the scale: `gradient g (1/s), log scale`.
    ///
    /// ```
    /// use popgrad_figures::Axis;
    /// assert_eq!(Axis::linear("input", [0.0, 1.0]).with_symbol("x").full_label(), "input x");
    /// assert_eq!(Axis::log10("step", [0.1, 1.0]).full_label(), "step, log scale");
    /// ```
    #[must_use]
    pub fn full_label(&self) -> String {
        let mut text = self.label.clone();
        if let Some(symbol) = &self.symbol {
            text = format!("{text} {symbol}");
        }
        if let Some(unit) = &self.unit {
            text = format!("{text} ({unit})");
        }
        if self.scale == Scale::Log10 {
            text = format!("{text}, log scale");
        }
        text.trim().to_owned()
    }

    /// Whether the bounds can be drawn on the scale.
    #[must_use]
    pub fn is_drawable(&self) -> bool {
        let [low, high] = self.domain;
        let positive = self.scale != Scale::Log10 || (low > 0.0 && high > 0.0);
        low.is_finite() && high.is_finite() && low != high && positive
    }

    fn new(label: impl Into<String>, scale: Scale, domain: [f64; 2]) -> Self {
        Self {
            label: label.into(),
            symbol: None,
            unit: None,
            scale,
            domain,
            detail: Detail::Full,
        }
    }
}
