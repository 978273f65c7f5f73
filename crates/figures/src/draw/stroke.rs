//! How lines look: the ink, width and dashes of a role and a series.

use super::pen::Stroke;
use crate::{Ink, Role, Series};

/// Dashes and gaps in design pixels, by series.
const PATTERNS: [&[f64]; 4] = [&[], &[12.0, 4.0], &[2.5, 3.5], &[12.0, 4.0, 2.5, 4.0]];
/// The same where a line is dashed in any case.
const DASHED: [&[f64]; 4] = [
    &[6.0, 4.0],
    &[2.5, 3.5],
    &[12.0, 4.0],
    &[12.0, 4.0, 2.5, 4.0],
];

/// How a line through data looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) role: Role,
    pub(crate) series: Series,
    pub(crate) width: f64,
    pub(crate) dashed: bool,
}

impl Look {
    /// The line of a role, which is dashed only for theory.
    pub(crate) fn solid(role: Role, width: f64) -> Self {
        Self {
            role,
            series: Series::default(),
            width,
            dashed: false,
        }
    }

    pub(crate) fn stroke(&self) -> Stroke {
        Stroke {
            ink: Ink::of(self.role, self.series),
            width: self.width,
        }
    }

    /// Lengths of dashes and gaps in turn; empty for a solid line.
    pub(crate) fn pattern(&self) -> &'static [f64] {
        let patterns = if self.dashed || self.role == Role::Theory {
            DASHED
        } else {
            PATTERNS
        };
        patterns[self.series.pattern()]
    }
}
