//! `sum`, `min`, `max`, `any`, `all`, `len`.

use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(super) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "sum",
        call: sum,
    },
    Builtin {
        name: "min",
        call: |interpreter, arguments| extreme(interpreter, "min", arguments),
    },
    Builtin {
        name: "max",
        call: |interpreter, arguments| extreme(interpreter, "max", arguments),
    },
    Builtin {
        name: "any",
        call: any,
    },
    Builtin {
        name: "all",
        call: all,
    },
    Builtin {
        name: "len",
        call: len,
    },
];

/// Adds from left to right, floats too.
fn sum(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values, start] = arguments.bind(interpreter, "sum", ["", "start"], 1)?;
    let mut total = start.unwrap_or(Value::Integer(0));
    if matches!(total, Value::Text(_)) {
        return Err(Raise::type_error(
            "sum() can't sum strings [use ''.join(seq) instead]",
        ));
    }
    interpreter.for_each(&values.unwrap_or(Value::None), |interpreter, value| {
        total = interpreter.binary(BinaryOperator::Add, &total, &value)?;
        Ok(false)
    })?;
    Ok(total)
}

fn extreme(interpreter: &mut Interpreter, name: &str, mut arguments: Arguments) -> Result<Value> {
    let (mut key, mut default) = (None, None);
    for (option, value) in std::mem::take(&mut arguments.named) {
        match &*interpreter.names.text(option) {
            "key" => key = Some(value).filter(|key| !matches!(key, Value::None)),
            "default" => default = Some(value),
            other => {
                return Err(Raise::type_error(format!(
                    "{name}() got an unexpected keyword argument '{other}'"
                )));
            }
        }
    }
    let values = match arguments.positional.as_slice() {
        [] => {
            return Err(Raise::type_error(format!(
                "{name} expected at least 1 argument, got 0"
            )));
        }
        [values] => interpreter.collect(values)?,
        _ if default.is_some() => {
            let message =
                format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(Raise::type_error(message));
        }
        _ => arguments.positional,
    };
    let mut best: Option<(Value, Value)> = None;
    for value in values {
        interpreter.step()?;
        let measure = match &key {
            Some(key) => interpreter.call(key, Arguments::of(vec![value.clone()]))?,
            None => value.clone(),
        };
        let is_better = match &best {
            None => true,
            Some((_, least)) if name == "min" => interpreter.is_less(&measure, least)?,
            Some((_, most)) => {
                let answer =
                    interpreter.comparison(crate::code::Comparison::Greater, &measure, most)?;
                interpreter.truth(&answer)?
            }
        };
        if is_better {
            best = Some((value, measure));
        }
    }
    match best.map(|(value, _)| value).or(default) {
        Some(value) => Ok(value),
        None => Err(Raise::value_error(format!(
            "{name}() arg is an empty sequence"
        ))),
    }
}

fn any(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "any", [""])?;
    let mut found = false;
    interpreter.for_each(&values, |interpreter, value| {
        found = interpreter.truth(&value)?;
        Ok(found)
    })?;
    Ok(Value::Bool(found))
}

fn all(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "all", [""])?;
    let mut holds = true;
    interpreter.for_each(&values, |interpreter, value| {
        holds = interpreter.truth(&value)?;
        Ok(!holds)
    })?;
    Ok(Value::Bool(holds))
}

fn len(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "len", [""])?;
    match interpreter.length(&value)? {
        Some(length) => Ok(length.into()),
        None => Err(Raise::type_error(format!(
            "object of type '{}' has no len()",
            value.type_name()
        ))),
    }
}
