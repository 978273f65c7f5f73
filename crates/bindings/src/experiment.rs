//! The JavaScript class `Experiment`: one experiment with its state and its figures.

#[cfg(feature = "full")]
use popgrad_experiments::find;
#[cfg(not(feature = "full"))]
use popgrad_experiments::find_first as find;
use popgrad_experiments::{Experiment as Content, Guess, Prediction, State};
use popgrad_figures::{Figure, tables, text_alternative};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::Error;
use crate::convert::to_javascript;
use crate::made::Made;
use crate::shown::{self, Size};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A stretch between data and pixels along one axis. */
export interface AxisMap { readonly logarithmic: boolean; readonly domain: readonly [number, number]; readonly pixels: readonly [number, number]; }
/** Where a mark stands on the picture, in CSS pixels. */
export interface DrawnMark { readonly panel: string; readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly role: string | null; }
/** The parameters that a click in a panel sets to the place of the pointer. */
export interface Pick { readonly x: string; readonly y: string; }
/** Where a panel stands on the picture, in CSS pixels. */
export interface DrawnPanel { readonly id: string; readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }; readonly x: AxisMap; readonly y: AxisMap; readonly pick: Pick | null; }
/** Where everything stands after drawing. */
export interface Drawn { readonly panels: readonly DrawnPanel[]; readonly marks: readonly DrawnMark[]; }
/** Something in a figure that can be pointed at, and moved where it says so. */
export interface Mark { readonly id: string; readonly name: string; readonly value: number; readonly text: string; readonly group: string | null; readonly movable: readonly { readonly parameter: string; readonly along: "x" | "y"; readonly rate: number }[]; }
/** The numbers of a panel, row by row. */
export interface Table { readonly panel: string; readonly caption: string; readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[]; }
/** What a mark is, in words and as a formula with its numbers. */
export interface Explanation { readonly words: string; readonly formula: string; }
/** An option of a choice. */
export interface Choice { readonly id: string; readonly label: string; }
/** What a reader sets a parameter with. */
export type Control = { readonly kind: "slider" | "field" | "switch" | "seed" } | { readonly kind: "choice"; readonly choices: readonly Choice[] };
/** Something that a reader can set. A choice holds the place of its option, a switch 0 or 1. */
export interface Parameter { readonly id: string; readonly symbol: string; readonly label: string; readonly unit: string; readonly minimum: number; readonly maximum: number; readonly step: number; readonly default: number; readonly scale: "linear" | "log"; readonly whole: boolean; readonly control: Control; readonly place: "sight" | "more"; }
/** The question that is asked before the truth is shown, and how far the reader has come with it. */
export interface Prediction { readonly question: string; readonly answer: Parameter; readonly figure: string; readonly stage: "none" | "open" | "made"; readonly value: number; readonly printed: string; readonly spoken: string; }
/** What is written around a figure. */
export interface Words { readonly title: string; readonly subtitle: string; readonly caption: string; }
"#;

