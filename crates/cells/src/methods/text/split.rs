//! Texts in parts: taken apart and joined.

use std::rc::Rc;

use super::text_argument;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Text, Value};

pub(super) fn most_splits(value: Option<Value>) -> Result<usize> {
    match value {
        None => Ok(usize::MAX),
        Some(Value::Integer(most)) => Ok(usize::try_from(most).unwrap_or(usize::MAX)),
        Some(other) => Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.type_name()
        ))),
    }
}

pub(super) fn texts<'a>(
    interpreter: &mut Interpreter,
    parts: impl Iterator<Item = &'a str>,
) -> Result<Value> {
    let list = crate::value::List::default();
    for part in parts {
        interpreter.step()?;
        list.push(Value::text(part))?;
    }
    Ok(Value::List(Rc::new(list)))
}

pub(super) fn split(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [separator, most] = arguments.bind(interpreter, "split", ["sep", "maxsplit"], 0)?;
    let most = most_splits(most)?;
    interpreter.charge_bytes(this.len())?;
    match text_argument(separator, "sep")? {
        Some(separator) if separator.len() == 0 => Err(Raise::value_error("empty separator")),
        Some(separator) => texts(
            interpreter,
            this.as_str()
                .splitn(most.saturating_add(1), separator.as_str()),
        ),
        None => {
            let mut rest = this.as_str().trim_start();
            let mut parts = Vec::new();
            while !rest.is_empty() {
                if parts.len() == most {
                    parts.push(rest);
                    break;
                }
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = rest[end..].trim_start();
            }
            texts(interpreter, parts.into_iter())
        }
    }
}

pub(super) fn rsplit(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [separator, most] = arguments.bind(interpreter, "rsplit", ["sep", "maxsplit"], 0)?;
    let most = most_splits(most)?;
    interpreter.charge_bytes(this.len())?;
    let mut parts = Vec::new();
    match text_argument(separator, "sep")? {
        Some(separator) if separator.len() == 0 => {
            return Err(Raise::value_error("empty separator"));
        }
        Some(separator) => parts.extend(
            this.as_str()
                .rsplitn(most.saturating_add(1), separator.as_str())
                .map(str::to_owned),
        ),
        None => {
            let mut rest = this.as_str().trim_end();
            while !rest.is_empty() {
                if parts.len() == most {
                    parts.push(rest.to_owned());
                    break;
                }
                let start = rest
                    .char_indices()
                    .rev()
                    .find(|(_, character)| character.is_whitespace());
                let start = start.map_or(0, |(at, character)| at + character.len_utf8());
                parts.push(rest[start..].to_owned());
                rest = rest[..start].trim_end();
            }
        }
    }
    parts.reverse();
    texts(interpreter, parts.iter().map(String::as_str))
}

pub(super) fn splitlines(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [keep] = arguments.bind(interpreter, "splitlines", ["keepends"], 0)?;
    let keep = keep.map_or(Ok(false), |keep| interpreter.truth(&keep))?;
    interpreter.charge_bytes(this.len())?;
    let lines = this.as_str().split_inclusive('\n').map(|line| {
        if keep {
            line
        } else {
            line.strip_suffix('\n')
                .map_or(line, |line| line.strip_suffix('\r').unwrap_or(line))
        }
    });
    texts(interpreter, lines)
}

pub(super) fn partition(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    is_first: bool,
) -> Result<Value> {
    let [separator] = arguments.exactly(interpreter, "partition", [""])?;
    let Value::Text(separator) = separator else {
        return Err(Raise::type_error(format!(
            "must be str, not {}",
            separator.type_name()
        )));
    };
    if separator.len() == 0 {
        return Err(Raise::value_error("empty separator"));
    }
    interpreter.charge_bytes(this.len())?;
    let text = this.as_str();
    let parts = if is_first {
        text.split_once(separator.as_str())
    } else {
        text.rsplit_once(separator.as_str())
    };
    let [before, between, after] = match parts {
        Some((before, after)) => [before, separator.as_str(), after],
        None if is_first => [text, "", ""],
        None => ["", "", text],
    };
    Ok(Value::tuple(
        [before, between, after].map(Value::text).to_vec(),
    ))
}

pub(super) fn join(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [parts] = arguments.exactly(interpreter, "join", [""])?;
    let mut joined = String::new();
    for (place, part) in interpreter.collect(&parts)?.into_iter().enumerate() {
        let Value::Text(part) = part else {
            return Err(Raise::type_error(format!(
                "sequence item {place}: expected str instance, {} found",
                part.type_name()
            )));
        };
        if place > 0 {
            joined.push_str(this.as_str());
        }
        interpreter.charge(1 + part.len() as u64 / 16)?;
        joined.push_str(part.as_str());
        crate::memory::reserve(joined.len() * 2)?;
    }
    Ok(Value::text(joined))
}
