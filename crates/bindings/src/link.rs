//! The state of an experiment as part of the page's address.

use popgrad_experiments::link;
#[cfg(feature = "full")]
use popgrad_figures::checksum;
use wasm_bindgen::prelude::*;

#[cfg(feature = "full")]
use crate::Error;
use crate::Experiment;

#[wasm_bindgen]
impl Experiment {
    /// Brings the experiment to where an address says it is: defaults, then what the query fixes, then
    /// what the hash moved. Returns, in words, what could not be taken as it was written.
    pub fn follow(&mut self, query: &str, hash: &str) -> Vec<String> {
        link::follow(&mut self.state, query, hash)
    }

    /// The hash that leads to the present state. What `before` says of other experiments stays in it.
    #[must_use]
    pub fn hash(&self, query: &str, before: &str) -> String {
        link::hash(&self.state, query, before)
    }
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Experiment {
    /// The checksum of all data that the figures show, in hexadecimal.
    ///
    /// # Errors
    /// The engine refuses an operation.
    pub fn checksum(&self) -> Result<String, Error> {
        let figures = self.content.figures(&self.state)?;
        let digits = (0..16)
            .rev()
            .map(|place| checksum(&figures) >> (4 * place) & 15);
        Ok(digits
            .filter_map(|digit| char::from_digit(digit as u32, 16))
            .collect())
    }
}
