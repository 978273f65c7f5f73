//! An experiment's figures as files.

use popgrad_figures::csv;
use wasm_bindgen::prelude::*;

use crate::{Error, Experiment};

#[wasm_bindgen]
impl Experiment {
    /// All data of a figure as comma-separated values, with every digit.
    ///
    /// # Errors
    /// There is no such figure.
    pub fn csv(&mut self, figure: &str) -> Result<String, Error> {
        Ok(csv(self.figure(figure)?))
    }
}
