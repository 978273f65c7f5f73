//! One thing in a figure that a reader can point at.

use serde::Serialize;

/// One thing in a figure that a reader can point at: a point or a bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// How it can be moved, if it can.
    pub movable: Option<Movable>,
}

/// How a mark is dragged: which parameter follows, along which direction.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Movable {
    /// Id of the parameter that follows the mark.
    pub parameter: String,
    /// The direction along which the mark moves.
    pub along: Direction,
    /// How far the mark moves, in data coordinates, per unit of the parameter. Never 0.
    pub rate: f64,
}

/// A direction of movement in a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// Along the horizontal axis.
    X,
    /// Along the vertical axis.
    Y,
}
