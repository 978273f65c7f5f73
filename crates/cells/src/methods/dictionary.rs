//! Methods of dictionaries.

use std::rc::Rc;

use super::methods;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Dictionary, Value, View, ViewKind};

methods! { METHODS, Dictionary:
    "get" => get,
    "keys" => |interpreter, this, arguments| view(interpreter, this, ViewKind::Keys, arguments),
    "values" => |interpreter, this, arguments| view(interpreter, this, ViewKind::Values, arguments),
    "items" => |interpreter, this, arguments| view(interpreter, this, ViewKind::Items, arguments),
    "pop" => pop,
    "popitem" => popitem,
    "setdefault" => setdefault,
    "update" => update,
    "copy" => copy,
    "clear" => clear,
}

fn get(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [key, default] = arguments.bind(interpreter, "get", ["", ""], 1)?;
    let found = interpreter.find(this, &key.unwrap_or(Value::None))?;
    Ok(found.or(default).unwrap_or(Value::None))
}

fn view(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    kind: ViewKind,
    arguments: Arguments,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "keys", [])?;
    Ok(Value::View(Rc::new(View {
        of: Rc::clone(this),
        kind,
    })))
}

fn pop(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [key, default] = arguments.bind(interpreter, "pop", ["", ""], 1)?;
    let key = key.unwrap_or(Value::None);
    match interpreter.take_key(this, &key)?.or(default) {
        Some(value) => Ok(value),
        None => Err(interpreter.raised(ErrorKind::KeyError, vec![key])),
    }
}

fn popitem(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "popitem", [])?;
    match this.last().and_then(|place| this.remove(place)) {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => {
            let message = Value::text("popitem(): dictionary is empty");
            Err(interpreter.raised(ErrorKind::KeyError, vec![message]))
        }
    }
}

fn setdefault(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [key, default] = arguments.bind(interpreter, "setdefault", ["", ""], 1)?;
    let key = key.unwrap_or(Value::None);
    if let Some(value) = interpreter.find(this, &key)? {
        return Ok(value);
    }
    let default = default.unwrap_or(Value::None);
    interpreter.put(this, key, default.clone())?;
    Ok(default)
}

fn update(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    mut arguments: Arguments,
) -> Result<Value> {
    let named = std::mem::take(&mut arguments.named);
    let [other] = arguments.bind(interpreter, "update", [""], 0)?;
    if let Some(other) = other {
        crate::builtins::fill(interpreter, this, &other)?;
    }
    for (name, value) in named {
        let name = Value::text(&*interpreter.names.text(name));
        interpreter.put(this, name, value)?;
    }
    Ok(Value::None)
}

fn copy(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "copy", [])?;
    interpreter.charge_items(this.len())?;
    Ok(Value::Dictionary(Rc::new(this.copied()?)))
}

fn clear(
    interpreter: &mut Interpreter,
    this: &Rc<Dictionary>,
    arguments: Arguments,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "clear", [])?;
    this.clear();
    Ok(Value::None)
}

/// `dict.fromkeys(keys, value)`
pub(crate) static FROM_KEYS: Builtin = Builtin {
    name: "fromkeys",
    call: fromkeys,
};

fn fromkeys(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [keys, value] = arguments.bind(interpreter, "fromkeys", ["", ""], 1)?;
    let made = Dictionary::default();
    let value = value.unwrap_or(Value::None);
    interpreter.for_each(&keys.unwrap_or(Value::None), |interpreter, key| {
        interpreter.put(&made, key, value.clone())?;
        Ok(false)
    })?;
    Ok(Value::Dictionary(Rc::new(made)))
}

/// The error of an empty container.
#[cold]
pub(super) fn nothing_to_pop(interpreter: &Interpreter, message: &str) -> Raise {
    interpreter.raised(ErrorKind::KeyError, vec![Value::text(message)])
}
