//! Long computations, cut into parts that can be computed anywhere in any order.

use std::collections::BTreeMap;

/// A long computation that an experiment asks for: a pure function from state and part to numbers.
/// Parts are computed off the page and drawn as they arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Stable id, unique in the experiment.
    pub id: &'static str,
    /// Tells apart results for different values: see [`State::key`](crate::State::key).
    pub key: String,
    /// How many parts it has. A part takes a few hundredths of a second, so that the first picture
    /// is there within a tenth.
    pub parts: usize,
}

/// What has arrived of the long computations.
#[derive(Clone, Default)]
pub(crate) struct Results {
    jobs: BTreeMap<&'static str, (String, BTreeMap<usize, Vec<f64>>)>,
}

impl Results {
    /// Drops what belongs to none of these jobs.
    pub(crate) fn keep(&mut self, jobs: &[Job]) {
        self.jobs
            .retain(|id, (key, _)| jobs.iter().any(|job| job.id == *id && job.key == *key));
    }

    pub(crate) fn put(&mut self, job: &Job, part: usize, result: Vec<f64>) {
        let (_, parts) = self
            .jobs
            .entry(job.id)
            .or_insert_with(|| (job.key.clone(), BTreeMap::new()));
        parts.insert(part, result);
    }

    pub(crate) fn of(&self, job: &str) -> impl Iterator<Item = (usize, &[f64])> {
        let parts = self.jobs.get(job).map(|(_, parts)| parts);
        parts
            .into_iter()
            .flatten()
            .map(|(part, result)| (*part, result.as_slice()))
    }
}
