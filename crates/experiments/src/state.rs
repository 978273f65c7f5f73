//! The state of an experiment: everything that its figures depend on.

use std::cell::RefCell;

use crate::work::Results;
use crate::{Error, Experiment, Guess, Job, Parameter, Reads};

/// The state of an experiment: the values of its parameters, what the reader predicted, and the
/// results of long computations as far as they have arrived.
///
/// ```
/// use popgrad_experiments::{State, find};
/// let mut state = State::defaults(find("gradient-shape")?);
/// state.set("scale", 99.0)?;
/// assert_eq!(state.get("scale")?, 1.2);
/// # Ok::<(), popgrad_experiments::Error>(())
/// ```
#[derive(Clone)]
pub struct State {
    experiment: &'static dyn Experiment,
    values: Vec<f64>,
    guess: Guess,
    results: Results,
    /// What is read, while something is watched.
    reads: RefCell<Option<Reads>>,
}

impl State {
    /// The state at the start of an experiment: defaults, no prediction, no results.
    #[must_use]
    pub fn defaults(experiment: &'static dyn Experiment) -> Self {
        let parameters = experiment.parameters().iter();
        Self {
            experiment,
            values: parameters.map(|parameter| parameter.default).collect(),
            guess: Guess::None,
            results: Results::default(),
            reads: RefCell::default(),
        }
    }

