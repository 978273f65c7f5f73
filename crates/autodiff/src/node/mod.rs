//! `PopulationNode`: what people type.

mod arithmetic;
mod backward;
mod create;
mod display;
mod drop;
mod edge;
mod live;
mod parents;
mod steps;

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use crate::buffer;
use crate::members::Members;
use crate::operation::{Geometry, Operands, Operation};
use crate::{Error, Number, Operand, OperationInfo, Population, Shape};
pub use live::live;
use parents::Parents;
pub use steps::BackwardStep;

/// A handle to a node of a graph: its value, the operation that made it, the nodes it was made from, and its
/// gradient. Cloning the handle is cheap and names the same node; a graph lives as long as its handles.
///
/// ```
/// use popgrad::PopulationNode;
/// let x = PopulationNode::new([0.5]);
/// let y = x.tanh();
/// y.backprop();
/// assert_eq!(
///     y.to_string(),
///     "[NODE] op=tanh, value=[0.46211715726000974], grad=[1.0] | <-- Parents=[[0.5]]"
/// );
/// ```
#[derive(Clone, Debug)]
pub struct PopulationNode(Rc<Node>);

#[derive(Debug)]
struct Node {
    /// Later nodes have larger ones, so decreasing order visits every node before those it depends on.
    id: u64,
    operation: Operation,
    geometry: Geometry,
    parents: Parents,
    value: RefCell<Members>,
    /// Which members of a leaf were written as integers.
    integers: RefCell<Option<Box<[bool]>>>,
    /// Empty until the first contribution arrives: then it stands for zeros.
    gradient: RefCell<Members>,
    /// The last backward pass that reached the node.
    visit: Cell<u64>,
}

impl PopulationNode {
    /// A number for this node that no other node has; later nodes have larger ones.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// A copy of the members' values, a matrix row by row.
    #[must_use]
    pub fn value(&self) -> Vec<f64> {
        buffer::given_out(&self.values())
    }

    /// The members' values, borrowed. While the borrow lives, the node's value cannot be set.
    #[must_use]
    pub fn values(&self) -> Ref<'_, [f64]> {
        Ref::map(self.0.value.borrow(), |value| &**value)
    }

    /// The members' values as they were written: a leaf made from `[1, 2.0]` gives the integer 1 and the float 2.0.
    #[must_use]
    pub fn numbers(&self) -> Vec<Number> {
        let integers = self.0.integers.borrow();
        let is_integer = |member: usize| integers.as_ref().is_some_and(|integers| integers[member]);
        let values = self.0.value.borrow();
        let written = |(member, value): (usize, &f64)| Number::written(*value, is_integer(member));
        values.iter().enumerate().map(written).collect()
    }

    /// A copy of the gradient, of the value's shape: zeros until a backward pass reaches the node.
    #[must_use]
    pub fn grad(&self) -> Vec<f64> {
        let gradient = self.0.gradient.borrow();
        if gradient.is_empty() {
            vec![0.0; self.len()]
        } else {
            buffer::given_out(&gradient)
        }
    }

    /// The gradient, borrowed; empty until a backward pass reaches the node, where it stands for zeros. While the
    /// borrow lives, no pass may run.
    #[must_use]
    pub fn gradients(&self) -> Ref<'_, [f64]> {
        Ref::map(self.0.gradient.borrow(), |gradient| &**gradient)
    }

    /// The name of the operation that made the node; `leaf` if none did.
    #[must_use]
    pub fn op(&self) -> &'static str {
        self.0.operation.name()
    }

    /// The documentation of the operation that made the node; `None` for a leaf.
    ///
    /// ```
    /// let x = popgrad::PopulationNode::new([1.0, 2.0]);
    /// assert_eq!(x.operation_info().map(|info| info.formula), None);
    /// assert_eq!((&x * &x).operation_info().map(|info| info.formula), Some("a * b"));
    /// ```
    #[must_use]
    pub fn operation_info(&self) -> Option<&'static OperationInfo> {
        self.0.operation.info()
    }

    /// The nodes that this one was made from, in the operation's order.
    #[must_use]
    pub fn parents(&self) -> Vec<PopulationNode> {
        self.0.parents.as_slice().to_vec()
    }

    /// How the members are arranged.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.0.geometry.output
    }

    /// The number of members.
    #[must_use]
    #[expect(
        clippy::len_without_is_empty,
        reason = "a node has at least one member"
    )]
    pub fn len(&self) -> usize {
        self.shape().len()
    }

    /// Whether two handles name the same node.
    #[must_use]
    pub fn is_same(&self, other: &PopulationNode) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn operation(&self) -> Operation {
        self.0.operation
    }

    /// How an error message shows this node.
    fn operand(&self) -> Operand {
        Operand::new(self.shape(), self.numbers().into_iter())
    }
}
