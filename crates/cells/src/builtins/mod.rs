//! The built-in functions and types.

mod aggregate;
mod classes;
mod construct;
mod convert;
mod iteration;
mod numbers;
mod objects;
mod text;

pub(crate) use classes::{EXCEPTION_INIT, OBJECT_INIT, OBJECT_REPR, PROPERTY_SETTER};
pub(crate) use construct::{construct, fill};
pub(crate) use convert::{float_of, float_to_integer};
pub(crate) use iteration::sort;
pub(crate) use objects::{absent, type_of};

use crate::library;
use crate::value::{Builtin, Type, Value};

/// The types that have a name.
const TYPES: [Type; 21] = [
    Type::Bool,
    Type::Integer,
    Type::Float,
    Type::Text,
    Type::List,
    Type::Tuple,
    Type::Dictionary,
    Type::Set,
    Type::Range,
    Type::Slice,
    Type::Zip,
    Type::Enumerate,
    Type::Map,
    Type::Filter,
    Type::Reversed,
    Type::Type,
    Type::Object,
    Type::Static,
    Type::ClassMethod,
    Type::Property,
    Type::Super,
];

/// All that is built in, by name.
pub(crate) fn all() -> Vec<(String, Value)> {
    let families: [&'static [Builtin]; 9] = [
        aggregate::FUNCTIONS,
        iteration::FUNCTIONS,
        numbers::FUNCTIONS,
        objects::FUNCTIONS,
        text::FUNCTIONS,
        library::controls::FUNCTIONS,
        library::figures::FUNCTIONS,
        library::graph::FUNCTIONS,
        library::random::FUNCTIONS,
    ];
    let functions = families.into_iter().flatten();
    let mut all: Vec<_> = functions
        .map(|builtin| (builtin.name.to_owned(), Value::Builtin(builtin)))
        .collect();
    all.extend(
        TYPES
            .into_iter()
            .chain([Type::Node])
            .map(|kind| (kind.name().to_owned(), Value::Type(kind))),
    );
    all.push(("NotImplemented".to_owned(), Value::NotImplemented));
    all.push(("__name__".to_owned(), Value::text("__main__")));
    all
}
