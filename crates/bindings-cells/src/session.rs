//! The JavaScript class `Session`: cells that share their names.

use std::collections::BTreeMap;

use popgrad_cells::{self as cells, Event, GraphView, Limits};
use wasm_bindgen::prelude::*;

use crate::{Error, graph, outcome};

/// What runs in a page may use: an endless loop ends within a second, and a phone has the memory.
fn limits() -> Limits {
    Limits {
        steps: 20_000_000,
        memory: 64 << 20,
        printed: 256 << 10,
        ..Limits::default()
    }
}

/// Cells that share their names, from top to bottom.
#[wasm_bindgen]
pub struct Session {
    session: cells::Session,
    /// The graphs that are stepped through, by their cell and their id.
    graphs: BTreeMap<[String; 2], GraphView>,
}

#[wasm_bindgen]
impl Session {
    /// A session without names.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(
        clippy::new_without_default,
        reason = "JavaScript knows constructors alone"
    )]
    pub fn new() -> Self {
        Self {
            session: cells::Session::new(limits()),
            graphs: BTreeMap::new(),
        }
    }

    /// What the reader set a slider to; the next run gets it.
    #[wasm_bindgen(js_name = setSlider)]
    pub fn set_slider(&mut self, name: &str, value: f64) {
        self.session.set_slider(name, value);
    }

    /// Which option of a choice the reader chose; the next run gets it.
    #[wasm_bindgen(js_name = setChoice)]
    pub fn set_choice(&mut self, name: &str, option: usize) {
        self.session.set_choice(name, option);
    }

    /// Runs a cell, which error messages call by `name`. The names that it gives stay, also after an error of the
    /// cell.
    ///
    /// # Errors
    /// What it put out cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn run(&mut self, name: &str, source: &str) -> Result<JsValue, Error> {
        let outcome = self.session.run_named(name, source);
        self.graphs.retain(|[cell, _], _| cell != name);
        for event in &outcome.events {
            if let Event::Graph(view) = event {
                let key = [name, view.id()].map(str::to_owned);
                self.graphs.insert(key, GraphView::clone(view));
            }
        }
        outcome::to_javascript(outcome)
    }

    /// A graph that a cell put out, after the reader's move: `show`, `step` with a number, `rule` with its name,
    /// `unfold` with the id of a fold, or `fold`. The empty id is the graph of the last backward pass of the cell's
    /// last run; `null` if it made none.
    ///
    /// # Errors
    /// The graph is too large, or it cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "GraphMoment | null")]
    pub fn graph(&mut self, cell: &str, id: &str, ask: &str, what: &str) -> Result<JsValue, Error> {
        let key = [cell, id].map(str::to_owned);
        if id.is_empty() && !self.graphs.contains_key(&key) {
            let Some(view) = self.session.graph(cell, "graph") else {
                return Ok(JsValue::NULL);
            };
            self.graphs.insert(key.clone(), view?);
        }
        match self.graphs.get_mut(&key) {
            Some(view) => graph::moved(view, ask, what),
            None => Ok(JsValue::NULL),
        }
    }

    /// The names that the cells gave and those that are built in, for completion.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.session.names()
    }

    /// The names of the attributes of what a name stands for, for completion behind a point.
    #[must_use]
    pub fn attributes(&self, name: &str) -> Vec<String> {
        self.session.attributes(name)
    }
}
