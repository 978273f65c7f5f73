//! `range`, `zip`, `enumerate`, `sorted` and the others that walk.

use std::rc::Rc;

use super::convert::integer_of;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Range, Source, Value};

pub(super) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "sorted",
        call: sorted,
    },
    Builtin {
        name: "iter",
        call: iter,
    },
    Builtin {
        name: "next",
        call: next,
    },
];

pub(super) fn range(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [first, second, step] = arguments.bind(interpreter, "range", ["", "", ""], 1)?;
    let mut whole = |value: Option<Value>, default: i64| match value {
        Some(value) => integer_of(interpreter, &value),
        None => Ok(default),
    };
    let has_start = second.is_some();
    let first = whole(first, 0)?;
    let second = whole(second, 0)?;
    let step = whole(step, 1)?;
    if step == 0 {
        return Err(Raise::value_error("range() arg 3 must not be zero"));
    }
    let (start, stop) = if has_start {
        (first, second)
    } else {
        (0, first)
    };
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

pub(super) fn zip(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let mut is_strict = false;
    for (name, value) in std::mem::take(&mut arguments.named) {
        if &*interpreter.names.text(name) != "strict" {
            return Err(Raise::type_error(
                "zip() takes only the keyword argument 'strict'",
            ));
        }
        is_strict = interpreter.truth(&value)?;
    }
    let mut iterators = Vec::new();
    for value in &arguments.positional {
        iterators.push(interpreter.iterate(value)?);
    }
    Ok(Value::iterator(Source::Zip(iterators, is_strict)))
}

pub(super) fn enumerate(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values, start] = arguments.bind(interpreter, "enumerate", ["iterable", "start"], 1)?;
    let start = start.map_or(Ok(0), |start| integer_of(interpreter, &start))?;
    let iterator = interpreter.iterate(&values.unwrap_or(Value::None))?;
    Ok(Value::iterator(Source::Enumerate(iterator, start)))
}

pub(super) fn map(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let mut values = arguments.positional.into_iter();
    let function = values.next();
    let mut iterators = Vec::new();
    for value in values {
        iterators.push(interpreter.iterate(&value)?);
    }
    match function {
        Some(function) if !iterators.is_empty() => {
            Ok(Value::iterator(Source::Map(function, iterators)))
        }
        _ => Err(Raise::type_error("map() must have at least two arguments.")),
    }
}

pub(super) fn filter(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [function, values] = arguments.exactly(interpreter, "filter", ["", ""])?;
    let iterator = interpreter.iterate(&values)?;
    Ok(Value::iterator(Source::Filter(function, iterator)))
}

pub(super) fn reversed(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "reversed", [""])?;
    match &value {
        Value::List(list) => Ok(Value::iterator(Source::ReversedList(
            Rc::clone(list),
            list.len(),
        ))),
        Value::Range(range) => {
            let left = range.len();
            let next = left
                .checked_sub(1)
                .map_or(range.start, |last| range.at(last));
            Ok(Value::iterator(Source::Range {
                next,
                step: range.step.wrapping_neg(),
                left,
            }))
        }
        Value::Tuple(_) | Value::Text(_) | Value::Dictionary(_) | Value::View(_) => Ok(
            Value::iterator(Source::Values(interpreter.collect(&value)?)),
        ),
        Value::Instance(_) => {
            match interpreter.call_special(&value, interpreter.special.reversed, Vec::new())? {
                Some(iterator) => Ok(iterator),
                None => Err(not_reversible(&value)),
            }
        }
        value => Err(not_reversible(value)),
    }
}

fn not_reversible(value: &Value) -> Raise {
    Raise::type_error(format!("'{}' object is not reversible", value.type_name()))
}

fn sorted(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let named = std::mem::take(&mut arguments.named);
    let [values] = arguments.exactly(interpreter, "sorted", [""])?;
    let values = interpreter.collect(&values)?;
    Ok(Value::list(sort(interpreter, "sorted", values, named)?))
}

/// The values in order: a stable merge sort, whose comparisons may fail.
pub(crate) fn sort(
    interpreter: &mut Interpreter,
    function: &str,
    values: Vec<Value>,
    named: Vec<(crate::names::Symbol, Value)>,
) -> Result<Vec<Value>> {
    let options = Arguments {
        positional: Vec::new(),
        named,
    };
    let [key, reverse] = options.bind(interpreter, function, ["key", "reverse"], 0)?;
    let is_reversed = match reverse {
        Some(reverse) => interpreter.truth(&reverse)?,
        None => false,
    };
    let mut keyed = Vec::with_capacity(values.len());
    for value in values {
        let measure = match &key {
            None | Some(Value::None) => value.clone(),
            Some(key) => interpreter.call(key, Arguments::of(vec![value.clone()]))?,
        };
        keyed.push((measure, value));
    }
    // Reversing before and after keeps equal ones in their order.
    if is_reversed {
        keyed.reverse();
    }
    let mut sorted = merge_sort(interpreter, keyed)?;
    if is_reversed {
        sorted.reverse();
    }
    Ok(sorted.into_iter().map(|(_, value)| value).collect())
}

type Keyed = (Value, Value);

fn merge_sort(interpreter: &mut Interpreter, mut values: Vec<Keyed>) -> Result<Vec<Keyed>> {
    if values.len() < 2 {
        return Ok(values);
    }
    let right = values.split_off(values.len() / 2);
    let left = merge_sort(interpreter, values)?;
    let right = merge_sort(interpreter, right)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        interpreter.step()?;
        let is_second = interpreter.is_less(&second.0, &first.0)?;
        merged.extend(if is_second { right.next() } else { left.next() });
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}

fn iter(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "iter", [""])?;
    interpreter.iterate(&value)
}

fn next(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [iterator, default] = arguments.bind(interpreter, "next", ["", ""], 1)?;
    let iterator = iterator.unwrap_or(Value::None);
    if let Value::Instance(_) = &iterator
        && let Some(value) =
            interpreter.call_special(&iterator, interpreter.special.next, Vec::new())?
    {
        return Ok(value);
    }
    match interpreter.next(&iterator)?.or(default) {
        Some(value) => Ok(value),
        None => Err(Raise::new(ErrorKind::StopIteration, "")),
    }
}
