//! Reverse-mode automatic differentiation over populations of numbers.
//!
//! ```
//! use popgrad::PopulationNode;
//!
//! let x = PopulationNode::new([1.0, 2.0, 3.0]);
//! let y = &x * &x + &x;
//! y.sum().backprop();
//! assert_eq!(x.grad(), [3.0, 5.0, 7.0]); // 2x + 1
//! ```

mod buffer;
mod check;
mod error;
mod kernel;
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
pub use node::PopulationNode;
pub use number::Number;
pub use operation::{OperationInfo, Sample, SampleInput, operations};
pub use population::Population;
pub use random::Random;
pub use self_check::self_check;
pub use shape::{MAX_MEMBERS, Shape};
pub use tape::{Descent, Eigenvalue, Hessian, Slot, Tape};
