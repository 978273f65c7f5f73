//! Places in a text, its ends, and what stands in place of a part.

use std::rc::Rc;

use super::split::most_splits;
use super::text_argument;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Span, Text, Value};

pub(super) fn replace(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [old, new, count] = arguments.bind(interpreter, "replace", ["", "", ""], 2)?;
    let (Some(old), Some(new)) = (
        text_argument(old, "replace() argument 1")?,
        text_argument(new, "replace() argument 2")?,
    ) else {
        return Err(Raise::type_error(
            "replace() argument 1 must be str, not None",
        ));
    };
    let most = most_splits(count)?;
    interpreter.charge_bytes(this.len())?;
    let found = this.as_str().matches(old.as_str()).count().min(most);
    crate::memory::reserve(
        this.as_str()
            .len()
            .saturating_add(found.saturating_mul(new.as_str().len())),
    )?;
    Ok(Value::text(this.as_str().replacen(
        old.as_str(),
        new.as_str(),
        most,
    )))
}

pub(super) fn has_end(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    has: fn(&str, &str) -> bool,
) -> Result<Value> {
    let [end, start, stop] = arguments.bind(interpreter, "startswith", ["", "", ""], 1)?;
    let (_, text) = part(this, start, stop)?;
    let ends = match end {
        Some(Value::Tuple(ends)) => ends.items().to_vec(),
        end => end.into_iter().collect(),
    };
    for end in ends {
        let Value::Text(end) = end else {
            return Err(Raise::type_error(format!(
                "startswith first arg must be str or a tuple of str, not {}",
                end.type_name()
            )));
        };
        if has(text, end.as_str()) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// The part of a text between two bounds, and the place where it begins.
pub(super) fn part(
    this: &Text,
    start: Option<Value>,
    stop: Option<Value>,
) -> Result<(usize, &str)> {
    let bound = |bound: Option<Value>| match bound {
        None | Some(Value::None) => Ok(None),
        Some(Value::Integer(bound)) => Ok(Some(bound)),
        Some(_) => Err(Raise::type_error(
            "slice indices must be integers or None or have an __index__ method",
        )),
    };
    let span = Span::new(bound(start)?, bound(stop)?, 1, this.len());
    let [from, to] =
        [span.start, span.stop.max(span.start)].map(|at| this.byte(at as usize).unwrap_or(0));
    Ok((span.start as usize, &this.as_str()[from..to]))
}

pub(super) fn removeprefix(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [prefix] = arguments.bind(interpreter, "removeprefix", [""], 1)?;
    let prefix = text_argument(prefix, "removeprefix() argument")?;
    let text = this.as_str();
    Ok(Value::text(
        prefix
            .and_then(|prefix| text.strip_prefix(prefix.as_str()))
            .unwrap_or(text),
    ))
}

pub(super) fn removesuffix(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [suffix] = arguments.bind(interpreter, "removesuffix", [""], 1)?;
    let suffix = text_argument(suffix, "removesuffix() argument")?;
    let text = this.as_str();
    Ok(Value::text(
        suffix
            .and_then(|suffix| text.strip_suffix(suffix.as_str()))
            .unwrap_or(text),
    ))
}

pub(super) fn find(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    is_first: bool,
) -> Result<Option<usize>> {
    let [wanted, start, stop] = arguments.bind(interpreter, "find", ["", "", ""], 1)?;
    let Some(Value::Text(wanted)) = wanted else {
        return Err(Raise::type_error(format!(
            "must be str, not {}",
            wanted.unwrap_or(Value::None).type_name()
        )));
    };
    interpreter.charge_bytes(this.len())?;
    let (start, text) = part(this, start, stop)?;
    let byte = if is_first {
        text.find(wanted.as_str())
    } else {
        text.rfind(wanted.as_str())
    };
    Ok(byte.map(|byte| start + text[..byte].chars().count()))
}

pub(super) fn or_minus_one(place: Option<usize>) -> Value {
    place.map_or(Value::Integer(-1), Value::from)
}

pub(super) fn or_error(place: Option<usize>) -> Result<Value> {
    place
        .map(Value::from)
        .ok_or_else(|| Raise::value_error("substring not found"))
}

pub(super) fn count(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [wanted, start, stop] = arguments.bind(interpreter, "count", ["", "", ""], 1)?;
    let Some(Value::Text(wanted)) = wanted else {
        return Err(Raise::type_error(format!(
            "must be str, not {}",
            wanted.unwrap_or(Value::None).type_name()
        )));
    };
    interpreter.charge_bytes(this.len())?;
    let (_, text) = part(this, start, stop)?;
    Ok(text.matches(wanted.as_str()).count().into())
}
