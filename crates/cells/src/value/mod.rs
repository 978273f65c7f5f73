//! Values.

mod arguments;
mod class;
mod dictionary;
mod function;
mod hash;
mod iterator;
mod kind;
mod list;
mod range;
mod set;
mod text;
mod trash;

use std::rc::Rc;

use popgrad::{OperationInfo, PopulationNode};

pub(crate) use arguments::Arguments;
pub(crate) use class::{Class, Instance, Member, Wrapped};
pub(crate) use dictionary::Dictionary;
pub(crate) use function::{Builtin, Function, Method, Module, Variable};
pub(crate) use hash::{float_hash, integer_hash, text_hash, tuple_hash};
pub(crate) use iterator::{Generator, Iterator, Source, View, ViewKind};
pub(crate) use kind::Type;
pub(crate) use list::{List, Tuple};
pub(crate) use range::{Range, Slice, Span};
pub(crate) use set::Set;
pub(crate) use text::Text;

/// A value. Cloning it is cheap and names the same object.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    None,
    NotImplemented,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(Rc<Text>),
    List(Rc<List>),
    Tuple(Rc<Tuple>),
    Dictionary(Rc<Dictionary>),
    Set(Rc<Set>),
    View(Rc<View>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    Iterator(Rc<Iterator>),
    Function(Rc<Function>),
    Builtin(&'static Builtin),
    /// An operation of the engine.
    Operation(&'static OperationInfo),
    Method(Rc<Method>),
    Type(Type),
    Class(Rc<Class>),
    Instance(Rc<Instance>),
    Wrapped(Rc<Wrapped>),
    Module(&'static Module),
    Node(PopulationNode),
}

impl Value {
    pub(crate) fn text(text: impl Into<Box<str>>) -> Value {
        Value::Text(Rc::new(Text::new(text.into())))
    }

    pub(crate) fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(items)))
    }

    pub(crate) fn tuple(items: impl Into<Box<[Value]>>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items.into())))
    }

    pub(crate) fn iterator(source: Source) -> Value {
        Value::Iterator(Rc::new(Iterator::new(source)))
    }

    /// Whether both are the same object.
    pub(crate) fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::None, Value::None) | (Value::NotImplemented, Value::NotImplemented) => true,
            (Value::Bool(left), Value::Bool(right)) => left == right,
            (Value::Integer(left), Value::Integer(right)) => left == right,
            (Value::Float(left), Value::Float(right)) => left.to_bits() == right.to_bits(),
            (Value::Text(left), Value::Text(right)) => left.as_str() == right.as_str(),
            (Value::Tuple(left), Value::Tuple(right)) => {
                Rc::ptr_eq(left, right) || (left.items().is_empty() && right.items().is_empty())
            }
            (Value::Type(left), Value::Type(right)) => left == right,
            (Value::Builtin(left), Value::Builtin(right)) => left.name == right.name,
            (Value::Operation(left), Value::Operation(right)) => left.name == right.name,
            (Value::Module(left), Value::Module(right)) => left.name == right.name,
            (Value::Node(left), Value::Node(right)) => left.is_same(right),
            _ => self
                .address()
                .is_some_and(|address| Some(address) == other.address()),
        }
    }

    /// Where an object stands that others can change or that is compared by its identity.
    pub(crate) fn address(&self) -> Option<usize> {
        Some(match self {
            Value::List(value) => Rc::as_ptr(value).addr(),
            Value::Dictionary(value) => Rc::as_ptr(value).addr(),
            Value::Set(value) => Rc::as_ptr(value).addr(),
            Value::View(value) => Rc::as_ptr(value).addr(),
            Value::Range(value) => Rc::as_ptr(value).addr(),
            Value::Slice(value) => Rc::as_ptr(value).addr(),
            Value::Iterator(value) => Rc::as_ptr(value).addr(),
            Value::Function(value) => Rc::as_ptr(value).addr(),
            Value::Method(value) => Rc::as_ptr(value).addr(),
            Value::Class(value) => Rc::as_ptr(value).addr(),
            Value::Instance(value) => Rc::as_ptr(value).addr(),
            Value::Wrapped(value) => Rc::as_ptr(value).addr(),
            _ => return None,
        })
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Integer(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Integer(value as i64)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::text(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::text(value)
    }
}
