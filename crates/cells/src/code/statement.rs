//! Statements.

use std::rc::Rc;

use super::{BinaryOperator, Expression, Function, Place, Span, Variables};
use crate::names::Symbol;

/// A statement and where it stands.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) span: Span,
    pub(crate) step: Step,
}

/// What a statement does.
#[derive(Debug)]
pub(crate) enum Step {
    Pass,
    Expression(Expression),
    Assign(Vec<Target>, Expression),
    Update(Target, BinaryOperator, Expression),
    Delete(Vec<Target>),
    If(Vec<(Expression, Vec<Statement>)>, Vec<Statement>),
    While(Expression, Vec<Statement>, Vec<Statement>),
    For(Target, Expression, Vec<Statement>, Vec<Statement>),
    Break,
    Continue,
    Return(Option<Expression>),
    Define(Place, Rc<Function>, Vec<Expression>),
    Class(Place, Rc<Class>, Vec<Expression>),
    Try(Vec<Statement>, Vec<Handler>, Vec<Statement>, Vec<Statement>),
    Raise(Option<Expression>, Option<Expression>),
    Assert(Expression, Option<Expression>),
    Import(Symbol, Place),
    /// The module, the name in it, and where it goes.
    ImportFrom(Symbol, Symbol, Place),
}

/// A class as it is written.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) name: Symbol,
    pub(crate) bases: Vec<Expression>,
    pub(crate) variables: Variables,
    pub(crate) body: Vec<Statement>,
}

/// One `except`.
#[derive(Debug)]
pub(crate) struct Handler {
    pub(crate) class: Option<Expression>,
    pub(crate) name: Option<Place>,
    pub(crate) body: Vec<Statement>,
}

/// What is assigned to, and where it stands.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) span: Span,
    pub(crate) kind: TargetKind,
}

/// What is assigned to.
#[derive(Debug)]
pub(crate) enum TargetKind {
    Name(Place),
    Attribute(Expression, Symbol),
    Item(Expression, Expression),
    /// Several, of which one may take the rest.
    Several(Vec<Target>, Option<usize>),
}
