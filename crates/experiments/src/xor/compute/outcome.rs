//! Where a run stands at its end.

use crate::net::{Design, Loss, Targets};

/// A run has learnt XOR when its loss is below this, in units of the loss of a net that answers the
/// mean everywhere.
const LEARNT: f64 = 0.1;
/// A run stands on a level when its loss is as near to it.
const NEAR: f64 = 0.02;

/// Where a run stands at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::xor) enum Outcome {
    /// All four points are learnt.
    Learnt,
    /// Two points are learnt; the other two share one answer.
    Half,
    /// One point is cut off; the other three share one answer.
    Corner,
    /// All four share one answer: what a line does at best.
    Line,
    /// None of these.
    Elsewhere,
}

impl Outcome {
    /// Every outcome.
    pub(in crate::xor) const ALL: [Self; 5] = [
        Self::Learnt,
        Self::Half,
        Self::Corner,
        Self::Line,
        Self::Elsewhere,
    ];

    /// Its name in ids of marks.
    pub(in crate::xor) fn id(self) -> &'static str {
        match self {
            Self::Learnt => "learnt",
            Self::Half => "half",
            Self::Corner => "corner",
            Self::Line => "line",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The outcome of a run with squared error that ends with this loss.
    pub(in crate::xor) fn of(design: Design, loss: f64) -> Self {
        let part = loss / worst(design);
        let levels = [Self::Half, Self::Corner, Self::Line];
        if part < LEARNT {
            return Self::Learnt;
        }
        let near = |level: &Self| level.level().is_some_and(|at| (part - at).abs() < NEAR);
        levels.into_iter().find(near).unwrap_or(Self::Elsewhere)
    }

    /// The loss at which a run with this outcome stands, in units of that of a line.
    pub(in crate::xor) fn level(self) -> Option<f64> {
        match self {
            Self::Half => Some(0.5),
            Self::Corner => Some(2.0 / 3.0),
            Self::Line => Some(1.0),
            Self::Learnt | Self::Elsewhere => None,
        }
    }
}

/// The loss of a net that answers the same everywhere, which is the best that a line can do.
pub(in crate::xor) fn worst(design: Design) -> f64 {
    match (design.loss, design.targets) {
        (Loss::Squared, Targets::Signed) => 1.0,
        (Loss::Squared, Targets::ZeroOne) => 0.25,
        (Loss::Logistic, _) => std::f64::consts::LN_2,
    }
}
