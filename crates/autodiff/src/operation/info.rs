//! What people read about an operation.

use crate::{Error, PopulationNode};

/// An operation's documentation, for pages, labels and error messages.
///
/// In the formulas `x` is the input (`a` and `b` are the two inputs), `y` the output and `g` its cotangent.
#[derive(Clone, Copy, Debug)]
pub struct OperationInfo {
    /// The name that nodes print, and the method's name in Rust.
    pub name: &'static str,
    /// The value, as a formula.
    pub formula: &'static str,
    /// The cotangent that each input receives, as a formula.
    pub vjp: &'static str,
    /// The shapes of inputs that fit.
    pub shapes: &'static str,
    /// Where the value is a finite number.
    pub domain: &'static str,
    /// What the derivative is where there is none; `None` if it exists everywhere.
    pub kink: Option<&'static str>,
    /// How it is called: what it takes, and the method that does it.
    pub call: Call,
    /// Inputs to try it on, away from kinks; none where the gradient is not the slope of the value, on purpose.
    pub samples: &'static [Sample],
}

type Made = Result<PopulationNode, Error>;

/// How an operation is called, with the method of [`PopulationNode`] that does it. Other languages make their methods
/// of it.
///
/// ```
/// use popgrad::{Call, PopulationNode, operations};
/// let tanh = operations().iter().find(|operation| operation.name == "tanh").unwrap();
/// let Call::One(tanh) = tanh.call else { panic!("tanh is called on one node") };
/// assert_eq!(tanh(&PopulationNode::new(0.0))?.value(), [0.0]);
/// # Ok::<(), popgrad::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Call {
    /// On one node: `x.tanh()`.
    One(fn(&PopulationNode) -> Made),
    /// On two nodes: `a.add(b)`.
    Two(fn(&PopulationNode, &PopulationNode) -> Made),
    /// On all members, or on those along an axis: `x.sum()`, `x.sum(axis)`.
    Reduction(
        fn(&PopulationNode) -> Made,
        fn(&PopulationNode, usize) -> Made,
    ),
    /// With a number of this name.
    Number(&'static str, fn(&PopulationNode, f64) -> Made),
    /// With a count of this name.
    Place(&'static str, fn(&PopulationNode, usize) -> Made),
    /// With two counts of these names.
    Places([&'static str; 2], fn(&PopulationNode, usize, usize) -> Made),
    /// On any number of nodes.
    Many(fn(&[PopulationNode]) -> Made),
}

/// One application of an operation to inputs that suit it.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The inputs.
    pub inputs: &'static [SampleInput],
    /// Applies the operation to leaves of these inputs.
    pub apply: fn(&[PopulationNode]) -> Result<PopulationNode, Error>,
}

/// The input of a sample.
#[derive(Clone, Copy, Debug)]
pub enum SampleInput {
    /// A population.
    Population(&'static [f64]),
    /// A matrix: rows, columns and its members in row-major order.
    Matrix(usize, usize, &'static [f64]),
}

impl SampleInput {
    /// A leaf that holds this input.
    ///
    /// # Errors
    /// Those of [`PopulationNode::try_new`] and [`PopulationNode::try_matrix`].
    pub fn leaf(self) -> Result<PopulationNode, Error> {
        match self {
            SampleInput::Population(members) => PopulationNode::try_new(members),
            SampleInput::Matrix(rows, columns, members) => {
                PopulationNode::try_matrix(rows, columns, members)
            }
        }
    }
}
