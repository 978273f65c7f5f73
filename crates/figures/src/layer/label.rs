//! A name set beside a curve, in place of a legend.

use serde::{Deserialize, Serialize};

/// A name set beside a curve, in place of a legend.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// The words.
    pub text: String,
    /// The place in data coordinates that the label names.
    pub at: [f64; 2],
    /// On which side of the place the words stand.
    pub side: Side,
}

impl Label {
    /// Words beside a place.
    #[must_use]
    pub fn new(text: impl Into<String>, at: [f64; 2], side: Side) -> Self {
        Self {
            text: text.into(),
            at,
            side,
        }
    }
}

/// On which side of a place words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// Centred above it.
    Above,
    /// Centred below it.
    Below,
    /// Ending left of it.
    Left,
    /// Beginning right of it.
    Right,
}
