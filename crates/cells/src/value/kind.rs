//! Types.

use super::{Value, View, ViewKind};

macro_rules! types {
    ($($variant:ident $name:literal),+ $(,)?) => {
        /// A type that is built in.
        #[expect(clippy::enum_variant_names, reason = "`type` is the name of a type")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Type {
            $($variant),+
        }

        impl Type {
            /// Its name in Python.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Type::$variant => $name),+
                }
            }
        }
    };
}

types! {
    None "NoneType",
    NotImplemented "NotImplementedType",
    Bool "bool",
    Integer "int",
    Float "float",
    Text "str",
    List "list",
    Tuple "tuple",
    Dictionary "dict",
    Set "set",
    Keys "dict_keys",
    Values "dict_values",
    Items "dict_items",
    Range "range",
    Slice "slice",
    Iterator "iterator",
    Generator "generator",
    Zip "zip",
    Enumerate "enumerate",
    Map "map",
    Filter "filter",
    Reversed "reversed",
    Function "function",
    Builtin "builtin_function_or_method",
    Method "method",
    Type "type",
    Object "object",
    Module "module",
    Static "staticmethod",
    ClassMethod "classmethod",
    Property "property",
    Super "super",
    Node "PopulationNode",
}

impl Type {
    /// Whether a value of this type is one of `other` too.
    pub(crate) fn is_within(self, other: Type) -> bool {
        self == other || other == Type::Object || (self == Type::Bool && other == Type::Integer)
    }
}

impl Value {
    /// The type of a value; that of an instance is `object`, its class says more.
    pub(crate) fn kind(&self) -> Type {
        match self {
            Value::None => Type::None,
            Value::NotImplemented => Type::NotImplemented,
            Value::Bool(_) => Type::Bool,
            Value::Integer(_) => Type::Integer,
            Value::Float(_) => Type::Float,
            Value::Text(_) => Type::Text,
            Value::List(_) => Type::List,
            Value::Tuple(_) => Type::Tuple,
            Value::Dictionary(_) => Type::Dictionary,
            Value::Set(_) => Type::Set,
            Value::View(view) => view.type_of(),
            Value::Range(_) => Type::Range,
            Value::Slice(_) => Type::Slice,
            Value::Iterator(iterator) => iterator.type_of(),
            Value::Function(_) => Type::Function,
            Value::Builtin(_) | Value::Operation(_) => Type::Builtin,
            Value::Method(_) => Type::Method,
            Value::Type(_) | Value::Class(_) => Type::Type,
            Value::Instance(_) => Type::Object,
            Value::Wrapped(wrapped) => match wrapped.how {
                super::Member::Static => Type::Static,
                super::Member::Class => Type::ClassMethod,
                super::Member::Property => Type::Property,
                super::Member::Super => Type::Super,
            },
            Value::Module(_) => Type::Module,
            Value::Node(_) => Type::Node,
        }
    }

    /// The name of its type or class, for messages.
    pub(crate) fn type_name(&self) -> String {
        match self {
            Value::Instance(instance) => instance.class.name.to_string(),
            value => value.kind().name().to_owned(),
        }
    }
}

impl View {
    fn type_of(&self) -> Type {
        match self.kind {
            ViewKind::Keys => Type::Keys,
            ViewKind::Values => Type::Values,
            ViewKind::Items => Type::Items,
        }
    }
}
