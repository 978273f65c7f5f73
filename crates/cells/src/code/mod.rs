//! The tree that runs: what the parser's tree becomes once names have places and what is out of the subset is refused.

mod expression;
mod function;
mod statement;

pub(crate) use expression::{
    Argument, BinaryOperator, Clause, Comparison, Comprehension, Element, Expression, Kind, Made,
    Piece, UnaryOperator,
};
pub(crate) use function::{Function, Parameters, Source, Variables};
pub(crate) use statement::{Class, Handler, Statement, Step, Target, TargetKind};

pub(crate) use ruff_text_size::TextRange as Span;

use crate::names::Symbol;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// A variable of the function that runs.
    Slot(usize, Symbol),
    /// A name of the session, or a built-in.
    Global(usize),
    /// A name of the class that is being made; behind it the place where else it may stand.
    Member(Symbol, usize),
}
