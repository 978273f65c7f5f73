//! What a figure was made from, so that it is made anew only when that has changed.

use crate::Guess;

/// Everything of a state that was read while something was computed, with what it then was. Where all
/// of it still is the same, a pure function of the state gives the same again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reads {
    /// The places of parameters in their table, and the bits of their values.
    values: Vec<(usize, u64)>,
    guess: Option<Guess>,
    /// The ids of long computations, and what had arrived of each.
    results: Vec<(String, Arrival)>,
}

/// The key of a long computation and how many of its parts are there. No part is ever replaced by
/// other numbers under the same key.
pub(crate) type Arrival = Option<(String, usize)>;

impl Reads {
    pub(crate) fn value(&mut self, place: usize, value: f64) {
        let read = (place, value.to_bits());
        if !self.values.contains(&read) {
            self.values.push(read);
        }
    }

    pub(crate) fn guess(&mut self, guess: Guess) {
        self.guess = Some(guess);
    }

    pub(crate) fn results(&mut self, job: &str, arrival: Arrival) {
        if !self.results.iter().any(|(known, _)| known == job) {
            self.results.push((job.to_owned(), arrival));
        }
    }

    /// The ids of the long computations whose results were read.
    pub(crate) fn jobs(&self) -> impl Iterator<Item = &str> {
        self.results.iter().map(|(job, _)| job.as_str())
    }

    /// Whether all that was read is the same now.
    pub(crate) fn hold(
        &self,
        values: &[f64],
        guess: Guess,
        arrival: impl Fn(&str) -> Arrival,
    ) -> bool {
        let same_value = |&(place, bits): &(usize, u64)| values[place].to_bits() == bits;
        self.values.iter().all(same_value)
            && self.guess.is_none_or(|read| read == guess)
            && self.results.iter().all(|(job, read)| arrival(job) == *read)
    }
}
