//! JavaScript values in (a number, a list, a list of lists, a typed array or a node becomes a node),
//! plain data out.

use std::cell::RefCell;

use js_sys::{Array, Float64Array};
use popgrad::{PopulationNode as Node, Shape};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::Error;

const EXPECTED: &str = "a number, a list of numbers, a list of such lists (a matrix), a Float64Array or a PopulationNode";

#[wasm_bindgen]
extern "C" {
    /// Anything that has the hidden method by which a `PopulationNode` lends its handle.
    type Lender;

    #[wasm_bindgen(method, structural, catch, js_name = "__lend")]
    fn lend(this: &Lender) -> Result<(), JsValue>;
}

thread_local! {
    /// The handle that a node has just lent. A node cannot be borrowed through a union type, and a
    /// second JavaScript object for every operand would cost more than the operation.
    static LENT: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// Puts a node's handle where [`operand`] takes it.
pub(crate) fn lend(node: &Node) {
    LENT.with_borrow_mut(|lent| *lent = Some(node.clone()));
}

/// The node that a value stands for: itself, or a new leaf.
pub(crate) fn operand(call: &'static str, value: &JsValue) -> Result<Node, Error> {
    if let Some(number) = value.as_f64() {
        return made(call, Node::try_new(number));
    }
    if value.is_object() && !Array::is_array(value) && !value.has_type::<Float64Array>() {
        return borrowed(value).ok_or_else(|| kind(call, value));
    }
    leaf(call, value)
}

/// The node that a value is; numbers are not one.
pub(crate) fn node(call: &'static str, value: &JsValue) -> Result<Node, Error> {
    let lent = if value.is_object() {
        borrowed(value)
    } else {
        None
    };
    lent.ok_or_else(|| Error::Kind {
        call,
        given: described(value),
        expected: "a PopulationNode that has not been freed",
    })
}

/// A new leaf from a number, a list, a list of lists or a typed array.
pub(crate) fn leaf(call: &'static str, value: &JsValue) -> Result<Node, Error> {
    if let Some(number) = value.as_f64() {
        return made(call, Node::try_new(number));
    }
    if let Some(array) = value.dyn_ref::<Float64Array>() {
        return made(call, Node::try_new(copied(call, array)?));
    }
    if !Array::is_array(value) {
        return Err(kind(call, value));
    }
    let list: &Array = value.unchecked_ref();
    checked(call, list.length())?;
    if Array::is_array(&list.get(0)) {
        matrix(call, list)
    } else {
        made(call, Node::try_new(members(call, list)?))
    }
}

/// The node that was made; what was empty is said in the words of the call.
fn made(call: &'static str, node: Result<Node, popgrad::Error>) -> Result<Node, Error> {
    node.map_err(|error| {
        if error == popgrad::Error::Empty {
            empty(call)
        } else {
            error.into()
        }
    })
}

/// The shape of a list of so many members.
fn checked(call: &'static str, members: u32) -> Result<usize, Error> {
    let members = members as usize;
    if members == 0 {
        return Err(empty(call));
    }
    Shape::population(members)?;
    Ok(members)
}

fn empty(call: &'static str) -> Error {
    Error::Kind {
        call,
        given: "an empty list, []".to_owned(),
        expected: "one number or more for the members of a node",
    }
}

/// The members of a typed array. Their number is checked and room for them is asked for before
/// anything is copied.
fn copied(call: &'static str, array: &Float64Array) -> Result<Vec<f64>, Error> {
    let members = checked(call, array.length())?;
    let mut copy = room(members)?;
    copy.resize(members, 0.0);
    array.copy_to(&mut copy);
    Ok(copy)
}

/// An empty list with room for so many members.
fn room(members: usize) -> Result<Vec<f64>, Error> {
    let mut list = Vec::new();
    list.try_reserve_exact(members)
        .map_err(|_| popgrad::Error::OutOfMemory { members })?;
    Ok(list)
}

/// The list that a value is; anything else is an error.
pub(crate) fn list<'a>(call: &'static str, value: &'a JsValue) -> Result<&'a Array, Error> {
    if Array::is_array(value) {
        return Ok(value.unchecked_ref());
    }
    Err(Error::Kind {
        call,
        given: described(value),
        expected: "a list of PopulationNodes",
    })
}

/// The members of a leaf's new value, in row-major order.
pub(crate) fn values(call: &'static str, value: &JsValue) -> Result<Vec<f64>, Error> {
    Ok(leaf(call, value)?.value())
}

/// A number that counts something.
pub(crate) fn whole(call: &'static str, number: f64) -> Result<usize, Error> {
    // Every whole number up to this one is a number of its own.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && (0.0..=LARGEST).contains(&number) {
        return Ok(number as usize);
    }
    Err(Error::Kind {
        call,
        given: number.to_string(),
        expected: "a whole number, 0 or more",
    })
}

/// Plain objects and arrays, as JavaScript would write them.
pub(crate) fn to_javascript<Data: Serialize>(data: &Data) -> Result<JsValue, Error> {
    Ok(data.serialize(&Serializer::json_compatible())?)
}

fn matrix(call: &'static str, rows: &Array) -> Result<Node, Error> {
    let mut all = Vec::new();
    let mut columns = None;
    for row in rows.iter() {
        if !Array::is_array(&row) {
            return Err(kind(call, &row));
        }
        let row = members(call, row.unchecked_ref())?;
        if *columns.get_or_insert(row.len()) != row.len() {
            return Err(Error::Kind {
                call,
                given: format!("rows of {} and {} members", columns.unwrap_or(0), row.len()),
                expected: "rows of one length",
            });
        }
        all.extend(row);
        Shape::population(all.len())?;
    }
    Ok(Node::try_matrix(
        rows.length() as usize,
        columns.unwrap_or(0),
        all,
    )?)
}

fn members(call: &'static str, list: &Array) -> Result<Vec<f64>, Error> {
    let mut members = room(list.length() as usize)?;
    for member in list.iter() {
        members.push(member.as_f64().ok_or_else(|| kind(call, &member))?);
    }
    Ok(members)
}

fn borrowed(value: &JsValue) -> Option<Node> {
    value.unchecked_ref::<Lender>().lend().ok()?;
    LENT.with_borrow_mut(Option::take)
}

fn kind(call: &'static str, value: &JsValue) -> Error {
    Error::Kind {
        call,
        given: described(value),
        expected: EXPECTED,
    }
}

/// A value as a person would recognise it: its text where it is short, else its type.
fn described(value: &JsValue) -> String {
    const LONGEST: usize = 40;
    if let Some(text) = value.as_string() {
        let short: String = text.chars().take(LONGEST).collect();
        let dots = if short.len() < text.len() { "…" } else { "" };
        return format!("the text \"{short}{dots}\"");
    }
    if value.is_null() || value.is_undefined() || value.as_bool().is_some() {
        return format!("{value:?}")
            .trim_start_matches("JsValue(")
            .trim_end_matches(')')
            .to_owned();
    }
    let name = value.js_typeof().as_string().unwrap_or_default();
    format!("a value of type {name}")
}
