//! An experiment's figures as files.

use popgrad_figures::csv;
use wasm_bindgen::prelude::*;

use crate::{Error, Experiment, shown};

#[wasm_bindgen]
impl Experiment {
    /// All data of a figure as comma-separated values, with every digit.
    ///
    /// # Errors
    /// There is no such figure.
    pub fn csv(&mut self, figure: &str) -> Result<String, Error> {
        Ok(csv(self.figure(figure)?))
    }

    /// A figure as an SVG document in the layout of a wide page; `theme` is `light`, `dark` or
    /// `print`.
    ///
    /// # Errors
    /// There is no such figure or theme, or the figure cannot be drawn.
    pub fn svg(
        &mut self,
        figure: &str,
        #[wasm_bindgen(unchecked_param_type = "\"light\" | \"dark\" | \"print\"")] theme: &str,
    ) -> Result<String, Error> {
        shown::file(self.figure(figure)?, theme)
    }
}
