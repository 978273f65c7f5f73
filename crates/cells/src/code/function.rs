//! Functions before they are made: their code.

use std::rc::Rc;

use super::{Expression, Statement};
use crate::names::Symbol;

/// The text of one cell.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The variables of a function or a comprehension.
#[derive(Debug, Default)]
pub(crate) struct Variables {
    /// The name in each slot.
    pub(crate) names: Vec<Symbol>,
    /// Slots that inner functions use too: each is a variable of its own.
    pub(crate) shared: Vec<usize>,
    /// Variables of the outer function: its slot and the slot here.
    pub(crate) captured: Vec<(usize, usize)>,
}

/// The parameters of a function, each with its slot.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    pub(crate) positional: Vec<Symbol>,
    /// So many of the first cannot be given by name.
    pub(crate) nameless: usize,
    pub(crate) rest: Option<usize>,
    /// Those that are given by name alone, with their slots.
    pub(crate) named: Vec<(Symbol, usize)>,
    pub(crate) named_rest: Option<usize>,
    pub(crate) defaults: Vec<Expression>,
    pub(crate) named_defaults: Vec<Option<Expression>>,
}

/// A function as it is written.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: Symbol,
    pub(crate) source: Rc<Source>,
    pub(crate) parameters: Parameters,
    pub(crate) variables: Variables,
    pub(crate) body: Vec<Statement>,
}
