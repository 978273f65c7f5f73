//! Texts with other letters, other ends or another width, and questions about every character.

use std::rc::Rc;

use super::text_argument;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Text, Value};

pub(super) fn mapped(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    map: fn(&str) -> String,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "upper", [])?;
    interpreter.charge_bytes(this.len())?;
    crate::memory::reserve(this.as_str().len())?;
    Ok(Value::text(map(this.as_str())))
}

pub(super) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(characters.as_str().to_lowercase().chars())
            .collect(),
        None => String::new(),
    }
}

pub(super) fn titled(text: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for character in text.chars() {
        if is_inside {
            out.extend(character.to_lowercase());
        } else {
            out.extend(character.to_uppercase());
        }
        is_inside = character.is_alphabetic();
    }
    out
}

pub(super) fn swapped(text: &str) -> String {
    let swap = |character: char| {
        if character.is_uppercase() {
            character.to_lowercase().to_string()
        } else {
            character.to_uppercase().to_string()
        }
    };
    text.chars().map(swap).collect()
}

pub(super) fn stripped(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    [left, right]: [bool; 2],
) -> Result<Value> {
    let [of] = arguments.bind(interpreter, "strip", [""], 0)?;
    let of = text_argument(of, "strip arg")?;
    let is_gone = |character: char| match &of {
        Some(of) => of.as_str().contains(character),
        None => character.is_whitespace(),
    };
    let mut text = this.as_str();
    if left {
        text = text.trim_start_matches(is_gone);
    }
    if right {
        text = text.trim_end_matches(is_gone);
    }
    interpreter.charge_bytes(this.len())?;
    Ok(Value::text(text))
}

pub(super) fn width_of(value: Option<Value>) -> Result<usize> {
    match value {
        Some(Value::Integer(width)) => Ok(usize::try_from(width).unwrap_or(0)),
        other => Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.unwrap_or(Value::None).type_name()
        ))),
    }
}

pub(super) fn zfill(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [width] = arguments.bind(interpreter, "zfill", [""], 1)?;
    let missing = width_of(width)?.saturating_sub(this.len());
    crate::memory::reserve(missing)?;
    let text = this.as_str();
    let sign = if text.starts_with(['+', '-']) { 1 } else { 0 };
    let (sign, digits) = text.split_at(sign);
    Ok(Value::text([sign, &"0".repeat(missing), digits].concat()))
}

pub(super) fn padded(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    align: char,
) -> Result<Value> {
    let [width, fill] = arguments.bind(interpreter, "ljust", ["", ""], 1)?;
    let missing = width_of(width)?.saturating_sub(this.len());
    let fill = match fill {
        None => " ".to_owned(),
        Some(Value::Text(fill)) if fill.len() == 1 => fill.as_str().to_owned(),
        Some(_) => {
            return Err(Raise::type_error(
                "The fill character must be exactly one character long",
            ));
        }
    };
    crate::memory::reserve(missing.saturating_mul(fill.len()))?;
    let left = match align {
        '<' => 0,
        '>' => missing,
        // As CPython: the odd one stands on the left where the width is odd too.
        _ => missing / 2 + (missing & (this.len() + missing) & 1),
    };
    Ok(Value::text(
        [
            fill.repeat(left).as_str(),
            this.as_str(),
            &fill.repeat(missing - left),
        ]
        .concat(),
    ))
}

pub(super) fn every(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    is: impl Fn(char) -> bool,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "isdigit", [])?;
    interpreter.charge_bytes(this.len())?;
    Ok(Value::Bool(this.len() > 0 && this.as_str().chars().all(is)))
}

pub(super) fn cased(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    [is, is_not]: [fn(char) -> bool; 2],
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "isupper", [])?;
    interpreter.charge_bytes(this.len())?;
    let text = this.as_str();
    Ok(Value::Bool(
        text.chars().any(is) && !text.chars().any(is_not),
    ))
}

pub(super) fn isidentifier(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "isidentifier", [])?;
    let text = this.as_str();
    let starts = text.starts_with(|first: char| first.is_alphabetic() || first == '_');
    Ok(Value::Bool(
        starts
            && text
                .chars()
                .all(|character| character.is_alphanumeric() || character == '_'),
    ))
}
