//! The JavaScript class `Tape`.

use js_sys::Float64Array;
use popgrad::{Descent, Slot};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::arena::zeros;
use crate::border::{copied, count, node, nodes, values};
use crate::convert::to_javascript;
use crate::error::{Error, refused};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The largest eigenvalue of a Hessian: `residual` bounds its distance from a true one; `products` is what it took. */
export interface Eigenvalue { readonly value: number; readonly vector: number[]; readonly residual: number; readonly products: number; }
"#;

/// A recorded graph: set its leaves, run it forward and backward again and again, train on it,
/// without building nodes anew.
///
/// ```js
/// const w = new PopulationNode([1]);
/// const loss = w.mul(w);
/// const tape = new Tape(loss);
/// tape.descend([w], 0.25, 3); // => 1,0.25,0.0625
/// tape.value(w); // => 0.125
/// tape.hessianVector([w], [1]); // => 2
/// tape.free();
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct Tape {
    tape: popgrad::Tape,
    output: Slot,
    /// The last descent with its parameters: the next one is likely to move the same ones.
    descent: Option<(Vec<Slot>, Descent)>,
}

#[wasm_bindgen]
impl Tape {
    /// Records the graph below `output`, with the values that its nodes have now.
    ///
    /// # Errors
    /// There is not enough memory.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "PopulationNode")] output: &JsValue,
    ) -> Result<Self, Error> {
        let output = node("new Tape", output)?;
        let tape = popgrad::Tape::record(&output).map_err(refused("new Tape"))?;
        let output = tape.slot(&output).map_err(refused("new Tape"))?;
        Ok(Self {
            tape,
            output,
            descent: None,
        })
    }

    /// Gives a leaf new values on the tape; the node itself keeps its own.
    ///
    /// # Errors
    /// The node is not a leaf of this tape, or the number of members differs.
    pub fn set(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode")] leaf: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number | number[] | number[][] | Float64Array")]
        members: &JsValue,
    ) -> Result<(), Error> {
        let slot = self.slot("set", leaf)?;
        let members = values("set", members)?;
        self.tape.set(slot, &members).map_err(refused("set"))
    }

    /// Computes every node from the leaves.
    pub fn forward(&mut self) {
        self.tape.forward();
    }

    /// Computes the cotangent of every node: how the output (the sum of its members) changes with it.
    ///
    /// # Errors
    /// `root` is not on this tape.
    pub fn backward(
        &mut self,
        #[wasm_bindgen(unchecked_optional_param_type = "PopulationNode")] root: &JsValue,
    ) -> Result<(), Error> {
        let root = if root.is_undefined() {
            self.output
        } else {
            self.slot("backward", root)?
        };
        self.tape.backward(root).map_err(refused("backward"))
    }

    /// The members of a node after the last `forward()` or descent.
    ///
    /// # Errors
    /// The node is not on this tape.
    pub fn value(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode")] node: &JsValue,
    ) -> Result<Float64Array, Error> {
        let slot = self.slot("value", node)?;
        copied(self.tape.value(slot).map_err(refused("value"))?)
    }

    /// The cotangent of a node after the last `backward()`: its gradient.
    ///
    /// # Errors
    /// The node is not on this tape.
    pub fn cotangent(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode")] node: &JsValue,
    ) -> Result<Float64Array, Error> {
        let slot = self.slot("cotangent", node)?;
        copied(self.tape.cotangent(slot).map_err(refused("cotangent"))?)
    }

    /// The gradient of any node on the tape with respect to any other.
    ///
    /// # Errors
    /// One of the two is not on this tape.
    pub fn gradient(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode")] of: &JsValue,
        #[wasm_bindgen(js_name = withRespectTo, unchecked_param_type = "PopulationNode")]
        with_respect_to: &JsValue,
    ) -> Result<Float64Array, Error> {
        let of = self.slot("gradient", of)?;
        let with_respect_to = self.slot("gradient", with_respect_to)?;
        let gradient = self.tape.gradient(of, with_respect_to);
        copied(gradient.map_err(refused("gradient"))?)
    }

    /// Makes `count` steps of gradient descent on the output and returns the loss before each.
    /// `stepSizes` is one number for all parameters or one for each.
    ///
    /// # Errors
    /// A parameter is not a leaf of this tape, or there are not as many step sizes as parameters.
    pub fn descend(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode[]")] parameters: &JsValue,
        #[wasm_bindgen(js_name = stepSizes, unchecked_param_type = "number | number[] | Float64Array")]
        step_sizes: &JsValue,
        #[wasm_bindgen(js_name = count, unchecked_param_type = "number")] steps: &JsValue,
    ) -> Result<Vec<f64>, Error> {
        const CALL: &str = "descend";
        let parameters = self.slots(CALL, parameters)?;
        let step_sizes = spread(values(CALL, step_sizes)?, parameters.len())?;
        let mut losses = zeros(count(CALL, steps)?).map_err(refused(CALL))?;
        let descent = match self.descent.take() {
            Some((known, descent)) if known == parameters => with_steps(descent, &step_sizes),
            _ => {
                let moving: Vec<_> = parameters.iter().copied().zip(step_sizes).collect();
                self.tape.descent(self.output, &moving)
            }
        };
        let descent = descent.map_err(refused(CALL))?;
        descent
            .run_recording(&mut self.tape, &mut losses)
            .map_err(refused(CALL))?;
        self.descent = Some((parameters, descent));
        Ok(losses)
    }

    /// The product of the output's Hessian with a vector, exact: no step size is involved. The
    /// vector holds the members of the leaves one after another.
    ///
    /// # Errors
    /// One of `leaves` is not a leaf of this tape, or the vector has another length.
    #[wasm_bindgen(js_name = "hessianVector")]
    pub fn hessian_vector(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode[]")] leaves: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number | number[] | Float64Array")] vector: &JsValue,
    ) -> Result<Vec<f64>, Error> {
        const CALL: &str = "hessianVector";
        let vector = values(CALL, vector)?;
        let leaves = self.slots(CALL, leaves)?;
        let mut product = zeros(vector.len()).map_err(refused(CALL))?;
        self.tape
            .hessian(self.output, &leaves)
            .and_then(|mut hessian| hessian.multiply(&mut self.tape, &vector, &mut product))
            .map_err(refused(CALL))?;
        Ok(product)
    }

    /// The largest eigenvalue of the output's Hessian: the sharpness, where the output is a loss.
    /// Ends when the residual is below `tolerance` times the eigenvalue, or after `products`
    /// Hessian-vector products.
    ///
    /// # Errors
    /// One of `leaves` is not a leaf of this tape.
    #[wasm_bindgen(js_name = "largestEigenvalue", unchecked_return_type = "Eigenvalue")]
    pub fn largest_eigenvalue(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PopulationNode[]")] leaves: &JsValue,
        tolerance: f64,
        #[wasm_bindgen(unchecked_param_type = "number")] products: &JsValue,
    ) -> Result<JsValue, Error> {
        const CALL: &str = "largestEigenvalue";
        let products = count(CALL, products)?;
        let leaves = self.slots(CALL, leaves)?;
        let found = self
            .tape
            .hessian(self.output, &leaves)
            .and_then(|mut hessian| hessian.largest_eigenvalue(&mut self.tape, tolerance, products))
            .map_err(refused(CALL))?;
        to_javascript(&Eigenvalue {
            value: found.value,
            vector: found.vector,
            residual: found.residual,
            products: found.products,
        })
    }

    fn slots(&self, call: &'static str, list: &JsValue) -> Result<Vec<Slot>, Error> {
        nodes(call, list)?
            .iter()
            .map(|node| self.tape.slot(node).map_err(refused(call)))
            .collect()
    }

    fn slot(&self, call: &'static str, value: &JsValue) -> Result<Slot, Error> {
        self.tape.slot(&node(call, value)?).map_err(refused(call))
    }
}

#[derive(Serialize)]
struct Eigenvalue {
    value: f64,
    vector: Vec<f64>,
    residual: f64,
    products: usize,
}

/// The same descent with other step sizes.
fn with_steps(mut descent: Descent, step_sizes: &[f64]) -> Result<Descent, popgrad::Error> {
    for (parameter, step_size) in step_sizes.iter().enumerate() {
        descent.set_step_size(parameter, *step_size)?;
    }
    Ok(descent)
}

/// One step size for all, or as many as there are parameters.
fn spread(step_sizes: Vec<f64>, parameters: usize) -> Result<Vec<f64>, Error> {
    match step_sizes[..] {
        [one] => Ok(vec![one; parameters]),
        _ if step_sizes.len() == parameters => Ok(step_sizes),
        _ => Err(Error::Kind {
            call: "descend",
            given: format!(
                "{} step sizes for {parameters} parameters",
                step_sizes.len()
            ),
            expected: "one for all or one for each",
        }),
    }
}
