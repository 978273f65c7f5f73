//! The JavaScript class `CellFigure`: a figure that a code cell put out.

use popgrad_figures::{Figure, csv, tables, text_alternative};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::Error;
use crate::convert::to_javascript;
use crate::shown::{self, Size};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A picture as text, its size in CSS pixels, and where everything stands in it. */
export interface Sheet { readonly svg: string; readonly width: number; readonly height: number; readonly drawn: Drawn; }
"#;

/// A figure that a code cell put out, shown as those of an [`Experiment`](crate::Experiment) are: it answers the same
/// questions, of one figure.
#[wasm_bindgen]
pub struct CellFigure {
    figure: Figure,
    /// How many figures it has been.
    revision: u32,
}

#[derive(Serialize)]
struct Explanation<'a> {
    words: String,
    formula: &'a str,
}

#[wasm_bindgen]
impl CellFigure {
    /// The figure of these bytes, which come from a cell.
    ///
    /// # Errors
    /// The bytes are not a figure's.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self {
            figure: figure(bytes)?,
            revision: 1,
        })
    }

    /// Takes the figure that the cell put out in its place when it ran again.
    ///
    /// # Errors
    /// The bytes are not a figure's. The figure stays as it was.
    pub fn replace(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.figure = figure(bytes)?;
        self.revision += 1;
        Ok(())
    }

    /// A number that stays as long as the figure does.
    #[must_use]
    pub fn revision(&self, _figure: &str) -> u32 {
        self.revision
    }

    /// Draws the figure: see [`Experiment::draw`](crate::Experiment::draw).
    ///
    /// # Errors
    /// The canvas takes no drawing, or a number of the cell cannot be drawn.
    #[expect(
        clippy::too_many_arguments,
        reason = "the same arguments as those of Experiment.draw"
    )]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands over an optional text by value"
    )]
    #[wasm_bindgen(unchecked_return_type = "Drawn")]
    pub fn draw(
        &self,
        _figure: &str,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        #[wasm_bindgen(unchecked_param_type = "\"light\" | \"dark\" | \"print\"")] theme: &str,
        lit: Option<String>,
    ) -> Result<JsValue, Error> {
        let size = Size {
            width,
            height,
            ratio,
        };
        shown::draw(&self.figure, canvas, size, theme, lit.as_deref())
    }

    /// How high the picture is at a width, both in CSS pixels.
    #[must_use]
    pub fn height(&self, width: f64) -> f64 {
        shown::height(&self.figure, width)
    }

    /// The claim of the figure, what it plots, and its caption.
    ///
    /// # Errors
    /// They cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Words")]
    pub fn words(&self, _figure: &str) -> Result<JsValue, Error> {
        shown::words(&self.figure)
    }

    /// The figure in words.
    #[must_use]
    pub fn alternative(&self, _figure: &str) -> String {
        text_alternative(&self.figure)
    }

    /// The figure's numbers: one table for each panel that has marks.
    ///
    /// # Errors
    /// They cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Table[]")]
    pub fn tables(&self, _figure: &str) -> Result<JsValue, Error> {
        to_javascript(&tables(&self.figure))
    }

    /// The marks of the figure.
    ///
    /// # Errors
    /// They cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Mark[]")]
    pub fn marks(&self, _figure: &str) -> Result<JsValue, Error> {
        shown::marks(&self.figure)
    }

    /// What a mark is: its name and its number. A cell gives no formula.
    ///
    /// # Errors
    /// There is no such mark.
    #[wasm_bindgen(unchecked_return_type = "Explanation")]
    pub fn explain(&self, _figure: &str, mark: &str) -> Result<JsValue, Error> {
        let mut marks = self.figure.marks();
        let found = marks.find(|(_, known)| known.id == mark);
        let (_, found) = found.ok_or_else(|| Error::Kind {
            call: "explain",
            given: format!("the mark \"{mark}\""),
            expected: "a mark of this figure",
        })?;
        to_javascript(&Explanation {
            words: format!("{}: {}", found.name, found.text),
            formula: "",
        })
    }

    /// The picture as an SVG element that follows the colours of the page, and where everything stands in it: a graph so
    /// large that nothing of it is drawn smaller than usual. For a page that is `wide` or narrow.
    ///
    /// # Errors
    /// A number of the cell cannot be drawn.
    #[wasm_bindgen(unchecked_return_type = "Sheet")]
    pub fn sheet(&self, wide: bool) -> Result<JsValue, Error> {
        shown::sheet(&self.figure, wide)
    }

    /// All data of the figure as comma-separated values, with every digit.
    #[must_use]
    pub fn csv(&self, _figure: &str) -> String {
        csv(&self.figure)
    }

    /// The figure as an SVG document in the layout of a wide page.
    ///
    /// # Errors
    /// There is no such theme, or the figure cannot be drawn.
    pub fn svg(
        &self,
        _figure: &str,
        #[wasm_bindgen(unchecked_param_type = "\"light\" | \"dark\" | \"print\"")] theme: &str,
    ) -> Result<String, Error> {
        shown::file(&self.figure, theme)
    }
}

fn figure(bytes: &[u8]) -> Result<Figure, Error> {
    Figure::from_bytes(bytes).map_err(|cause| Error::Kind {
        call: "CellFigure",
        given: format!("bytes that are no figure ({cause})"),
        expected: "the bytes that a cell put out",
    })
}
