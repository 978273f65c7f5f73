//! One step of the method.

use super::Tolerance;
use super::tableau::{DENSE, ERROR, PLACES, STAGES, WEIGHTS};

/// A place, the field there, and the stages of the step that is tried from it.
pub(super) struct Stepper {
    place: Vec<f64>,
    next: Vec<f64>,
    /// The field at each stage; the first is the field at the place.
    stages: [Vec<f64>; STAGES],
}

impl Stepper {
    pub(super) fn new<E>(
        field: &mut impl FnMut(f64, &[f64], &mut [f64]) -> Result<(), E>,
        start: &[f64],
    ) -> Result<Self, E> {
        let zeros = vec![0.0; start.len()];
        let mut stepper = Self {
            place: start.to_vec(),
            next: zeros.clone(),
            stages: std::array::from_fn(|_| zeros.clone()),
        };
        field(0.0, start, &mut stepper.stages[0])?;
        Ok(stepper)
    }

    /// Whether the place and the field there are finite.
    pub(super) fn is_finite(&self) -> bool {
        let mut members = self.place.iter().chain(&self.stages[0]);
        members.all(|member| member.is_finite())
    }

    /// The size of the place in units of the tolerance.
    pub(super) fn size(&self, tolerance: Tolerance) -> f64 {
        self.norm(tolerance, |member| self.place[member])
    }

    /// The size of the field in units of the tolerance.
    pub(super) fn slope(&self, tolerance: Tolerance) -> f64 {
        self.norm(tolerance, |member| self.stages[0][member])
    }

    /// How fast the field changes along an explicit Euler step, in units of the tolerance.
    pub(super) fn bend<E>(
        &self,
        field: &mut impl FnMut(f64, &[f64], &mut [f64]) -> Result<(), E>,
        step: f64,
        tolerance: Tolerance,
    ) -> Result<f64, E> {
        let pairs = self.place.iter().zip(&self.stages[0]);
        let ahead: Vec<_> = pairs.map(|(place, slope)| place + step * slope).collect();
        let mut slope = vec![0.0; ahead.len()];
        field(step, &ahead, &mut slope)?;
        let change = |member: usize| slope[member] - self.stages[0][member];
        Ok(self.norm(tolerance, change) / step)
    }

    /// Tries a step; its error in units of the tolerance: up to 1 it is good enough.
    pub(super) fn attempt<E>(
        &mut self,
        field: &mut impl FnMut(f64, &[f64], &mut [f64]) -> Result<(), E>,
        time: f64,
        step: f64,
        tolerance: Tolerance,
    ) -> Result<f64, E> {
        for stage in 1..STAGES {
            let (before, from) = self.stages.split_at_mut(stage);
            for (member, next) in self.next.iter_mut().enumerate() {
                let sum = weighted(WEIGHTS[stage], before, member);
                *next = self.place[member] + step * sum;
            }
            field(time + PLACES[stage] * step, &self.next, &mut from[0])?;
        }
        if self.next.iter().any(|member| !member.is_finite()) {
            return Ok(f64::INFINITY);
        }
        Ok(self.norm(tolerance, |member| {
            step * weighted(&ERROR, &self.stages, member)
        }))
    }

    /// The polynomial of the step that was tried, five coefficients a member: see
    /// [`Trajectory::at`](super::Trajectory::at).
    pub(super) fn dense(&self, step: f64) -> Vec<f64> {
        let mut coefficients = Vec::with_capacity(5 * self.place.len());
        for (member, place) in self.place.iter().enumerate() {
            let difference = self.next[member] - place;
            let first = step * self.stages[0][member] - difference;
            let last = difference - step * self.stages[STAGES - 1][member] - first;
            let quartic = step * weighted(&DENSE, &self.stages, member);
            coefficients.extend([*place, difference, first, last, quartic]);
        }
        coefficients
    }

    /// Goes to the end of the step that was tried.
    pub(super) fn advance(&mut self) {
        std::mem::swap(&mut self.place, &mut self.next);
        self.stages.swap(0, STAGES - 1);
    }

    /// The root mean square of members in units of the tolerance there.
    fn norm(&self, tolerance: Tolerance, of: impl Fn(usize) -> f64) -> f64 {
        let square = |member: usize| {
            let size = self.place[member].abs().max(self.next[member].abs());
            let part = of(member) / (tolerance.absolute + tolerance.relative * size);
            part * part
        };
        let count = self.place.len();
        let total = (0..count).fold(0.0, |total, member| total + square(member));
        libm::sqrt(total / count.max(1) as f64)
    }
}

fn weighted(weights: &[f64], stages: &[Vec<f64>], member: usize) -> f64 {
    let pairs = weights.iter().zip(stages);
    pairs.fold(0.0, |total, (weight, stage)| total + weight * stage[member])
}
