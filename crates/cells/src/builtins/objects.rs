//! `isinstance`, `getattr` and the others that ask objects.

use std::rc::Rc;

use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Type, Value};

pub(super) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "isinstance",
        call: isinstance,
    },
    Builtin {
        name: "issubclass",
        call: issubclass,
    },
    Builtin {
        name: "callable",
        call: callable,
    },
    Builtin {
        name: "getattr",
        call: getattr,
    },
    Builtin {
        name: "setattr",
        call: setattr,
    },
    Builtin {
        name: "hasattr",
        call: hasattr,
    },
    Builtin {
        name: "delattr",
        call: delattr,
    },
    Builtin {
        name: "hash",
        call: hash,
    },
    Builtin {
        name: "id",
        call: id,
    },
];

/// Built-ins of Python that this one does not have, and what to do without them.
const ABSENT: &[(&str, &str)] = &[
    ("open", "A cell has no files."),
    (
        "input",
        "Ask with slider(name, value, low, high) or choice(name, options).",
    ),
    ("eval", "Write the expression into the cell."),
    ("exec", "Write the statements into the cell."),
    ("compile", "Write the statements into the cell."),
    ("globals", "Name the variables."),
    ("locals", "Name the variables."),
    ("vars", "Name the attributes."),
    ("dir", "The page lists the names."),
    ("help", "The page describes what there is."),
    ("bytes", "Use a list of whole numbers."),
    ("bytearray", "Use a list of whole numbers."),
    (
        "complex",
        "Keep the real and the imaginary part in two variables.",
    ),
    ("frozenset", "Use a set, or a tuple as a key."),
    ("memoryview", "Use a list."),
    ("exit", "The cell ends with its last line."),
    ("quit", "The cell ends with its last line."),
];

/// What to do without a built-in that this Python does not have.
pub(crate) fn absent(name: &str) -> Option<&'static str> {
    ABSENT
        .iter()
        .find(|(absent, _)| *absent == name)
        .map(|(_, instead)| *instead)
}

/// The type or class of a value.
pub(crate) fn type_of(value: &Value) -> Value {
    match value {
        Value::Instance(instance) => Value::Class(Rc::clone(&instance.class)),
        value => Value::Type(value.kind()),
    }
}

pub(super) fn type_function(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    if arguments.positional.len() == 3 {
        return Err(Raise::type_error(
            "making classes with type() is not part of this Python. Write `class`.",
        ));
    }
    let [value] = arguments.exactly(interpreter, "type", [""])?;
    Ok(type_of(&value))
}

fn isinstance(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, class] = arguments.exactly(interpreter, "isinstance", ["", ""])?;
    is_within(&type_of(&value), &class)
        .map(Value::Bool)
        .ok_or_else(|| {
            Raise::type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")
        })
}

fn issubclass(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, class] = arguments.exactly(interpreter, "issubclass", ["", ""])?;
    if !matches!(value, Value::Class(_) | Value::Type(_)) {
        return Err(Raise::type_error("issubclass() arg 1 must be a class"));
    }
    is_within(&value, &class).map(Value::Bool).ok_or_else(|| {
        Raise::type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    })
}

/// Whether a type is another or derives from it; nothing where the other is no type.
fn is_within(kind: &Value, class: &Value) -> Option<bool> {
    match (kind, class) {
        (_, Value::Tuple(classes)) => {
            let mut is_any = false;
            for class in classes.items() {
                is_any = is_any || is_within(kind, class)?;
            }
            Some(is_any)
        }
        (_, Value::Type(Type::Object)) => Some(true),
        (Value::Class(kind), Value::Class(class)) => Some(kind.is_within(class)),
        (Value::Type(kind), Value::Type(class)) => Some(kind.is_within(*class)),
        (_, Value::Type(_) | Value::Class(_)) => Some(false),
        _ => None,
    }
}

fn callable(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "callable", [""])?;
    Ok(Value::Bool(match &value {
        Value::Instance(instance) => instance.class.member(interpreter.special.call).is_some(),
        Value::Function(_)
        | Value::Builtin(_)
        | Value::Operation(_)
        | Value::Method(_)
        | Value::Type(_)
        | Value::Class(_) => true,
        _ => false,
    }))
}

fn named(interpreter: &mut Interpreter, name: &Value) -> Result<crate::names::Symbol> {
    match name {
        Value::Text(name) => Ok(interpreter.names.symbol(name.as_str())),
        _ => Err(Raise::type_error("attribute name must be string")),
    }
}

fn getattr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [of, name, default] = arguments.bind(interpreter, "getattr", ["", "", ""], 2)?;
    let name = named(interpreter, &name.unwrap_or(Value::None))?;
    let value = interpreter.attribute(&of.unwrap_or(Value::None), name);
    match (value, default) {
        (Err(raise), Some(default)) if interpreter.is_error(&raise, ErrorKind::AttributeError) => {
            Ok(default)
        }
        (value, _) => value,
    }
}

fn hasattr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [of, name] = arguments.exactly(interpreter, "hasattr", ["", ""])?;
    let name = named(interpreter, &name)?;
    match interpreter.attribute(&of, name) {
        Ok(_) => Ok(Value::Bool(true)),
        Err(raise) if interpreter.is_error(&raise, ErrorKind::AttributeError) => {
            Ok(Value::Bool(false))
        }
        Err(raise) => Err(raise),
    }
}

fn setattr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [of, name, value] = arguments.exactly(interpreter, "setattr", ["", "", ""])?;
    let name = named(interpreter, &name)?;
    interpreter.set_attribute(&of, name, value)?;
    Ok(Value::None)
}

fn delattr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [of, name] = arguments.exactly(interpreter, "delattr", ["", ""])?;
    let name = named(interpreter, &name)?;
    interpreter.delete_attribute(&of, name)?;
    Ok(Value::None)
}

fn hash(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "hash", [""])?;
    Ok(Value::Integer(interpreter.hash(&value)? as i64))
}

/// A number that no other living object has.
fn id(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "id", [""])?;
    let address = match &value {
        Value::Node(node) => node.id() as i64,
        value => value.address().map_or_else(
            || interpreter.hash(value).unwrap_or(0) as i64,
            |address| address as i64,
        ),
    };
    Ok(Value::Integer(address))
}
