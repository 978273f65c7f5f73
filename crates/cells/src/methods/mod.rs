//! The methods of the built-in types.

mod dictionary;
mod list;
mod number;
mod set;
mod text;
mod tuple;

pub(crate) use dictionary::FROM_KEYS;

use crate::library::node;
use crate::value::{Arguments, Builtin, Type, Value};

/// The methods of every type, by name.
pub(crate) fn all() -> Vec<(Type, &'static str, Value)> {
    let families: [(Type, &'static [Builtin]); 9] = [
        (Type::Text, text::METHODS),
        (Type::List, list::METHODS),
        (Type::Tuple, tuple::METHODS),
        (Type::Dictionary, dictionary::METHODS),
        (Type::Set, set::METHODS),
        (Type::Integer, number::INTEGER_METHODS),
        (Type::Bool, number::INTEGER_METHODS),
        (Type::Float, number::FLOAT_METHODS),
        (Type::Range, tuple::RANGE_METHODS),
    ];
    let builtins = families.into_iter().flat_map(|(kind, methods)| {
        methods
            .iter()
            .map(move |builtin| (kind, builtin.name, Value::Builtin(builtin)))
    });
    let of_nodes = node::methods()
        .into_iter()
        .map(|(name, method)| (Type::Node, name, method));
    builtins.chain(of_nodes).collect()
}

/// `Variant: "name" => function, ...`: built-ins whose first argument is a value of that variant.
macro_rules! methods {
    ($constant:ident, $variant:ident: $($name:literal => $function:expr),+ $(,)?) => {
        pub(crate) const $constant: &[crate::value::Builtin] = &[$(crate::value::Builtin {
            name: $name,
            call: |interpreter, arguments| {
                let (this, arguments) = crate::methods::split($name, arguments)?;
                let crate::value::Value::$variant(this) = this else {
                    return Err(crate::methods::wrong_object($name, &this));
                };
                $function(interpreter, &this, arguments)
            },
        }),+];
    };
}
use methods;

/// The object of a method, and the other arguments.
pub(crate) fn split(
    name: &str,
    mut arguments: Arguments,
) -> crate::raise::Result<(Value, Arguments)> {
    if arguments.positional.is_empty() {
        return Err(crate::raise::Raise::type_error(format!(
            "unbound method {name}() needs an argument"
        )));
    }
    let this = arguments.positional.remove(0);
    Ok((this, arguments))
}

/// The error for a method of one type that is called with an object of another.
pub(crate) fn wrong_object(name: &str, this: &Value) -> crate::raise::Raise {
    crate::raise::Raise::type_error(format!(
        "descriptor '{name}' doesn't apply to a '{}' object",
        this.type_name()
    ))
}
