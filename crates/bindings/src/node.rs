//! The JavaScript class `PopulationNode`.

use popgrad::Shape;
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::convert::{leaf, lend, values};

/// A node of a computation graph: a population of numbers (or a matrix), the operation that made
/// it, its parents and its gradient.
///
/// ```js
/// const x = new PopulationNode([1, 2, 3]);
/// const y = x.mul(x).add(x).sum();
/// y.backprop();
/// x.grad; // => 3,5,7
/// y.op; // => sum
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct PopulationNode(pub(crate) popgrad::PopulationNode);

#[wasm_bindgen]
impl PopulationNode {
    /// A leaf from a number, a list of numbers, a list of rows or a `Float64Array`.
    ///
    /// # Errors
    /// An empty list, rows of unequal length, or anything that is not a number.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "number | number[] | number[][] | Float64Array")]
        values: &JsValue,
    ) -> Result<Self, Error> {
        leaf("new PopulationNode", values).map(Self)
    }

    /// Members in row-major order. Setting a leaf's value keeps the leaf's identity.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn value(&self) -> Vec<f64> {
        self.0.value()
    }

    /// Gives a leaf new values, as many as it has members.
    ///
    /// ```js
    /// const x = new PopulationNode([[1, 2], [3, 4]]);
    /// x.value = [[5, 6], [7, 8]];
    /// x.sum(0).value; // => 12,14
    /// x.shape; // => 2,2
    /// ```
    ///
    /// # Errors
    /// The node is not a leaf, or the number of members differs.
    #[wasm_bindgen(setter)]
    pub fn set_value(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number | number[] | number[][] | Float64Array")]
        members: &JsValue,
    ) -> Result<(), Error> {
        Ok(self.0.try_set_value(values("value", members)?)?)
    }

    /// How many members: `[n]` for a population, `[rows, columns]` for a matrix.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn shape(&self) -> Vec<u32> {
        let length = |length: usize| length as u32;
        match self.0.shape() {
            Shape::Population(members) => vec![length(members)],
            Shape::Matrix { rows, columns } => vec![length(rows), length(columns)],
        }
    }

    /// The gradient, one number a member; 0 where no `backprop()` has come by.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn grad(&self) -> Vec<f64> {
        self.0.grad()
    }

    /// The name of the operation that made this node; `leaf` for an input.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn op(&self) -> String {
        self.0.op().to_owned()
    }

    /// The nodes that this one was computed from, in order.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn parents(&self) -> Vec<PopulationNode> {
        self.0.parents().into_iter().map(Self).collect()
    }

    /// Adds the gradient of this node to that of every leaf it depends on.
    ///
    /// # Errors
    /// There is not enough memory for the gradients.
    pub fn backprop(&self) -> Result<(), Error> {
        Ok(self.0.try_backprop()?)
    }

    /// The same with a cotangent of this node to begin with instead of ones.
    ///
    /// # Errors
    /// There are not as many numbers as members.
    #[wasm_bindgen(js_name = "backpropWith")]
    pub fn backprop_with(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number | number[] | number[][] | Float64Array")]
        seed: &JsValue,
    ) -> Result<(), Error> {
        Ok(self.0.try_backprop_with(&values("backpropWith", seed)?)?)
    }

    /// Sets the gradient of this node and of all that it depends on to 0.
    #[wasm_bindgen(js_name = "zeroGrad")]
    pub fn zero_grad(&self) {
        self.0.zero_grad();
    }

    /// The node as one line of text, numbers as Python prints them.
    #[wasm_bindgen(js_name = "toString")]
    #[must_use]
    pub fn text(&self) -> String {
        self.0.to_string()
    }

    #[doc(hidden)]
    #[wasm_bindgen(js_name = "__lend", skip_typescript)]
    pub fn lend(&self) {
        lend(&self.0);
    }
}
