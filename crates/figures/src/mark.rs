//! One thing in a figure that a reader can point at.

use serde::{Deserialize, Serialize};

/// One thing in a figure that a reader can point at: a point or a bar.
///
/// ```
/// use popgrad_figures::{Direction, Mark, Movable};
/// let mark = Mark::new("value-3", [-0.5, -0.46], "member 3, x = −0.5", "−0.46")
///     .with_group("member-3")
///     .with_movable(Movable::at("x3", Direction::X));
/// assert_eq!(mark.value, -0.46);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Stable id, unique in the figure.
    pub id: String,
    /// Place in data coordinates, `[x, y]`.
    pub at: [f64; 2],
    /// What it is, for people: `member 3, x = −0.5`.
    pub name: String,
    /// The value that it shows, with all digits.
    pub value: f64,
    /// The value as it is printed.
    pub text: String,
    /// Marks of one group light up together: a member's point and its bar.
    pub group: Option<String>,
    /// How it can be moved: not at all, along one direction, or along both.
    pub movable: Vec<Movable>,
}

impl Mark {
    /// A mark that shows its height, printed as `text`. It stands alone and cannot be moved.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        at: [f64; 2],
        name: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            at,
            name: name.into(),
            value: at[1],
            text: text.into(),
            group: None,
            movable: Vec::new(),
        }
    }

    /// The same mark showing another value than its height.
    #[must_use]
    pub fn with_value(mut self, value: f64) -> Self {
        self.value = value;
        self
    }

    /// The same mark as one of a group that lights up together.
    #[must_use]
    pub fn with_group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// The same mark, which can be moved along one direction more.
    #[must_use]
    pub fn with_movable(mut self, movable: Movable) -> Self {
        self.movable.push(movable);
        self
    }
}

/// How a mark is dragged: which parameter follows, along which direction.
///
/// The mark itself may stand on a curve: only its coordinate along the direction counts, and the
/// next figure says where the curve is there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Movable {
    /// Id of the parameter that follows the mark.
    pub parameter: String,
    /// The direction along which the mark moves.
    pub along: Direction,
    /// How the mark follows the parameter. On a linear axis the coordinate moves by `rate` for
    /// every 1 that the parameter grows; on a log axis it is multiplied by the power `rate` of the
    /// factor by which the parameter is multiplied. Never 0.
    pub rate: f64,
}

impl Movable {
    /// The parameter *is* the mark's coordinate, on a linear or on a log axis.
    #[must_use]
    pub fn at(parameter: impl Into<String>, along: Direction) -> Self {
        Self::by(parameter, along, 1.0)
    }

    /// The mark's coordinate follows the parameter at a rate (see [`Movable::rate`]).
    #[must_use]
    pub fn by(parameter: impl Into<String>, along: Direction, rate: f64) -> Self {
        Self {
            parameter: parameter.into(),
            along,
            rate,
        }
    }
}

/// A direction of movement in a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// Along the horizontal axis.
    X,
    /// Along the vertical axis.
    Y,
}
