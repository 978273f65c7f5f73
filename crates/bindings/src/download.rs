//! An experiment's figures as files.

use popgrad_figures::{Colors, Layout, csv, svg};
use wasm_bindgen::prelude::*;

use crate::experiment::palette;
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
        let colors = Colors::Fixed(palette(theme)?);
        svg(self.figure(figure)?, Layout::Wide, &colors).map_err(|cause| Error::Kind {
            call: "svg",
            given: format!("the figure \"{figure}\" ({cause})"),
            expected: "a figure that can be drawn",
        })
    }
}
