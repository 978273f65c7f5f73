//! The JavaScript class `Tape`.

use popgrad::Slot;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{list, node, to_javascript, values, whole};
use crate::{Error, PopulationNode};

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
}

#[wasm_bindgen]
impl Tape {
    /// Records the graph below `output`, with the values that its nodes have now.
    ///
    /// # Errors
    /// There is not enough memory.
    #[wasm_bindgen(constructor)]
    pub fn new(output: &PopulationNode) -> Result<Self, Error> {
        let tape = popgrad::Tape::record(&output.0)?;
        let output = tape.slot(&output.0)?;
        Ok(Self { tape, output })
    }

    /// Gives a leaf new values on the tape; the node itself keeps its own.
    ///
    /// # Errors
    /// The node is not a leaf of this tape, or the number of members differs.
    pub fn set(
        &mut self,
        leaf: &PopulationNode,
        #[wasm_bindgen(unchecked_param_type = "number | number[] | number[][] | Float64Array")]
        members: &JsValue,
    ) -> Result<(), Error> {
        let slot = self.tape.slot(&leaf.0)?;
        Ok(self.tape.set(slot, &values("set", members)?)?)
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
        Ok(self.tape.backward(root)?)
    }

    /// The members of a node after the last `forward()` or descent.
    ///
    /// # Errors
    /// The node is not on this tape.
    pub fn value(&self, node: &PopulationNode) -> Result<Vec<f64>, Error> {
        Ok(self.tape.value(self.tape.slot(&node.0)?)?.to_vec())
    }

    /// The cotangent of a node after the last `backward()`: its gradient.
    ///
    /// # Errors
    /// The node is not on this tape.
    pub fn cotangent(&self, node: &PopulationNode) -> Result<Vec<f64>, Error> {
        Ok(self.tape.cotangent(self.tape.slot(&node.0)?)?.to_vec())
    }

    /// The gradient of any node on the tape with respect to any other.
    ///
    /// # Errors
    /// One of the two is not on this tape.
    pub fn gradient(
        &mut self,
        of: &PopulationNode,
        with_respect_to: &PopulationNode,
    ) -> Result<Vec<f64>, Error> {
        let (of, with_respect_to) = (self.tape.slot(&of.0)?, self.tape.slot(&with_respect_to.0)?);
        Ok(self.tape.gradient(of, with_respect_to)?.to_vec())
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
        count: f64,
    ) -> Result<Vec<f64>, Error> {
        let parameters = self.slots("descend", parameters)?;
        let step_sizes = spread(values("descend", step_sizes)?, parameters.len())?;
        let moving: Vec<_> = parameters.into_iter().zip(step_sizes).collect();
        let count = whole("descend", count)?;
        popgrad::Shape::population(count.max(1))?;
        let mut losses = vec![0.0; count];
        self.tape
            .descent(self.output, &moving)?
            .run_recording(&mut self.tape, &mut losses)?;
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
        let vector = values("hessianVector", vector)?;
        let leaves = self.slots("hessianVector", leaves)?;
        let mut product = vec![0.0; vector.len()];
        let mut hessian = self.tape.hessian(self.output, &leaves)?;
        hessian.multiply(&mut self.tape, &vector, &mut product)?;
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
        products: f64,
    ) -> Result<JsValue, Error> {
        let products = whole("largestEigenvalue", products)?;
        let leaves = self.slots("largestEigenvalue", leaves)?;
        let mut hessian = self.tape.hessian(self.output, &leaves)?;
        let found = hessian.largest_eigenvalue(&mut self.tape, tolerance, products)?;
        to_javascript(&Eigenvalue {
            value: found.value,
            vector: found.vector,
            residual: found.residual,
            products: found.products,
        })
    }

    fn slots(&self, call: &'static str, nodes: &JsValue) -> Result<Vec<Slot>, Error> {
        list(call, nodes)?
            .iter()
            .map(|value| self.slot(call, &value))
            .collect()
    }

    fn slot(&self, call: &'static str, value: &JsValue) -> Result<Slot, Error> {
        Ok(self.tape.slot(&node(call, value)?)?)
    }
}

#[derive(Serialize)]
struct Eigenvalue {
    value: f64,
    vector: Vec<f64>,
    residual: f64,
    products: usize,
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
