//! What a mark means.

use serde::{Deserialize, Serialize};

/// What a curve, point or bar stands for. One meaning has one colour in every figure, and a shape
/// besides: values are round, gradients are bars, theory is dashed, what is wrong is hatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A value that the forward pass computed.
    Value,
    /// A gradient that the backward pass computed.
    Gradient,
    /// What a theory says, drawn beside a measurement.
    Theory,
    /// What the reader predicted.
    Prediction,
    /// What is wrong, or not a number.
    Wrong,
    /// Context that should not draw the eye.
    Quiet,
    /// Something plain: neither value nor gradient, in the colour of words. A loss, a count.
    Plain,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Value,
        Self::Gradient,
        Self::Theory,
        Self::Prediction,
        Self::Wrong,
        Self::Quiet,
        Self::Plain,
    ];

    /// The role's name, as a word on the page that lights it says it.
    ///
    /// ```
    /// use popgrad_figures::Role;
    /// assert_eq!(Role::Value.name(), "value");
    /// assert_eq!(Role::named("value"), Some(Role::Value));
    /// assert_eq!(Role::named("colour"), None);
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Gradient => "gradient",
            Self::Theory => "theory",
            Self::Prediction => "prediction",
            Self::Wrong => "wrong",
            Self::Quiet => "quiet",
            Self::Plain => "plain",
        }
    }

    /// The role of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Which of several things of one role: the number tells them apart by the dashes of a line or the
/// shape of a point, and by a deeper shade for every other one. After eight it begins anew. Name each by a direct
/// label: no reader should have to remember dashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Series(pub u8);

impl Series {
    /// Which of the four dashes and shapes.
    pub(crate) fn pattern(self) -> usize {
        usize::from(self.0 % 4)
    }

    /// Whether it wears the deeper shade.
    pub(crate) fn is_deep(self) -> bool {
        (self.0 + self.0 / 4) % 2 == 1
    }
}
