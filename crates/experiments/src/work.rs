//! Long computations, cut into parts that can be computed anywhere in any order.

use crate::reads::Arrival;

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
    /// How many numbers the first part holds, and each of the others.
    numbers: [usize; 2],
}

impl Job {
    /// A computation whose parts all hold as many numbers.
    #[must_use]
    pub const fn new(id: &'static str, key: String, parts: usize, numbers: usize) -> Self {
        Self {
            id,
            key,
            parts,
            numbers: [numbers; 2],
        }
    }

    /// The same with another length of the first part: a first look.
    #[must_use]
    pub const fn with_first(mut self, numbers: usize) -> Self {
        self.numbers[0] = numbers;
        self
    }

    /// How many numbers a part holds.
    #[must_use]
    pub const fn numbers(&self, part: usize) -> usize {
        self.numbers[if part == 0 { 0 } else { 1 }]
    }
}

/// What has arrived of the long computations.
#[derive(Clone, Default)]
pub(crate) struct Results {
    // A handful of jobs, each with its parts by their numbers: a map would be larger and no faster.
    jobs: Vec<Arrived>,
}

#[derive(Clone)]
struct Arrived {
    id: &'static str,
    key: String,
    parts: Vec<Option<Vec<f64>>>,
}

impl Results {
    /// Drops what belongs to none of these jobs.
    pub(crate) fn keep(&mut self, jobs: &[Job]) {
        self.jobs
            .retain(|known| jobs.iter().any(|job| known.belongs_to(job)));
    }

    /// Takes a part; one that the job does not have is dropped.
    pub(crate) fn put(&mut self, job: &Job, part: usize, result: Vec<f64>) {
        let known = self.jobs.iter().position(|known| known.belongs_to(job));
        let index = known.unwrap_or_else(|| {
            self.jobs.retain(|known| known.id != job.id);
            self.jobs.push(Arrived {
                id: job.id,
                key: job.key.clone(),
                parts: vec![None; job.parts],
            });
            self.jobs.len() - 1
        });
        if let Some(place) = self.jobs[index].parts.get_mut(part) {
            *place = Some(result);
        }
    }

    /// The key of a job and how many of its parts are there.
    pub(crate) fn arrival(&self, job: &str) -> Arrival {
        let known = self.jobs.iter().find(|known| known.id == job)?;
        Some((known.key.clone(), known.parts.iter().flatten().count()))
    }

    pub(crate) fn of(&self, job: &str) -> impl Iterator<Item = (usize, &[f64])> {
        let known = self.jobs.iter().find(|known| known.id == job);
        let parts = known.map_or(&[] as &[_], |known| &known.parts);
        parts
            .iter()
            .enumerate()
            .filter_map(|(part, result)| Some((part, result.as_deref()?)))
    }
}

impl Arrived {
    fn belongs_to(&self, job: &Job) -> bool {
        self.id == job.id && self.key == job.key
    }
}
