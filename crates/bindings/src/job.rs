//! The long computations of an experiment: what a pool of workers needs.

use js_sys::Float64Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_javascript;
use crate::{Error, Experiment};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A long computation: its parts can be computed in any order, by any engine. */
export interface Job { readonly id: string; readonly key: string; readonly parts: number; }
"#;

#[derive(Serialize)]
struct Work<'a> {
    id: &'a str,
    key: &'a str,
    parts: usize,
}

#[wasm_bindgen]
impl Experiment {
    /// The long computations that the present values ask for.
    ///
    /// # Errors
    /// They cannot be passed to JavaScript.
    #[wasm_bindgen(unchecked_return_type = "Job[]")]
    pub fn jobs(&self) -> Result<JsValue, Error> {
        let jobs = self.state.jobs();
        let jobs: Vec<_> = jobs
            .iter()
            .map(|job| Work {
                id: job.id,
                key: &job.key,
                parts: job.parts,
            })
            .collect();
        to_javascript(&jobs)
    }

    /// Computes one part of a long computation.
    ///
    /// # Errors
    /// There is no such computation or part, or the engine refuses an operation.
    pub fn work(&self, job: &str, part: usize) -> Result<Float64Array, Error> {
        let result = self.state.work(job, part)?;
        Ok(Float64Array::from(result.as_slice()))
    }

    /// Takes a part that was computed elsewhere; what belongs to other values is dropped.
    ///
    /// # Errors
    /// The part is not as long as it has to be.
    pub fn receive(
        &mut self,
        job: &str,
        key: &str,
        part: usize,
        result: Vec<f64>,
    ) -> Result<(), Error> {
        Ok(self.state.receive(job, key, part, result)?)
    }
}
