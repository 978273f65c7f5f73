//! Reverse-mode automatic differentiation over populations of numbers, to the same digits on every platform.
//!
//! ```
//! use popgrad::PopulationNode;
//!
//! let x = PopulationNode::new([1.0, 2.0, 3.0]);
//! let y = &x * &x + &x;
//! y.sum().backprop();
//! assert_eq!(x.grad(), [3.0, 5.0, 7.0]); // 2x + 1
//! ```
//!
//! # What there is
//!
//! - [`PopulationNode`] builds a graph while it computes: one handle per node, [`backprop`](PopulationNode::backprop) from
//!   any of them, [`grad`](PopulationNode::grad) on all. For people who type, and for graphs that differ every time.
//! - [`Tape`] is such a graph laid flat, for what repeats: set the leaves, run forward and backward, without allocating.
//!   From it come [`Descent`], which makes many steps of gradient descent at once, and [`Hessian`], with exact
//!   Hessian-vector products and the largest eigenvalue.
//! - [`operations`] lists the operations with formula, vjp, domain and behaviour at kinks.
//! - [`check_gradient`] compares any function's gradient with its slope; [`Random`] gives seeded numbers;
//!   [`self_check`] condenses all the engine's digits into one number.
//!
//! Every method of `PopulationNode` that can fail comes in two forms: `tanh` panics with the message of the [`Error`] that
//! `try_tanh` returns. The methods of `Tape` return errors.
//!
//! # How a backward pass works
//!
//! Take `z = sum(x * x + x)` at `x = [1, 2, 3]`. Computing it makes four nodes, each of which remembers its parents:
//!
//! | node | operation | parents | value |
//! |---|---|---|---|
//! | `x` | leaf | none | `[1, 2, 3]` |
//! | `p` | mul | `x`, `x` | `[1, 4, 9]` |
//! | `y` | add | `p`, `x` | `[2, 6, 12]` |
//! | `z` | sum | `y` | `[20]` |
//!
//! A node is made after its parents, so the order of creation is an order in which every value is there when it is needed.
//! Backward, the same order is walked in reverse: when a node is visited, all that was made from it has been visited, and
//! its cotangent (how much `z` changes when this node changes) is complete. The node then sends to each parent its own
//! cotangent times its local derivative, its vjp, and the parent adds up what arrives:
//!
//! 1. `z` begins with `[1]`, the derivative of `z` with respect to itself.
//! 2. `z` is a sum: it sends its cotangent to every member of `y`, which gets `[1, 1, 1]`.
//! 3. `y = p + x` sends `[1, 1, 1]` to `p` and `[1, 1, 1]` to `x`. The cotangent of `x` is not complete: `p` is to come.
//! 4. `p = x * x` sends cotangent times the other factor, `[1, 2, 3]`, twice: once for each factor.
//! 5. `x` has received `[1, 1, 1] + [1, 2, 3] + [1, 2, 3] = [3, 5, 7]`, the gradient `2x + 1`.
//!
//! Each edge is visited once, however many paths lead through it. Along with the program:
//!
//! ```
//! use popgrad::PopulationNode;
//!
//! let x = PopulationNode::new([1.0, 2.0, 3.0]);
//! let p = &x * &x;
//! let y = &p + &x;
//! let z = y.sum();
//! z.backprop();
//! assert_eq!(y.grad(), [1.0, 1.0, 1.0]);
//! assert_eq!(p.try_vjp(0, &p.grad())?, [1.0, 2.0, 3.0]); // along one edge
//! assert_eq!(x.grad(), [3.0, 5.0, 7.0]);
//! # Ok::<(), popgrad::Error>(())
//! ```
//!
//! # Digits
//!
//! The same inputs give the same bits natively and in WebAssembly, one member at a time or several at once: sums run from
//! the first term to the last, nothing is fused or reordered, and what is not plain arithmetic comes from one version of
//! `libm`. `tanh` follows fdlibm and its derivative is `1 - y * y`.
//!
//! NaN and infinity are numbers like others. A NaN's sign and payload, which differ between machines, never decide about
//! another number; where values are copied out ([`value`](PopulationNode::value), [`grad`](PopulationNode::grad)) every NaN
//! is [`f64::NAN`]. Borrowed views ([`values`](PopulationNode::values), [`Tape::value`]) show them as they are.
//!
//! # Glossary
//!
//! - **member**: one number of a node's value. A node holds a population (a row of members) or a matrix.
//! - **node**: a value in a graph, with the operation that made it and its parents.
//! - **leaf**: a node that no operation made; the only kind whose value can be set.
//! - **operation**: what makes a node from its parents: `tanh`, `add`, `sum`.
//! - **cotangent**: how much the node that a backward pass began at changes per change of each member of this one.
//! - **gradient**: the cotangent as a node keeps it: leaves accumulate it from pass to pass.
//! - **accumulate**: to add to what is there: over the paths of a pass, and in leaves over passes until `zero_grad`.
//! - **seed**: the cotangent that a backward pass begins with; ones unless given.
//! - **vjp**: vector-Jacobian product: an operation's rule for sending a cotangent back to a parent.
//! - **tangent**: how much a node changes when the leaves move in a given direction.
//! - **jvp**: Jacobian-vector product: an operation's rule for passing tangents on to its output.
//! - **backward pass**: the walk from a node to all that it depends on, by which every cotangent is computed.
//! - **tape**: a graph laid flat in memory, in order of creation, for replay.
//! - **slot**: a node's name on a tape.
//! - **broadcast**: to use a single member, row or column for every member, row or column of the other operand, as
//!   `NumPy` does. Backward, it receives the sum over its uses.
//! - **kink**: a place where a function has no derivative. What is returned there is part of the operation's documentation.

mod buffer;
mod check;
mod error;
mod kernel;
mod members;
mod node;
mod number;
mod operation;
mod population;
pub mod python;
mod random;
mod self_check;
mod shape;
mod tape;

pub use check::{GradientCheck, check_gradient};
pub use error::{Error, Operand};
pub use node::{BackwardStep, PopulationNode, live};
pub use number::Number;
pub use operation::{Call, OperationInfo, Sample, SampleInput, operations};
pub use population::Population;
pub use random::Random;
pub use self_check::self_check;
pub use shape::{MAX_MEMBERS, Shape};
pub use tape::{Descent, Eigenvalue, Hessian, Slot, Tape};
