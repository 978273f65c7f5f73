//! What the JavaScript class `PopulationNode` calls: functions of numbers alone, which cross the border for next to
//! nothing. A node is named by its slot. A call that is refused says why by `tell`, unless a slot is empty, and gives
//! what its documentation names.

use std::cell::RefCell;

use popgrad::{Error, PopulationNode, Shape};
use wasm_bindgen::prelude::*;

use crate::arena;
use crate::border::tell;
use crate::error::refused;
use crate::operations::{BINARY, REDUCTIONS, UNARY};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../js/population-node.d.ts");

thread_local! {
    /// The parts of the next concatenation.
    static PARTS: RefCell<Vec<PopulationNode>> = const { RefCell::new(Vec::new()) };
}

/// The engine's nodes by their slots.
#[wasm_bindgen(private, skip_typescript)]
#[derive(Debug)]
pub struct Nodes;

/// Making and dropping. What makes a node puts it into the slot `into` and gives the number of its members, or 0.
#[wasm_bindgen]
impl Nodes {
    /// The address of room for so many members, or 0.
    #[must_use]
    pub fn room(members: f64) -> u32 {
        success(Some(arena::room(members as usize))).unwrap_or(0)
    }

    /// The address of room for a few members, always the same.
    #[wasm_bindgen(js_name = "roomOfFew")]
    #[must_use]
    pub fn room_of_few() -> u32 {
        arena::room_of_few()
    }

    /// A leaf of so many members in the room for them: so many rows, or a population for 0.
    #[must_use]
    pub fn leaf(members: usize, rows: usize, into: u32) -> u32 {
        let population = arena::population(members);
        let leaf = match rows {
            0 => PopulationNode::try_new(population),
            rows => PopulationNode::try_matrix(rows, members / rows, population),
        };
        kept(Some(leaf), into)
    }

    /// The operation of one node that has this place in their list.
    #[must_use]
    pub fn unary(operation: usize, node: u32, into: u32) -> u32 {
        kept(arena::with(node, UNARY[operation]), into)
    }

    /// The operation of two nodes that has this place in their list.
    #[must_use]
    pub fn binary(operation: usize, left: u32, right: u32, into: u32) -> u32 {
        kept(arena::with_both(left, right, BINARY[operation]), into)
    }

    /// The reduction that has this place in their list, along an axis, or whole where that is negative.
    #[must_use]
    pub fn reduce(operation: usize, node: u32, axis: f64, into: u32) -> u32 {
        let (whole, along) = REDUCTIONS[operation];
        let reduced = |node: &PopulationNode| {
            if axis < 0.0 {
                whole(node)
            } else {
                along(node, axis as usize)
            }
        };
        kept(arena::with(node, reduced), into)
    }

    /// Each member to the power of `exponent`.
    #[must_use]
    pub fn powf(node: u32, exponent: f64, into: u32) -> u32 {
        kept(arena::with(node, |node| node.try_powf(exponent)), into)
    }

    /// One member or row.
    #[must_use]
    pub fn index(node: u32, at: f64, into: u32) -> u32 {
        kept(arena::with(node, |node| node.try_index(at as usize)), into)
    }

    /// Members or rows from `start` up to `end`.
    #[must_use]
    pub fn slice(node: u32, start: f64, end: f64, into: u32) -> u32 {
        let slice = |node: &PopulationNode| node.try_slice(start as usize, end as usize);
        kept(arena::with(node, slice), into)
    }

    /// The same members as a matrix.
    #[must_use]
    pub fn reshape(node: u32, rows: f64, columns: f64, into: u32) -> u32 {
        let reshaped = |node: &PopulationNode| node.try_reshape(rows as usize, columns as usize);
        kept(arena::with(node, reshaped), into)
    }

    /// Forgets what was to be concatenated.
    #[wasm_bindgen(js_name = "clearParts")]
    pub fn clear_parts() {
        PARTS.take();
    }

    /// Adds a node to what will be concatenated; gives 0 for an empty slot.
    #[wasm_bindgen(js_name = "addPart")]
    #[must_use]
    pub fn add_part(node: u32) -> u32 {
        let add = |node| PARTS.with_borrow_mut(|parts| parts.push(node));
        arena::node(node).map(add).is_some().into()
    }

    /// The parts one after another.
    #[must_use]
    pub fn concatenate(into: u32) -> u32 {
        kept(Some(PopulationNode::try_concatenate(&PARTS.take())), into)
    }

