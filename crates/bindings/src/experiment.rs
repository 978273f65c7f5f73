//! The JavaScript class `Experiment`: one experiment with its parameters' values and its figures.

use popgrad_experiments::{Experiment as Content, Values, find};
use popgrad_figures::{Figure, Frame, Palette, number, tables, text_alternative};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::convert::to_javascript;
use crate::{Error, picture};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A stretch between data and pixels along one axis. */
export interface AxisMap { readonly logarithmic: boolean; readonly domain: readonly [number, number]; readonly pixels: readonly [number, number]; }
/** Where a mark stands on the picture, in CSS pixels. */
export interface DrawnMark { readonly panel: string; readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; }
/** Where a panel stands on the picture, in CSS pixels. */
export interface DrawnPanel { readonly id: string; readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }; readonly x: AxisMap; readonly y: AxisMap; }
/** Where everything stands after drawing. */
export interface Drawn { readonly panels: readonly DrawnPanel[]; readonly marks: readonly DrawnMark[]; }
/** Something in a figure that can be pointed at, and moved where it says so. */
export interface Mark { readonly id: string; readonly name: string; readonly value: number; readonly text: string; readonly movable: { readonly parameter: string; readonly along: "x" | "y"; readonly rate: number } | null; }
/** The numbers of a panel, row by row. */
export interface Table { readonly panel: string; readonly caption: string; readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[]; }
/** What a mark is, in words and as a formula with its numbers. */
export interface Explanation { readonly words: string; readonly formula: string; }
"#;

/// An experiment: its parameters can be set, its figures drawn and read.
#[wasm_bindgen]
pub struct Experiment {
    content: &'static dyn Content,
    values: Values,
    figures: Vec<Figure>,
}

#[wasm_bindgen]
impl Experiment {
    /// Opens an experiment in its default state.
    ///
    /// # Errors
    /// There is no experiment of this name; the message lists those that there are.
    #[wasm_bindgen(constructor)]
    pub fn new(slug: &str) -> Result<Self, Error> {
        let content = find(slug)?;
        let values = Values::defaults(content);
        let figures = content.figures(&values)?;
        Ok(Self {
            content,
            values,
            figures,
        })
    }

    /// Sets a parameter, within its range, and computes the experiment anew.
    ///
    /// # Errors
    /// There is no such parameter, or the value is not a number. The state stays as it was.
    pub fn set(&mut self, parameter: &str, value: f64) -> Result<(), Error> {
        let mut values = self.values.clone();
        values.set(parameter, value)?;
        self.figures = self.content.figures(&values)?;
        self.values = values;
        Ok(())
    }

    /// A parameter's value.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn get(&self, parameter: &str) -> Result<f64, Error> {
        Ok(self.values.get(parameter)?)
    }

    /// The smallest and the largest value of a parameter.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn range(&self, parameter: &str) -> Result<Vec<f64>, Error> {
        self.get(parameter)?;
        let known = self.values.iter().find(|(known, _)| known.id == parameter);
        Ok(known.map_or_else(Vec::new, |(known, _)| vec![known.minimum, known.maximum]))
    }

    /// A parameter's value as the page prints it.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn printed(&self, parameter: &str) -> Result<String, Error> {
        Ok(number::short(self.get(parameter)?))
    }

    /// A parameter's value in words, for those who listen.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn spoken(&self, parameter: &str) -> Result<String, Error> {
        let value = self.get(parameter)?;
        let spoken = self.values.iter().find(|(known, _)| known.id == parameter);
        Ok(spoken.map_or_else(String::new, |(known, _)| known.speak(value)))
    }

    /// Draws a figure on a canvas of `width` by `height` CSS pixels, `ratio` device pixels each,
    /// and returns where everything stands. `theme` is `light`, `dark` or
    /// `print`.
    ///
    /// # Errors
    /// There is no such figure, or the canvas takes no drawing.
    #[wasm_bindgen(unchecked_return_type = "Drawn")]
    pub fn draw(
        &self,
        figure: &str,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        #[wasm_bindgen(unchecked_param_type = "\"light\" | \"dark\" | \"print\"")] theme: &str,
    ) -> Result<JsValue, Error> {
        let figure = self.figure(figure)?;
        let palette = palette(theme)?;
        let frame = Frame {
            height,
            ..Frame::new(figure, width, picture::UNITS, palette)
        };
        to_javascript(&picture::draw(figure, canvas, &frame, ratio)?)
    }

    /// A figure in words.
    ///
    /// # Errors
    /// There is no such figure.
    pub fn alternative(&self, figure: &str) -> Result<String, Error> {
        Ok(text_alternative(self.figure(figure)?))
    }

    /// A figure's numbers: one table for each panel that has marks.
    ///
    /// # Errors
    /// There is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Table[]")]
    pub fn tables(&self, figure: &str) -> Result<JsValue, Error> {
        to_javascript(&tables(self.figure(figure)?))
    }

    /// The marks of a figure: what they are called and how they move.
    ///
    /// # Errors
    /// There is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Mark[]")]
    pub fn marks(&self, figure: &str) -> Result<JsValue, Error> {
        let marks: Vec<_> = self.figure(figure)?.marks().map(|(_, mark)| mark).collect();
        to_javascript(&marks)
    }

    /// What a mark of a figure is.
    ///
    /// # Errors
    /// There is no such figure or mark.
    #[wasm_bindgen(unchecked_return_type = "Explanation")]
    pub fn explain(&self, figure: &str, mark: &str) -> Result<JsValue, Error> {
        to_javascript(&self.content.explain(&self.values, figure, mark)?)
    }

    fn figure(&self, id: &str) -> Result<&Figure, Error> {
        self.figures
            .iter()
            .find(|figure| figure.id == id)
            .ok_or_else(|| Error::Kind {
                call: "figure",
                given: format!("the id \"{id}\""),
                expected: "the id of a figure of this experiment",
            })
    }
}

fn palette(theme: &str) -> Result<Palette, Error> {
    match theme {
        "light" => Ok(Palette::light()),
        "dark" => Ok(Palette::dark()),
        "print" => Ok(Palette::print()),
        other => Err(Error::Kind {
            call: "draw",
            given: format!("the theme \"{other}\""),
            expected: "light, dark or print",
        }),
    }
}
