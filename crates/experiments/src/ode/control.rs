//! How long steps are.

use super::step::Stepper;
use super::{Refusal, Tolerance};

/// A step aims at this part of the length at which it would just be accepted.
const SAFETY: f64 = 0.9;
/// How much shorter and longer than a step the next may be.
const CHANGE: [f64; 2] = [0.2, 10.0];
/// The power of the present error, and of the one before it, by which steps are chosen.
const PRESENT: f64 = 0.17;
const BEFORE: f64 = 0.04;
/// The least error that is taken for the one before.
const LEAST: f64 = 1e-4;

/// Chooses steps by the error of the last two.
pub(super) struct Control {
    step: f64,
    before: f64,
    /// Whether the last step failed, and whether it did so without a finite error.
    failed: Option<Failure>,
}

#[derive(Clone, Copy, PartialEq)]
enum Failure {
    TooLarge,
    NotFinite,
}

impl Control {
    /// Begins with a step that an explicit Euler step and the change of the field along it allow.
    pub(super) fn new<E>(
        field: &mut impl FnMut(f64, &[f64], &mut [f64]) -> Result<(), E>,
        stepper: &Stepper,
        end: f64,
        tolerance: Tolerance,
    ) -> Result<Self, E> {
        let (size, slope) = (stepper.size(tolerance), stepper.slope(tolerance));
        let euler = if size < 1e-5 || slope < 1e-5 {
            1e-6
        } else {
            0.01 * size / slope
        };
        let euler = euler.min(end);
        let bend = stepper.bend(field, euler, tolerance)?;
        let largest = slope.max(bend);
        let step = if largest <= 1e-15 {
            (1e-3 * euler).max(1e-6)
        } else {
            libm::pow(0.01 / largest, 0.2)
        };
        Ok(Self {
            step: if bend.is_finite() {
                step.min(100.0 * euler)
            } else {
                euler
            },
            before: LEAST,
            failed: None,
        })
    }

    /// The next step, which does not leave a crumb before the end.
    pub(super) fn next(&mut self, left: f64) -> f64 {
        if 1.01 * self.step >= left {
            self.step = left;
        }
        self.step
    }

    /// Whether a step of this error, in units of the tolerance, is accepted; sets the next step.
    pub(super) fn accepts(&mut self, error: f64) -> bool {
        if !error.is_finite() {
            self.step *= CHANGE[0];
            self.failed = Some(Failure::NotFinite);
            return false;
        }
        let present = libm::pow(error, PRESENT);
        if error > 1.0 {
            self.step *= (SAFETY / present).max(CHANGE[0]);
            self.failed = Some(Failure::TooLarge);
            return false;
        }
        let longest = if self.failed.is_some() {
            1.0
        } else {
            CHANGE[1]
        };
        let factor = SAFETY * libm::pow(self.before, BEFORE) / present;
        self.step *= factor.clamp(CHANGE[0], longest);
        self.before = error.max(LEAST);
        self.failed = None;
        true
    }

    /// Why steps have become too short to be made.
    pub(super) fn underflow(&self, time: f64, step: f64) -> Refusal {
        match self.failed {
            Some(Failure::NotFinite) => Refusal::NotFinite { time },
            _ => Refusal::StepUnderflow { time, step },
        }
    }
}
