//! What gives values one after another.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Dictionary, List, Set, Text, Tuple, Type, Value, trash};
use crate::code::Comprehension;
use crate::eval::Frame;

/// The keys, values or items of a dictionary.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) of: Rc<Dictionary>,
    pub(crate) kind: ViewKind,
}

/// What a view shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ViewKind {
    Keys,
    Values,
    Items,
}

/// An iterator: where its values come from, and how far it has come.
#[derive(Debug)]
pub(crate) struct Iterator {
    pub(crate) source: RefCell<Source>,
    kind: Type,
}

/// Where the values of an iterator come from.
#[derive(Debug)]
pub(crate) enum Source {
    /// Nothing more.
    Ended,
    Range {
        next: i64,
        step: i64,
        left: usize,
    },
    List(Rc<List>, usize),
    ReversedList(Rc<List>, usize),
    Tuple(Rc<Tuple>, usize),
    /// The text and the byte that comes next.
    Text(Rc<Text>, usize),
    /// The dictionary, what of it, the next place, and its changes at the start.
    Dictionary(Rc<Dictionary>, ViewKind, usize, u64),
    Set(Rc<Set>, usize, u64),
    /// Values that nobody else holds, the last first.
    Values(Vec<Value>),
    Zip(Vec<Value>, bool),
    Enumerate(Value, i64),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Generator(Box<Generator>),
    /// An instance with `__next__`.
    Instance(Value),
    /// An instance with `__getitem__` alone, and the next place.
    Items(Value, i64),
}

/// A generator expression on its way.
#[derive(Debug)]
pub(crate) struct Generator {
    pub(crate) code: Rc<Comprehension>,
    pub(crate) frame: Frame,
    /// The iterators of the clauses that were entered.
    pub(crate) open: Vec<Value>,
}

impl Iterator {
    pub(crate) fn new(source: Source) -> Iterator {
        let kind = match &source {
            Source::Zip(..) => Type::Zip,
            Source::Enumerate(..) => Type::Enumerate,
            Source::Map(..) => Type::Map,
            Source::Filter(..) => Type::Filter,
            Source::Generator(_) => Type::Generator,
            Source::ReversedList(..) => Type::Reversed,
            _ => Type::Iterator,
        };
        Iterator {
            source: RefCell::new(source),
            kind,
        }
    }

    pub(crate) fn type_of(&self) -> Type {
        self.kind
    }
}

impl Drop for Iterator {
    fn drop(&mut self) {
        match self.source.replace(Source::Ended) {
            Source::Zip(values, _) | Source::Values(values) => trash::discard(values),
            Source::Enumerate(value, _) | Source::Instance(value) | Source::Items(value, _) => {
                trash::discard([value]);
            }
            Source::Map(function, mut values) => {
                values.push(function);
                trash::discard(values);
            }
            Source::Filter(function, value) => trash::discard([function, value]),
            Source::Generator(mut generator) => {
                trash::discard(generator.open.drain(..));
                trash::discard(generator.frame.take_values());
            }
            _ => {}
        }
    }
}