    /// The parent that has this place.
    #[must_use]
    pub fn parent(node: u32, place: usize, into: u32) -> u32 {
        let parent = |node: PopulationNode| node.parents().get(place).cloned();
        kept(arena::node(node).and_then(parent).map(Ok), into)
    }

    /// Empties a slot.
    pub fn free(node: u32) {
        arena::free(node);
    }

    /// Empties so many slots from the first on.
    #[wasm_bindgen(js_name = "freeRange")]
    pub fn free_range(first: u32, count: u32) {
        (first..first + count).for_each(arena::free);
    }
}

/// Reading and passing gradients. What fails gives 0 if nothing else is named.
#[wasm_bindgen]
impl Nodes {
    /// The address of the members.
    #[must_use]
    pub fn value(node: u32) -> u32 {
        let shown = |node: &PopulationNode| arena::shown(&node.values());
        success(arena::with(node, shown)).unwrap_or(0)
    }

    /// The address of the gradient; 1 if it is zeros.
    #[must_use]
    pub fn gradient(node: u32) -> u32 {
        let shown = |node: &PopulationNode| match &*node.gradients() {
            [] => Ok(1),
            gradients => arena::shown(gradients),
        };
        success(arena::with(node, shown)).unwrap_or(0)
    }

    /// Gives a leaf the members in the room that was made for them.
    #[must_use]
    pub fn set(node: u32, members: usize) -> u32 {
        let set = |node: &PopulationNode| node.try_set_value(arena::population(members));
        done(named("value", arena::with(node, set)))
    }

    /// Passes the gradient back.
    #[must_use]
    pub fn backprop(node: u32) -> u32 {
        done(arena::with(node, PopulationNode::try_backprop))
    }

    /// Passes the members in the room that was made for them back.
    #[wasm_bindgen(js_name = "backpropWith")]
    #[must_use]
    pub fn backprop_with(node: u32, members: usize) -> u32 {
        let pass_back = |node: &PopulationNode| node.try_backprop_with(&arena::staged(members));
        done(named("backpropWith", arena::with(node, pass_back)))
    }

    /// Sets gradients to 0.
    #[wasm_bindgen(js_name = "zeroGrad")]
    #[must_use]
    pub fn zero_grad(node: u32) -> u32 {
        arena::with(node, PopulationNode::zero_grad)
            .is_some()
            .into()
    }

    /// The number of rows, 0 for a population, -1 for an empty slot.
    #[must_use]
    pub fn rows(node: u32) -> i32 {
        arena::with(node, PopulationNode::shape).map_or(-1, |shape| match shape {
            Shape::Population(_) => 0,
            Shape::Matrix { rows, .. } => rows as i32,
        })
    }

    /// The number of parents, -1 for an empty slot.
    #[must_use]
    pub fn parents(node: u32) -> i32 {
        arena::with(node, |node| node.parents().len() as i32).unwrap_or(-1)
    }

    /// Tells the operation that made the node.
    #[must_use]
    pub fn op(node: u32) -> u32 {
        arena::with(node, |node| tell(node.op())).is_some().into()
    }

    /// Tells the node as one line of text.
    #[must_use]
    pub fn text(node: u32) -> u32 {
        let text = |node: &PopulationNode| tell(&node.to_string());
        arena::with(node, text).is_some().into()
    }
}

/// Keeps a node that was made and gives the number of its members, or 0.
fn kept(made: Option<Result<PopulationNode, Error>>, into: u32) -> u32 {
    let kept = made.map(|made| -> Result<u32, Error> {
        let node = made?;
        let members = node.len() as u32;
        arena::put(into, node)?;
        Ok(members)
    });
    success(kept).unwrap_or(0)
}

fn done<Reason: ToString>(result: Option<Result<(), Reason>>) -> u32 {
    success(result).is_some().into()
}

/// The result of a call that JavaScript names in another way than the engine.
fn named<Answer>(
    call: &'static str,
    result: Option<Result<Answer, Error>>,
) -> Option<Result<Answer, crate::Error>> {
    Some(result?.map_err(refused(call)))
}

/// What came of a call. An error is told; an empty slot is not.
fn success<Answer, Reason: ToString>(result: Option<Result<Answer, Reason>>) -> Option<Answer> {
    match result? {
        Ok(answer) => Some(answer),
        Err(error) => {
            tell(&error.to_string());
            None
        }
    }
}
