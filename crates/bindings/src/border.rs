//! The JavaScript side of the border: the class `PopulationNode`, and what it does for the engine.

use js_sys::Float64Array;
use popgrad::PopulationNode as Node;
use wasm_bindgen::prelude::*;

use crate::{Error, arena, operations};

#[wasm_bindgen(module = "/js/population-node.js")]
extern "C" {
    // The class itself, passed on. Only of a function can wasm-bindgen leave out the declaration, which stands in
    // `population-node.d.ts`.
    #[wasm_bindgen(
        js_name = "PopulationNode",
        reexport = "PopulationNode",
        skip_typescript
    )]
    fn population_node_class();

    #[wasm_bindgen(js_name = "defineOperations")]
    fn define_operations(unary: &str, binary: &str, reductions: &str);

    #[wasm_bindgen(catch, js_name = "slotOfNode")]
    fn slot_of_node(value: &JsValue) -> Result<u32, JsValue>;

    #[wasm_bindgen(catch, js_name = "slotsOfNodes")]
    fn slots_of_nodes(value: &JsValue) -> Result<Vec<u32>, JsValue>;
}

#[wasm_bindgen(module = "/js/slots.js")]
extern "C" {
    fn connect(exports: &JsValue);
}

#[wasm_bindgen(module = "/js/message.js")]
extern "C" {
    /// Keeps a text for the JavaScript side.
    pub(crate) fn tell(text: &str);

    #[wasm_bindgen(catch, js_name = "unnamedCount")]
    fn checked_count(number: &JsValue) -> Result<f64, JsValue>;

    /// The exception with the name of the call: a text costs more to pass than what most calls do, so those above go
    /// without one.
    fn named(call: &str, exception: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/js/members.js")]
extern "C" {
    /// Gives the number of members.
    #[wasm_bindgen(catch, js_name = "stageMembers")]
    fn stage_members(value: &JsValue) -> Result<u32, JsValue>;

    #[wasm_bindgen(catch)]
    fn copy(members: &[f64]) -> Result<Float64Array, JsValue>;
}

/// Joins the two sides when the engine starts.
#[wasm_bindgen(start)]
fn start() {
    connect(&wasm_bindgen::exports());
    define_operations(
        operations::UNARY_NAMES,
        operations::BINARY_NAMES,
        operations::REDUCTION_NAMES,
    );
}

/// The node that a value is; numbers are not one.
pub(crate) fn node(call: &'static str, value: &JsValue) -> Result<Node, Error> {
    in_slot(call, slot_of_node(value).map_err(refused(call))?)
}

/// The nodes of a list.
pub(crate) fn nodes(call: &'static str, value: &JsValue) -> Result<Vec<Node>, Error> {
    slots_of_nodes(value)
        .map_err(refused(call))?
        .into_iter()
        .map(|slot| in_slot(call, slot))
        .collect()
}

/// Makes the error of a call for which the JavaScript side refused a value.
fn refused(call: &'static str) -> impl Fn(JsValue) -> Error {
    move |exception| Error::Refused(named(call, &exception))
}

fn in_slot(call: &'static str, slot: u32) -> Result<Node, Error> {
    arena::node(slot).ok_or(Error::Kind {
        call,
        given: "an empty slot".to_owned(),
        expected: "a PopulationNode",
    })
}

/// The numbers that a value is made of, in row-major order.
pub(crate) fn values(call: &'static str, value: &JsValue) -> Result<Vec<f64>, Error> {
    let members = stage_members(value).map_err(refused(call))?;
    Ok(arena::staged(members as usize))
}

/// A number that counts something.
pub(crate) fn count(call: &'static str, number: &JsValue) -> Result<usize, Error> {
    let whole = checked_count(number).map_err(refused(call))?;
    Ok(whole as usize)
}

/// A copy of members for JavaScript.
pub(crate) fn copied(members: &[f64]) -> Result<Float64Array, Error> {
    copy(members).map_err(Error::Refused)
}
