//! The operations by their places, and their declarations: one line each. The JavaScript class takes its methods
//! from these lists.

use popgrad::{Error as EngineError, PopulationNode};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::convert::to_javascript;

type Made = Result<PopulationNode, EngineError>;
type Unary = fn(&PopulationNode) -> Made;
type Binary = fn(&PopulationNode, &PopulationNode) -> Made;
type AlongAxis = fn(&PopulationNode, usize) -> Made;

/// The declarations of methods: they join that of the class.
macro_rules! declared {
    ($section:ident, $($method:ident($parameters:literal), $about:literal;)*) => {
        #[wasm_bindgen(typescript_custom_section)]
        const $section: &str = concat!(
            "export interface PopulationNode {\n",
            $("  /** ", $about, " */\n  ", stringify!($method), "(", $parameters, "): PopulationNode;\n",)*
            "}\n"
        );
    };
}

/// Operations of one node.
macro_rules! unary {
    ($($method:ident => $function:ident, $about:literal;)*) => {
        pub(crate) const UNARY: &[Unary] = &[$(PopulationNode::$function),*];
        pub(crate) const UNARY_NAMES: &str = concat!($(" ", stringify!($method)),*);
        declared! { UNARY_TYPES, $($method(""), $about;)* }
    };
}

/// Operations of a node and another node or numbers.
macro_rules! binary {
    ($($method:ident => $function:ident, $about:literal;)*) => {
        pub(crate) const BINARY: &[Binary] = &[$(PopulationNode::$function),*];
        pub(crate) const BINARY_NAMES: &str = concat!($(" ", stringify!($method)),*);
        declared! { BINARY_TYPES, $($method("other: PopulationNode | Members"), $about;)* }
    };
}

/// Operations that reduce all members to one, or a matrix along an axis to a population.
macro_rules! reductions {
    ($($method:ident => $function:ident, $along:ident, $about:literal;)*) => {
        pub(crate) const REDUCTIONS: &[(Unary, AlongAxis)] =
            &[$((PopulationNode::$function, PopulationNode::$along)),*];
        pub(crate) const REDUCTION_NAMES: &str = concat!($(" ", stringify!($method)),*);
        declared! { REDUCTION_TYPES, $($method("axis?: number | null"), $about;)* }
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
    sum => try_sum, try_sum_axis, "The sum of all members, added from left to right. With axis 0 of each column, with axis 1 of each row of a matrix.";
    mean => try_mean, try_mean_axis, "The mean of all members. With axis 0 of each column, with axis 1 of each row of a matrix.";
    max => try_max, try_max_axis, "The largest member; equal ones share its gradient. With axis 0 of each column, with axis 1 of each row of a matrix.";
    min => try_min, try_min_axis, "The smallest member; equal ones share its gradient. With axis 0 of each column, with axis 1 of each row of a matrix.";
    prod => try_prod, try_prod_axis, "The product of all members. With axis 0 of each column, with axis 1 of each row of a matrix.";
    logsumexp => try_logsumexp, try_logsumexp_axis, "ln of the sum of e^x over all members. With axis 0 of each column, with axis 1 of each row of a matrix.";
    norm => try_norm, try_norm_axis, "The square root of the sum of squares of all members. With axis 0 of each column, with axis 1 of each row of a matrix.";
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
