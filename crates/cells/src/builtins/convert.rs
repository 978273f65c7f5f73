//! Turning values into numbers.

use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Value};

/// A whole number where one is needed.
pub(crate) fn integer_of(interpreter: &mut Interpreter, value: &Value) -> Result<i64> {
    match value {
        Value::Integer(integer) => Ok(*integer),
        Value::Bool(truth) => Ok(i64::from(*truth)),
        value => match interpreter.call_special(value, interpreter.special.index, Vec::new())? {
            Some(Value::Integer(integer)) => Ok(integer),
            _ => Err(Raise::type_error(format!(
                "'{}' object cannot be interpreted as an integer",
                value.type_name()
            ))),
        },
    }
}

/// A float where a number is needed.
pub(crate) fn float_of(interpreter: &mut Interpreter, value: &Value) -> Result<f64> {
    match value {
        Value::Float(float) => Ok(*float),
        Value::Integer(integer) => Ok(*integer as f64),
        Value::Bool(truth) => Ok(f64::from(u8::from(*truth))),
        value => match interpreter.call_special(value, interpreter.special.float, Vec::new())? {
            Some(Value::Float(float)) => Ok(float),
            _ => Err(Raise::type_error(format!(
                "must be real number, not {}",
                value.type_name()
            ))),
        },
    }
}

/// The whole part of a float.
pub(crate) fn float_to_integer(float: f64) -> Result<i64> {
    const END: f64 = (1_u64 << 63) as f64;
    if float.is_nan() {
        return Err(Raise::value_error("cannot convert float NaN to integer"));
    }
    if float.is_infinite() {
        return Err(Raise::new(
            ErrorKind::OverflowError,
            "cannot convert float infinity to integer",
        ));
    }
    let whole = float.trunc();
    if (-END..END).contains(&whole) {
        Ok(whole as i64)
    } else {
        Err(Raise::too_large())
    }
}

pub(super) fn float(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.bind(interpreter, "float", [""], 0)?;
    let Some(value) = value else {
        return Ok(Value::Float(0.0));
    };
    match &value {
        Value::Text(text) => match read_float(text.as_str()) {
            Some(float) => Ok(Value::Float(float)),
            None => {
                let shown = interpreter.repr(&value)?;
                Err(Raise::value_error(format!(
                    "could not convert string to float: {shown}"
                )))
            }
        },
        Value::Integer(_) | Value::Bool(_) | Value::Float(_) | Value::Instance(_) => {
            match float_of(interpreter, &value) {
                Err(raise)
                    if raise.0.trace.is_empty()
                        && interpreter.is_error(&raise, ErrorKind::TypeError) =>
                {
                    Err(not_convertible(
                        "float",
                        "a string or a real number",
                        &value,
                    ))
                }
                float => float.map(Value::Float),
            }
        }
        value => Err(not_convertible("float", "a string or a real number", value)),
    }
}

fn not_convertible(function: &str, wanted: &str, value: &Value) -> Raise {
    Raise::type_error(format!(
        "{function}() argument must be {wanted}, not '{}'",
        value.type_name()
    ))
}

fn read_float(text: &str) -> Option<f64> {
    let plain = without_underscores(text.trim())?.to_lowercase();
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let is_word = matches!(unsigned, "inf" | "infinity" | "nan");
    let is_number = unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    if is_word || is_number {
        plain.parse().ok()
    } else {
        None
    }
}

/// The digits without the underscores between them; nothing where one stands elsewhere.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let misplaced = |(at, byte): (usize, &u8)| {
        *byte == b'_' && !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)))
    };
    if bytes.iter().enumerate().any(misplaced) {
        None
    } else {
        Some(text.replace('_', ""))
    }
}

pub(super) fn integer(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, base] = arguments.bind(interpreter, "int", ["", "base"], 0)?;
    let Some(value) = value else {
        return Ok(Value::Integer(0));
    };
    if let Some(base) = base {
        let base = integer_of(interpreter, &base)?;
        let Value::Text(text) = &value else {
            return Err(Raise::type_error(
                "int() can't convert non-string with explicit base",
            ));
        };
        return read_integer(interpreter, text.as_str(), base).map(Value::Integer);
    }
    match &value {
        Value::Integer(integer) => Ok(Value::Integer(*integer)),
        Value::Bool(truth) => Ok(Value::Integer(i64::from(*truth))),
        Value::Float(float) => float_to_integer(*float).map(Value::Integer),
        Value::Text(text) => read_integer(interpreter, text.as_str(), 10).map(Value::Integer),
        other => {
            let wanted = "a string, a bytes-like object or a real number";
            for method in [interpreter.special.int, interpreter.special.index] {
                if let Some(Value::Integer(integer)) =
                    interpreter.call_special(other, method, Vec::new())?
                {
                    return Ok(Value::Integer(integer));
                }
            }
            Err(not_convertible("int", wanted, other))
        }
    }
}

fn read_integer(interpreter: &mut Interpreter, text: &str, base: i64) -> Result<i64> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Raise::value_error(
            "int() base must be >= 2 and <= 36, or 0",
        ));
    }
    let trimmed = text.trim();
    let (sign, digits) = match trimmed.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let lower = digits.to_lowercase();
    let prefixed = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, radix)| {
            let rest = lower.strip_prefix(prefix)?;
            (base == radix || base == 0).then(|| (rest.strip_prefix('_').unwrap_or(rest), radix))
        });
    let (digits, radix) = prefixed.unwrap_or((&lower, if base == 0 { 10 } else { base }));
    let plain = without_underscores(digits)
        .filter(|digits| digits.chars().all(|digit| digit.is_digit(radix as u32)));
    match plain.filter(|digits| !digits.is_empty()) {
        Some(digits) => i64::from_str_radix(&[sign, &digits].concat(), radix as u32)
            .map_err(|_| Raise::too_large()),
        None => {
            let shown = interpreter.repr(&Value::text(text))?;
            Err(Raise::value_error(format!(
                "invalid literal for int() with base {base}: {shown}"
            )))
        }
    }
}
