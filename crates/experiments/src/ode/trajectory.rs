//! A solution, step by step, and everywhere in between.

use super::Refusal;

/// A solution from time 0 on, known everywhere in between its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    start: Vec<f64>,
    /// When each step ends; the first entry is 0.
    times: Vec<f64>,
    /// Of each step its length and, five a member, the coefficients of its polynomial.
    steps: Vec<(f64, Vec<f64>)>,
    refusal: Option<Refusal>,
}

impl Trajectory {
    pub(super) fn new(start: &[f64]) -> Self {
        Self {
            start: start.to_vec(),
            times: vec![0.0],
            steps: Vec::new(),
            refusal: None,
        }
    }

    /// Adds a step; one that reaches `end` but for a rounding ends there.
    pub(super) fn push(&mut self, step: f64, end: f64, coefficients: Vec<f64>) {
        let time = self.end();
        let next = if step == end - time { end } else { time + step };
        self.times.push(next);
        self.steps.push((step, coefficients));
    }

    pub(super) fn refused(mut self, refusal: Refusal) -> Self {
        self.refusal = Some(refusal);
        self
    }

    /// The time up to which it is known.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.times[self.times.len() - 1]
    }

    /// When its steps begin and end, the first at 0.
    #[must_use]
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// Why it ends before the time that was asked for; nothing if it does not.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        self.refusal
    }

    /// The solution at a time; nothing at times that it does not reach.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<Vec<f64>> {
        if !(0.0..=self.end()).contains(&time) {
            return None;
        }
        if time == 0.0 {
            return Some(self.start.clone());
        }
        let index = self.times.partition_point(|end| *end < time) - 1;
        let (step, coefficients) = &self.steps[index];
        let part = (time - self.times[index]) / step;
        let polynomials = coefficients.as_chunks::<5>().0;
        Some(polynomials.iter().map(|of| polynomial(of, part)).collect())
    }

    /// Where it ends.
    #[must_use]
    pub fn last(&self) -> Vec<f64> {
        self.at(self.end()).unwrap_or_else(|| self.start.clone())
    }
}

/// The continuous extension of order 4, in Hairer's nested form: `part` is 0 where the step begins
/// and 1 where it ends.
fn polynomial([place, difference, first, last, quartic]: &[f64; 5], part: f64) -> f64 {
    let rest = 1.0 - part;
    place + part * (difference + rest * (first + part * (last + rest * quartic)))
}