    /// The experiment whose state it is.
    #[must_use]
    pub fn experiment(&self) -> &'static dyn Experiment {
        self.experiment
    }

    /// The value of a parameter.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id.
    pub fn get(&self, id: &str) -> Result<f64, Error> {
        let index = self.index(id)?;
        self.note(|reads| reads.value(index, self.values[index]));
        Ok(self.values[index])
    }

    /// The value of a whole, positive parameter or the place of a choice's option.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id.
    pub fn count(&self, id: &str) -> Result<usize, Error> {
        Ok(self.get(id)? as usize)
    }

    /// Whether a switch is on.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id.
    pub fn is_on(&self, id: &str) -> Result<bool, Error> {
        Ok(self.get(id)? != 0.0)
    }

    /// Sets a parameter to the allowed value nearest to `value`, and those that follow it
    /// ([`Experiment::follow`]). Results of long computations that depend on it are dropped.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id, or when `value` is NaN or infinite.
    pub fn set(&mut self, id: &str, value: f64) -> Result<(), Error> {
        let index = self.index(id)?;
        self.values[index] = allowed(&self.experiment.parameters()[index], value)?;
        for (follower, value) in self.experiment.follow(self, id)? {
            let index = self.index(follower)?;
            let parameter = &self.experiment.parameters()[index];
            self.values[index] = value.clamp(parameter.minimum, parameter.maximum);
        }
        let jobs = self.jobs();
        self.results.keep(&jobs);
        Ok(())
    }

    /// Moves every parameter to where it stands in another state of the same experiment.
    pub(crate) fn move_to(&mut self, other: &Self) {
        self.values.clone_from(&other.values);
        let jobs = self.jobs();
        self.results.keep(&jobs);
    }

    /// Moves a parameter by so many of its steps, at least to the next allowed value.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id, or when `steps` is NaN or infinite.
    pub fn nudge(&mut self, id: &str, steps: f64) -> Result<(), Error> {
        let value = self.get(id)?;
        self.set(id, self.parameter(id)?.moved(value, steps))
    }

    /// Every parameter with its value, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Parameter, f64)> {
        let parameters = self.experiment.parameters().iter();
        let values = self.values.iter().enumerate().map(|(index, &value)| {
            self.note(|reads| reads.value(index, value));
            value
        });
        parameters.zip(values)
    }

    /// The parameter of an id.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id.
    pub fn parameter(&self, id: &str) -> Result<&'static Parameter, Error> {
        Ok(&self.experiment.parameters()[self.index(id)?])
    }

    /// What the reader predicts.
    #[must_use]
    pub fn guess(&self) -> Guess {
        self.note(|reads| reads.guess(self.guess));
        self.guess
    }

    /// Moves the reader's prediction to the allowed value nearest to `value`; a prediction that is
    /// made already stays.
    ///
    /// # Errors
    /// When `value` is NaN or infinite.
    pub fn predict(&mut self, value: f64) -> Result<(), Error> {
        let value = allowed(&self.experiment.prediction().answer, value)?;
        if !matches!(self.guess, Guess::Made(_)) {
            self.guess = Guess::Open(value);
        }
        Ok(())
    }

    /// The reader stands by the prediction: from now on it is shown beside the truth.
    pub fn commit(&mut self) {
        if let Guess::Open(value) = self.guess {
            self.guess = Guess::Made(value);
        }
    }

    /// Forgets the prediction.
    pub fn forget_prediction(&mut self) {
        self.guess = Guess::None;
    }

    /// The long computations that these values ask for, in the order in which they are wanted.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs = self.experiment.jobs(self);
        jobs.extend(self.experiment.refinements(self));
        jobs
    }

    /// Computes one part of a long computation that these values ask for.
    ///
    /// # Errors
    /// When they ask for no such computation, when it has no such part, or when the engine refuses an
    /// operation.
    pub fn work(&self, job: &str, part: usize) -> Result<Vec<f64>, Error> {
        let jobs = self.jobs();
        let wanted = jobs.iter().find(|wanted| wanted.id == job);
        let wanted = wanted.ok_or_else(|| Error::UnknownJob { id: job.to_owned() })?;
        if part >= wanted.parts {
            return Err(Error::UnknownPart {
                job: wanted.id,
                part,
                parts: wanted.parts,
            });
        }
        self.experiment.work(self, job, part)
    }

    /// Takes the result of one part of a long computation. A result that belongs to other values
    /// is dropped.
    ///
    /// ```
    /// use popgrad_experiments::{State, find};
    /// let mut state = State::defaults(find("xor")?);
    /// let job = state.jobs().remove(0);
    /// let refused = state.receive(job.id, &job.key, 0, Vec::new()).unwrap_err();
    /// assert!(refused.to_string().starts_with("part 0 of `run` came with 0 numbers"));
    /// # Ok::<(), popgrad_experiments::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the part is not as long as it has to be.
    pub fn receive(
        &mut self,
        job: &str,
        key: &str,
        part: usize,
        result: Vec<f64>,
    ) -> Result<(), Error> {
        let jobs = self.jobs();
        let wanted = jobs
            .iter()
            .find(|wanted| wanted.id == job && wanted.key == key && part < wanted.parts);
        let Some(wanted) = wanted else {
            return Ok(());
        };
        let expected = wanted.numbers(part);
        if result.len() != expected {
            return Err(Error::WrongLength {
                job: wanted.id,
                part,
                given: result.len(),
                expected,
            });
        }
        self.results.put(wanted, part, result);
        Ok(())
    }

    /// What has arrived of a long computation, part by part.
    pub fn results(&self, job: &str) -> impl Iterator<Item = (usize, &[f64])> {
        self.note(|reads| reads.results(job, self.results.arrival(job)));
        self.results.of(job)
    }

    /// Computes something from this state, and says what of the state it read.
    ///
    /// ```
    /// use popgrad_experiments::{State, find};
    /// let experiment = find("gradient-shape")?;
    /// let mut state = State::defaults(experiment);
    /// let (figure, reads) = state.watch(|state| experiment.figure(state, "gradient-shape-digits"));
    /// state.set("scale", 0.5)?;
    /// // This figure does not read the scale: it would come out as it is.
    /// assert!(figure.is_ok() && state.is_as(&reads));
    /// # Ok::<(), popgrad_experiments::Error>(())
    /// ```
    pub fn watch<T>(&self, compute: impl FnOnce(&Self) -> T) -> (T, Reads) {
        self.reads.replace(Some(Reads::default()));
        let computed = compute(self);
        (computed, self.reads.take().unwrap_or_default())
    }

    /// Whether all that was read before is the same now, so that the same would come out.
    #[must_use]
    pub fn is_as(&self, reads: &Reads) -> bool {
        reads.hold(&self.values, self.guess, |job| self.results.arrival(job))
    }

    /// Computes every part of the long computations here and now, without those that only refine: for
    /// pictures outside of a page.
    ///
    /// # Errors
    /// When the engine refuses an operation.
    pub fn finish(&mut self) -> Result<(), Error> {
        for job in self.experiment.jobs(self) {
            for part in 0..job.parts {
                let result = self.experiment.work(self, job.id, part)?;
                self.results.put(&job, part, result);
            }
        }
        Ok(())
    }

    /// The values of some parameters as one text: the key of what is computed from them alone.
    #[must_use]
    pub fn key(&self, ids: &[&str]) -> String {
        let values = ids.iter().filter_map(|id| self.get(id).ok());
        let texts: Vec<_> = values.map(|value| value.to_bits().to_string()).collect();
        texts.join(" ")
    }

    fn note(&self, read: impl FnOnce(&mut Reads)) {
        if let Some(reads) = self.reads.borrow_mut().as_mut() {
            read(reads);
        }
    }

    fn index(&self, id: &str) -> Result<usize, Error> {
        let parameters = self.experiment.parameters();
        let found = parameters.iter().position(|parameter| parameter.id == id);
        found.ok_or_else(|| Error::UnknownParameter {
            id: id.to_owned(),
            known: parameters.iter().map(|parameter| parameter.id).collect(),
        })
    }
}

fn allowed(parameter: &Parameter, value: f64) -> Result<f64, Error> {
    if value.is_finite() {
        return Ok(parameter.nearest(value));
    }
    Err(Error::NotFinite {
        id: parameter.id,
        value,
        minimum: parameter.minimum,
        maximum: parameter.maximum,
    })
}
