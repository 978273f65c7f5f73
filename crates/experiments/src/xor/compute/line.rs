//! Lines that the reader draws, and how many of the four points they get right.

use crate::net::{POINTS, Targets};

/// A line through the places (−1, left) and (1, right). All lines but the vertical ones are such
/// lines, and a steep one parts the four points as a vertical one does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::xor) struct Line {
    pub(in crate::xor) left: f64,
    pub(in crate::xor) right: f64,
}

impl Line {
    /// Its height at a place across.
    pub(in crate::xor) fn height(self, across: f64) -> f64 {
        (self.left + self.right) / 2.0 + self.slope() * across
    }

    pub(in crate::xor) fn slope(self) -> f64 {
        (self.right - self.left) / 2.0
    }

    /// Which of the four points it gets right. The side above it is called what makes more of them right; a
    /// point on the line is on no side, and so wrong.
    pub(in crate::xor) fn right(self) -> [bool; 4] {
        self.right_if(self.above())
    }

    /// What the side above the line is called: 1 or −1.
    pub(in crate::xor) fn above(self) -> f64 {
        let count = |above| {
            self.right_if(above)
                .into_iter()
                .filter(|right| *right)
                .count()
        };
        if count(-1.0) > count(1.0) { -1.0 } else { 1.0 }
    }

    /// How many it gets right.
    pub(in crate::xor) fn count(self) -> usize {
        self.right().into_iter().filter(|right| *right).count()
    }

    /// Weights w₁, w₂ and bias of the linear model whose output is 0 on this line, with |w₂| = 1.
    pub(in crate::xor) fn weights(self) -> [f64; 3] {
        let above = self.above();
        let middle = (self.left + self.right) / 2.0;
        [-self.slope(), 1.0, -middle].map(|weight| above * weight)
    }

    fn right_if(self, above: f64) -> [bool; 4] {
        let targets = Targets::Signed.values();
        [0, 1, 2, 3].map(|point| {
            let [across, up] = [POINTS[2 * point], POINTS[2 * point + 1]];
            let height = if across < 0.0 { self.left } else { self.right };
            (up - height) * above * targets[point] > 0.0
        })
    }
}

/// The most points that any line gets right. How many a line gets right changes only where it passes a
/// point, so nine lines stand for all: at each of x₁ = −1 and x₁ = 1 below, between or above the points.
pub(in crate::xor) fn most_right() -> usize {
    let heights = [-1.5, 0.0, 1.5];
    let lines = heights
        .into_iter()
        .flat_map(|left| heights.map(|right| Line { left, right }));
    lines.map(Line::count).max().unwrap_or(0)
}
