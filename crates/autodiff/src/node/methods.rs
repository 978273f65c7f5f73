//! One method per operation, in pairs: the plain one panics with the message that the `try_` one returns.

use super::PopulationNode;
use crate::Error;
use crate::operation::{Add, Along, Div, Mul, Neg, Sub, Sum, Tanh};

impl PopulationNode {
    /// The sum of this node and another, member by member with broadcasting; also `+`.
    ///
    /// # Errors
    /// [`Error::Shapes`] if the shapes do not fit.
    pub fn try_add(&self, other: &PopulationNode) -> Result<PopulationNode, Error> {
        self.apply_with(other, Add)
    }

    /// The difference of this node and another, member by member with broadcasting; also `-`.
    ///
    /// # Errors
    /// [`Error::Shapes`] if the shapes do not fit.
    pub fn try_sub(&self, other: &PopulationNode) -> Result<PopulationNode, Error> {
        self.apply_with(other, Sub)
    }

    /// The product of this node and another, member by member with broadcasting; also `*`.
    ///
    /// # Errors
    /// [`Error::Shapes`] if the shapes do not fit.
    pub fn try_mul(&self, other: &PopulationNode) -> Result<PopulationNode, Error> {
        self.apply_with(other, Mul)
    }

    /// The quotient of this node and another, member by member with broadcasting; also `/`.
    ///
    /// # Errors
    /// [`Error::Shapes`] if the shapes do not fit.
    pub fn try_div(&self, other: &PopulationNode) -> Result<PopulationNode, Error> {
        self.apply_with(other, Div)
    }

    /// The negative of every member; also unary `-`.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    pub fn try_neg(&self) -> Result<PopulationNode, Error> {
        self.apply(Neg, "")
    }

    /// The hyperbolic tangent of every member.
    ///
    /// # Panics
    /// Where [`try_tanh`](Self::try_tanh) returns an error, with its message.
    #[must_use]
    pub fn tanh(&self) -> PopulationNode {
        self.try_tanh().unwrap_or_else(|error| panic!("{error}"))
    }

    /// The hyperbolic tangent of every member.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    pub fn try_tanh(&self) -> Result<PopulationNode, Error> {
        self.apply(Tanh, "")
    }

    /// The sum of all members.
    ///
    /// # Panics
    /// Where [`try_sum`](Self::try_sum) returns an error, with its message.
    #[must_use]
    pub fn sum(&self) -> PopulationNode {
        self.try_sum().unwrap_or_else(|error| panic!("{error}"))
    }

    /// The sum of all members.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    pub fn try_sum(&self) -> Result<PopulationNode, Error> {
        self.apply(
            Sum {
                along: Along::Whole,
            },
            "",
        )
    }
}
