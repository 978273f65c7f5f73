//! The operations as methods of the JavaScript class `PopulationNode`: one thin line each.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{list, operand, to_javascript, whole};
use crate::{Error, PopulationNode};

/// Operations of one node.
macro_rules! unary {
    ($($method:ident => $function:ident, $about:literal;)*) => {
        #[wasm_bindgen]
        impl PopulationNode {
            $(
                #[doc = $about]
                ///
                /// # Errors
                /// There is not enough memory for the result.
                pub fn $method(&self) -> Result<Self, Error> {
                    Ok(Self(self.0.$function()?))
                }
            )*
        }
    };
}

/// Operations of a node and another node or numbers.
macro_rules! binary {
    ($($method:ident => $function:ident, $about:literal;)*) => {
        #[wasm_bindgen]
        impl PopulationNode {
            $(
                #[doc = $about]
                ///
                /// # Errors
                /// The shapes do not go together, or `other` is neither a node nor numbers.
                pub fn $method(
                    &self,
                    #[wasm_bindgen(unchecked_param_type =
                        "PopulationNode | number | number[] | number[][] | Float64Array")]
                    other: &JsValue,
                ) -> Result<Self, Error> {
                    Ok(Self(self.0.$function(&operand(stringify!($method), other)?)?))
                }
            )*
        }
    };
}

/// Operations that reduce all members to one, or a matrix along an axis to a population.
macro_rules! reductions {
    ($($method:ident => $function:ident, $along:ident, $about:literal;)*) => {
        #[wasm_bindgen]
        impl PopulationNode {
            $(
                #[doc = $about]
                /// With axis 0 of each column, with axis 1 of each row of a matrix.
                ///
                /// # Errors
                /// There is no such axis.
                pub fn $method(&self, axis: Option<f64>) -> Result<Self, Error> {
                    Ok(Self(match axis {
                        None => self.0.$function()?,
                        Some(axis) => self.0.$along(whole(stringify!($method), axis)?)?,
                    }))
                }
            )*
        }
    };
}

unary! {
    neg => try_neg, "Each member with its sign turned.";
    exp => try_exp, "e to the power of each member.";
    ln => try_ln, "The natural logarithm of each member.";
    tanh => try_tanh, "The hyperbolic tangent of each member.";
    sigmoid => try_sigmoid, "1 / (1 + e^-x) of each member.";
    relu => try_relu, "Each member where it is positive, else 0.";
    softplus => try_softplus, "ln(1 + e^x) of each member.";
    gelu => try_gelu, "The Gaussian error linear unit of each member, in its tanh form.";
    silu => try_silu, "Each member times its sigmoid.";
    sin => try_sin, "The sine of each member, in radians.";
    cos => try_cos, "The cosine of each member, in radians.";
    sqrt => try_sqrt, "The square root of each member.";
    square => try_square, "Each member times itself.";
    abs => try_abs, "Each member without its sign.";
    reciprocal => try_reciprocal, "1 divided by each member.";
    transpose => try_transpose, "The matrix with rows and columns exchanged.";
    flatten => try_flatten, "All members in one population.";
    detach => try_detach, "The same values; no gradient flows back through it.";
}

binary! {
    add => try_add, "This plus the other, member by member.";
    sub => try_sub, "This minus the other, member by member.";
    mul => try_mul, "This times the other, member by member.";
    div => try_div, "This divided by the other, member by member.";
    maximum => try_maximum, "The larger of the two, member by member.";
    minimum => try_minimum, "The smaller of the two, member by member.";
    matmul => try_matmul, "The product of two matrices.";
}

reductions! {
    sum => try_sum, try_sum_axis, "The sum of all members, added from left to right.";
    mean => try_mean, try_mean_axis, "The mean of all members.";
    max => try_max, try_max_axis, "The largest member; equal ones share its gradient.";
    min => try_min, try_min_axis, "The smallest member; equal ones share its gradient.";
    prod => try_prod, try_prod_axis, "The product of all members.";
    logsumexp => try_logsumexp, try_logsumexp_axis, "ln of the sum of e^x over all members.";
    norm => try_norm, try_norm_axis, "The square root of the sum of squares of all members.";
}

#[wasm_bindgen]
impl PopulationNode {
    /// Each member to the power of `exponent`.
    ///
    /// # Errors
    /// There is not enough memory for the result.
    pub fn powf(&self, exponent: f64) -> Result<Self, Error> {
        Ok(Self(self.0.try_powf(exponent)?))
    }

    /// One member of a population, or one row of a matrix, counted from 0.
    ///
    /// # Errors
    /// There is no such member.
    pub fn index(&self, at: f64) -> Result<Self, Error> {
        Ok(Self(self.0.try_index(whole("index", at)?)?))
    }

    /// Members or rows from `start` up to, not including, `end`.
    ///
    /// # Errors
    /// The range is empty or reaches beyond the members.
    pub fn slice(&self, start: f64, end: f64) -> Result<Self, Error> {
        Ok(Self(
            self.0
                .try_slice(whole("slice", start)?, whole("slice", end)?)?,
        ))
    }

    /// The same members as a matrix, row by row.
    ///
    /// # Errors
    /// `rows` times `columns` is not the number of members.
    pub fn reshape(&self, rows: f64, columns: f64) -> Result<Self, Error> {
        Ok(Self(self.0.try_reshape(
            whole("reshape", rows)?,
            whole("reshape", columns)?,
        )?))
    }

    /// Populations one after another, or matrices one below the other.
    ///
    /// # Errors
    /// The list is empty, or the shapes do not go together.
    pub fn concatenate(
        #[wasm_bindgen(
            unchecked_param_type = "(PopulationNode | number | number[] | number[][] | Float64Array)[]"
        )]
        parts: &JsValue,
    ) -> Result<Self, Error> {
        let parts: Vec<_> = list("concatenate", parts)?
            .iter()
            .map(|part| operand("concatenate", &part))
            .collect::<Result<_, _>>()?;
        Ok(Self(popgrad::PopulationNode::try_concatenate(&parts)?))
    }
}

/// An operation's documentation as a plain object.
#[derive(Serialize)]
struct Operation {
    name: &'static str,
    formula: &'static str,
    vjp: &'static str,
    shapes: &'static str,
    domain: &'static str,
    kink: Option<&'static str>,
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** An operation: its value and what it sends back, as formulas of the input x (or a, b), the output y and its cotangent g. */
export interface Operation { readonly name: string; readonly formula: string; readonly vjp: string; readonly shapes: string; readonly domain: string; readonly kink: string | null; }
"#;

/// The documentation of every operation, in the engine's own words.
///
/// ```js
/// const tanh = operations().find((operation) => operation.name === "tanh");
/// tanh.vjp; // => g * (1 - y * y)
/// ```
///
/// # Errors
/// The list cannot be turned into JavaScript objects.
#[wasm_bindgen(unchecked_return_type = "Operation[]")]
pub fn operations() -> Result<JsValue, Error> {
    let all: Vec<_> = popgrad::operations()
        .iter()
        .map(|info| Operation {
            name: info.name,
            formula: info.formula,
            vjp: info.vjp,
            shapes: info.shapes,
            domain: info.domain,
            kink: info.kink,
        })
        .collect();
    to_javascript(&all)
}
