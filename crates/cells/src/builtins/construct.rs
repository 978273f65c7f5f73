//! Types as functions: `list(...)`, `dict(...)`, `str(...)`.

use std::rc::Rc;

use super::{classes, convert, iteration, objects};
use crate::eval::Interpreter;
use crate::library::node;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Dictionary, Set, Slice, Type, Value};

/// Makes a value of a type.
pub(crate) fn construct(
    interpreter: &mut Interpreter,
    kind: Type,
    arguments: Arguments,
) -> Result<Value> {
    interpreter.step()?;
    match kind {
        Type::Bool => {
            let [value] = arguments.bind(interpreter, "bool", [""], 0)?;
            Ok(Value::Bool(
                value.map_or(Ok(false), |value| interpreter.truth(&value))?,
            ))
        }
        Type::Integer => convert::integer(interpreter, arguments),
        Type::Float => convert::float(interpreter, arguments),
        Type::Text => text(interpreter, arguments),
        Type::List => {
            let [values] = arguments.bind(interpreter, "list", [""], 0)?;
            Ok(Value::list(values.map_or(Ok(Vec::new()), |values| {
                interpreter.collect(&values)
            })?))
        }
        Type::Tuple => {
            let [values] = arguments.bind(interpreter, "tuple", [""], 0)?;
            match values {
                Some(Value::Tuple(tuple)) => Ok(Value::Tuple(tuple)),
                Some(values) => Ok(Value::tuple(interpreter.collect(&values)?)),
                None => Ok(Value::tuple(Vec::new())),
            }
        }
        Type::Dictionary => dictionary(interpreter, arguments),
        Type::Set => set(interpreter, arguments),
        Type::Range => iteration::range(interpreter, arguments),
        Type::Zip => iteration::zip(interpreter, arguments),
        Type::Enumerate => iteration::enumerate(interpreter, arguments),
        Type::Map => iteration::map(interpreter, arguments),
        Type::Filter => iteration::filter(interpreter, arguments),
        Type::Reversed => iteration::reversed(interpreter, arguments),
        Type::Slice => slice(interpreter, arguments),
        Type::Type => objects::type_function(interpreter, arguments),
        Type::Object => classes::object(interpreter, arguments),
        Type::Static | Type::ClassMethod | Type::Property => {
            classes::wrapped(interpreter, kind, arguments)
        }
        Type::Super => classes::super_with(interpreter, arguments),
        Type::Node => node::make(interpreter, arguments),
        other => Err(Raise::type_error(format!(
            "cannot create '{}' instances",
            other.name()
        ))),
    }
}

fn text(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.bind(interpreter, "str", ["object"], 0)?;
    match value {
        None => Ok(Value::text("")),
        Some(text @ Value::Text(_)) => Ok(text),
        Some(value) => Ok(Value::text(&*interpreter.str(&value)?)),
    }
}

fn dictionary(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let named = std::mem::take(&mut arguments.named);
    let [values] = arguments.bind(interpreter, "dict", [""], 0)?;
    let made = Dictionary::default();
    if let Some(values) = values {
        fill(interpreter, &made, &values)?;
    }
    for (name, value) in named {
        let name = Value::text(&*interpreter.names.text(name));
        interpreter.put(&made, name, value)?;
    }
    Ok(Value::Dictionary(Rc::new(made)))
}

/// Adds the keys and values of a dictionary or of pairs.
pub(crate) fn fill(interpreter: &mut Interpreter, into: &Dictionary, values: &Value) -> Result<()> {
    if let Value::Dictionary(other) = values {
        return interpreter.merge(into, other);
    }
    let mut place = 0;
    interpreter.for_each(values, |interpreter, pair| {
        let items = interpreter.collect(&pair).map_err(|_| {
            Raise::type_error(format!(
                "cannot convert dictionary update sequence element #{place} to a sequence"
            ))
        })?;
        let [key, value] = items.as_slice() else {
            return Err(Raise::value_error(format!(
                "dictionary update sequence element #{place} has length {}; 2 is required",
                items.len()
            )));
        };
        interpreter.put(into, key.clone(), value.clone())?;
        place += 1;
        Ok(false)
    })
}

fn set(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.bind(interpreter, "set", [""], 0)?;
    let made = match &values {
        Some(Value::Set(set)) => set.copied()?,
        _ => Set::default(),
    };
    if let Some(values) = values.filter(|values| !matches!(values, Value::Set(_))) {
        interpreter.for_each(&values, |interpreter, value| {
            interpreter.add_to_set(&made, value)?;
            Ok(false)
        })?;
    }
    Ok(Value::Set(Rc::new(made)))
}

fn slice(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [first, second, step] = arguments.bind(interpreter, "slice", ["", "", ""], 1)?;
    let (start, stop) = if second.is_some() {
        (first, second)
    } else {
        (None, first)
    };
    let [start, stop, step] = [start, stop, step].map(|bound| bound.unwrap_or(Value::None));
    Ok(Value::Slice(Rc::new(Slice { start, stop, step })))
}