/// An experiment: its parameters can be set, its figures drawn and read.
#[wasm_bindgen]
pub struct Experiment {
    pub(crate) content: &'static dyn Content,
    pub(crate) state: State,
    made: Made,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked<'a> {
    question: &'a str,
    answer: &'a popgrad_experiments::Parameter,
    figure: &'a str,
    stage: &'static str,
    value: f64,
    printed: String,
    spoken: String,
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
        Ok(Self {
            content,
            state: State::defaults(content),
            made: Made::default(),
        })
    }

    /// Everything that a reader can set, in the order of the page.
    ///
    /// # Errors
    /// The table cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Parameter[]")]
    pub fn parameters(&self) -> Result<JsValue, Error> {
        to_javascript(&self.content.parameters())
    }

    /// Sets a parameter to the allowed value nearest to `value`.
    ///
    /// # Errors
    /// There is no such parameter, or the value is not a number. The state stays as it was.
    pub fn set(&mut self, parameter: &str, value: f64) -> Result<(), Error> {
        self.state.set(parameter, value)?;
        Ok(())
    }

    /// Moves a parameter by so many of its steps.
    ///
    /// # Errors
    /// There is no such parameter, or `steps` is not a number. The state stays as it was.
    pub fn nudge(&mut self, parameter: &str, steps: f64) -> Result<(), Error> {
        self.state.nudge(parameter, steps)?;
        Ok(())
    }

    /// A parameter's value.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn get(&self, parameter: &str) -> Result<f64, Error> {
        Ok(self.state.get(parameter)?)
    }

    /// A parameter's value as the page prints it.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn printed(&self, parameter: &str) -> Result<String, Error> {
        let value = self.get(parameter)?;
        Ok(self.state.parameter(parameter)?.print(value))
    }

    /// A parameter's value in words, for those who listen.
    ///
    /// # Errors
    /// There is no such parameter.
    pub fn spoken(&self, parameter: &str) -> Result<String, Error> {
        let value = self.get(parameter)?;
        Ok(self.state.parameter(parameter)?.speak(value))
    }

    /// The question that is asked before the truth is shown.
    ///
    /// # Errors
    /// It cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Prediction")]
    pub fn prediction(&self) -> Result<JsValue, Error> {
        let Prediction {
            question,
            answer,
            figure,
        } = self.content.prediction();
        let value = self.answer();
        to_javascript(&Asked {
            question,
            answer,
            figure,
            stage: stage(self.state.guess()),
            value,
            printed: answer.print(value),
            spoken: answer.speak(value),
        })
    }

    /// How far the reader has come with the question.
    #[wasm_bindgen(unchecked_return_type = "\"none\" | \"open\" | \"made\"")]
    #[must_use]
    pub fn stage(&self) -> String {
        stage(self.state.guess()).to_owned()
    }

    /// Where the answer to the question stands.
    #[must_use]
    pub fn answer(&self) -> f64 {
        let start = self.content.prediction().answer.default;
        self.state.guess().value().unwrap_or(start)
    }

    /// Moves the reader's prediction; one that is made already stays.
    ///
    /// # Errors
    /// The value is not a number.
    pub fn predict(&mut self, value: f64) -> Result<(), Error> {
        self.state.predict(value)?;
        Ok(())
    }

    /// The reader stands by the prediction: returns the truth and the distance in words.
    ///
    /// # Errors
    /// The engine refuses an operation.
    pub fn commit(&mut self) -> Result<String, Error> {
        self.state.commit();
        Ok(self.content.verdict(&self.state, self.answer())?)
    }

    /// Forgets the prediction.
    #[wasm_bindgen(js_name = forgetPrediction)]
    pub fn forget_prediction(&mut self) {
        self.state.forget_prediction();
    }

    /// A number that stays as long as a figure's data stay: what was drawn of the same number is up to
    /// date.
    ///
    /// # Errors
    /// There is no such figure, or the engine refuses an operation.
    pub fn revision(&mut self, figure: &str) -> Result<u32, Error> {
        Ok(self.made.figure(&self.state, figure)?.revision)
    }

    /// Draws a figure on a canvas of `width` by `height` CSS pixels, `ratio` device pixels each,
    /// and returns where everything stands. `theme` is `light`, `dark` or
    /// `print`; `lit` is the role that is lit, such as `gradient`: the others step back.
    ///
    /// # Errors
    /// There is no such figure, or the canvas takes no drawing.
    #[expect(
        clippy::too_many_arguments,
        reason = "numbers cross the border for nothing; an object would be built and read at every frame"
    )]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands over an optional text by value"
    )]
    #[wasm_bindgen(unchecked_return_type = "Drawn")]
    pub fn draw(
        &mut self,
        figure: &str,
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
        shown::draw(self.figure(figure)?, canvas, size, theme, lit.as_deref())
    }

    /// The claim of a figure, what it plots, and its caption.
    ///
    /// # Errors
    /// There is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Words")]
    pub fn words(&mut self, figure: &str) -> Result<JsValue, Error> {
        shown::words(self.figure(figure)?)
    }

    /// A figure in words.
    ///
    /// # Errors
    /// There is no such figure.
    pub fn alternative(&mut self, figure: &str) -> Result<String, Error> {
        Ok(text_alternative(self.figure(figure)?))
    }

    /// A figure's numbers: one table for each panel that has marks.
    ///
    /// # Errors
    /// There is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Table[]")]
    pub fn tables(&mut self, figure: &str) -> Result<JsValue, Error> {
        to_javascript(&tables(self.figure(figure)?))
    }

    /// The marks of a figure: what they are called and how they move.
    ///
    /// # Errors
    /// There is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Mark[]")]
    pub fn marks(&mut self, figure: &str) -> Result<JsValue, Error> {
        shown::marks(self.figure(figure)?)
    }

    /// What a mark of a figure is.
    ///
    /// # Errors
    /// There is no such figure or mark.
    #[wasm_bindgen(unchecked_return_type = "Explanation")]
    pub fn explain(&self, figure: &str, mark: &str) -> Result<JsValue, Error> {
        to_javascript(&self.content.explain(&self.state, figure, mark)?)
    }

    pub(crate) fn figure(&mut self, id: &str) -> Result<&Figure, Error> {
        Ok(&self.made.figure(&self.state, id)?.figure)
    }
}

fn stage(guess: Guess) -> &'static str {
    match guess {
        Guess::None => "none",
        Guess::Open(_) => "open",
        Guess::Made(_) => "made",
    }
}
