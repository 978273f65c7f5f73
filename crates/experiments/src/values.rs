//! The values of an experiment's parameters.

use crate::{Error, Experiment, Parameter};

/// The values of an experiment's parameters.
///
/// ```
/// use popgrad_experiments::{Values, find};
/// let mut values = Values::defaults(find("gradient-shape")?);
/// values.set("scale", 99.0)?;
/// assert_eq!(values.get("scale")?, 1.2);
/// # Ok::<(), popgrad_experiments::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Values {
    parameters: &'static [Parameter],
    values: Vec<f64>,
}

impl Values {
    /// The values at the start of an experiment.
    #[must_use]
    pub fn defaults(experiment: &dyn Experiment) -> Self {
        let parameters = experiment.parameters();
        Self {
            parameters,
            values: parameters
                .iter()
                .map(|parameter| parameter.default)
                .collect(),
        }
    }

    /// The value of a parameter.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id.
    pub fn get(&self, id: &str) -> Result<f64, Error> {
        Ok(self.values[self.index(id)?])
    }

    /// Sets a parameter to the allowed value nearest to `value`.
    ///
    /// # Errors
    /// When the experiment has no parameter of this id, or when `value` is NaN or infinite.
    pub fn set(&mut self, id: &str, value: f64) -> Result<(), Error> {
        let index = self.index(id)?;
        let parameter = &self.parameters[index];
        if !value.is_finite() {
            return Err(Error::NotFinite {
                id: parameter.id,
                value,
                minimum: parameter.minimum,
                maximum: parameter.maximum,
            });
        }
        self.values[index] = parameter.nearest(value);
        Ok(())
    }

    /// Every parameter with its value, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Parameter, f64)> {
        self.parameters.iter().zip(self.values.iter().copied())
    }

    fn index(&self, id: &str) -> Result<usize, Error> {
        let found = self
            .parameters
            .iter()
            .position(|parameter| parameter.id == id);
        found.ok_or_else(|| Error::UnknownParameter {
            id: id.to_owned(),
            known: self
                .parameters
                .iter()
                .map(|parameter| parameter.id)
                .collect(),
        })
    }
}
