//! The graph that a [`PopulationNode`](popgrad::PopulationNode) stands on, and the steps of its backward pass, as data
//! and as a figure.
//!
//! ```
//! use popgrad::PopulationNode;
//! use popgrad_graph::Walk;
//!
//! let x = PopulationNode::new([1.0, 2.0, 3.0]);
//! let y = &x * &x + &x;
//! let walk = Walk::new(&y, &[("x", &x), ("y", &y)])?;
//! assert_eq!(walk.steps(), 4);
//! let x = &walk.nodes()[0];
//! assert_eq!((x.name.as_str(), x.parts), ("x", 3));
//! let after_one = walk.at(1);
//! assert_eq!(after_one.nodes[0].arrived, 0);
//! assert_eq!(walk.at(4).nodes[0].gradient, Some(vec![3.0, 5.0, 7.0]));
//! # Ok::<(), popgrad::Error>(())
//! ```
//!
//! - [`Walk`]: the nodes, the edges, and what is sent along each, in the order of the backward pass.
//! - [`Rule`]: what nodes do with parts that arrive, the two classic bugs included.
//! - [`Moment`]: how far it has come after so many steps: which parts have arrived where, and what they add up to.
//! - [`Path`]: one way from the walk's root to a node, and the part of the gradient that comes along it.
//! - [`graph`]: a moment as a layer of a figure.
//! - [`GraphView`]: a graph that a reader steps through, forward and backward, large ones folded.
//! - [`explain`]: a node or an edge in words and as a formula with its numbers.

mod explain;
mod figure;
mod fold;
mod folded;
mod moment;
mod node;
mod path;
mod printed;
mod rule;
mod scene;
mod strings;
mod view;
mod view_figure;
mod walk;

pub use explain::{Explanation, explain};
pub use figure::graph;
pub use fold::Fold;
pub use moment::{EdgeState, Moment, NodeMoment};
pub use node::{Edge, Node};
pub use path::Path;
pub use printed::list;
pub use rule::Rule;
pub use view::{GraphView, MOST_DRAWN};
pub use walk::Walk;
