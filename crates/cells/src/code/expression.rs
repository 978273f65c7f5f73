//! Expressions.

use std::rc::Rc;

use super::{Function, Place, Span, Target, Variables};
use crate::names::Symbol;
use crate::value::Value;

/// An expression and where it stands.
#[derive(Debug)]
pub(crate) struct Expression {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
}

/// What an expression computes.
#[derive(Debug)]
pub(crate) enum Kind {
    Constant(Value),
    Name(Place),
    Formatted(Vec<Piece>),
    List(Vec<Element>),
    Tuple(Vec<Element>),
    Set(Vec<Element>),
    /// Keys and values; without a key, another dictionary.
    Dictionary(Vec<(Option<Expression>, Expression)>),
    Binary(BinaryOperator, Box<[Expression; 2]>),
    Unary(UnaryOperator, Box<Expression>),
    Not(Box<Expression>),
    And(Vec<Expression>),
    Or(Vec<Expression>),
    Compare(Box<Expression>, Vec<(Comparison, Expression)>),
    If(Box<[Expression; 3]>),
    Call(Box<Expression>, Vec<Argument>),
    CallMethod(Box<Expression>, Symbol, Vec<Argument>),
    Attribute(Box<Expression>, Symbol),
    Item(Box<[Expression; 2]>),
    Slice(Box<[Option<Expression>; 3]>),
    Lambda(Rc<Function>),
    /// With what the first clause runs over.
    Comprehension(Rc<Comprehension>, Box<Expression>),
    Assigned(Place, Box<Expression>),
}

/// A member of a display.
#[derive(Debug)]
pub(crate) enum Element {
    One(Expression),
    /// `*values`
    All(Expression),
}

/// An argument of a call.
#[derive(Debug)]
pub(crate) enum Argument {
    One(Expression),
    /// `*values`
    All(Expression),
    Named(Symbol, Expression),
    /// `**values`
    AllNamed(Expression),
}

/// A part of an f-string.
#[derive(Debug)]
pub(crate) enum Piece {
    Text(Box<str>),
    /// The expression, its conversion (`r`, `s`, `a`) and its format specification.
    Value(Expression, Option<char>, Vec<Piece>),
}

/// A comprehension.
#[derive(Debug)]
pub(crate) struct Comprehension {
    pub(crate) made: Made,
    /// The element, and the value that belongs to it in a dictionary.
    pub(crate) element: Expression,
    pub(crate) value: Option<Expression>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) variables: Variables,
    pub(crate) source: Rc<super::Source>,
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Made {
    List,
    Set,
    Dictionary,
    Iterator,
}

/// One `for` of a comprehension with its conditions. What the first runs over is computed outside.
#[derive(Debug)]
pub(crate) struct Clause {
    pub(crate) target: Target,
    pub(crate) over: Option<Expression>,
    pub(crate) conditions: Vec<Expression>,
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    Matrix,
    Divide,
    FloorDivide,
    Remainder,
    Power,
    ShiftLeft,
    ShiftRight,
    And,
    Or,
    ExclusiveOr,
}

impl BinaryOperator {
    pub(crate) fn symbol(self) -> &'static str {
        self.words()[0]
    }

    /// The methods that an instance answers it with: on the left, on the right, in place.
    pub(crate) fn methods(self) -> [&'static str; 3] {
        let [_, left, right, update] = self.words();
        [left, right, update]
    }

    fn words(self) -> [&'static str; 4] {
        match self {
            Self::Add => ["+", "__add__", "__radd__", "__iadd__"],
            Self::Subtract => ["-", "__sub__", "__rsub__", "__isub__"],
            Self::Multiply => ["*", "__mul__", "__rmul__", "__imul__"],
            Self::Matrix => ["@", "__matmul__", "__rmatmul__", "__imatmul__"],
            Self::Divide => ["/", "__truediv__", "__rtruediv__", "__itruediv__"],
            Self::FloorDivide => ["//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"],
            Self::Remainder => ["%", "__mod__", "__rmod__", "__imod__"],
            Self::Power => ["** or pow()", "__pow__", "__rpow__", "__ipow__"],
            Self::ShiftLeft => ["<<", "__lshift__", "__rlshift__", "__ilshift__"],
            Self::ShiftRight => [">>", "__rshift__", "__rrshift__", "__irshift__"],
            Self::And => ["&", "__and__", "__rand__", "__iand__"],
            Self::Or => ["|", "__or__", "__ror__", "__ior__"],
            Self::ExclusiveOr => ["^", "__xor__", "__rxor__", "__ixor__"],
        }
    }
}

/// An operator of one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum UnaryOperator {
    Minus,
    Plus,
    Invert,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Is,
    IsNot,
    In,
    NotIn,
}
