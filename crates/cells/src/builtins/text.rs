//! `print`, `repr` and the others that make text.

use super::convert::integer_of;
use crate::eval::Interpreter;
use crate::format::in_radix;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(super) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "print",
        call: print,
    },
    Builtin {
        name: "repr",
        call: repr,
    },
    Builtin {
        name: "ascii",
        call: ascii,
    },
    Builtin {
        name: "format",
        call: format,
    },
    Builtin {
        name: "chr",
        call: chr,
    },
    Builtin {
        name: "ord",
        call: ord,
    },
    Builtin {
        name: "bin",
        call: |interpreter, arguments| radix(interpreter, "bin", 2, arguments),
    },
    Builtin {
        name: "oct",
        call: |interpreter, arguments| radix(interpreter, "oct", 8, arguments),
    },
    Builtin {
        name: "hex",
        call: |interpreter, arguments| radix(interpreter, "hex", 16, arguments),
    },
];

fn print(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let values = std::mem::take(&mut arguments.positional);
    let [separator, end, _file, _flush] =
        arguments.bind(interpreter, "print", ["sep", "end", "file", "flush"], 0)?;
    let separator = separated(interpreter, "sep", separator, " ")?;
    let end = separated(interpreter, "end", end, "\n")?;
    let mut text = String::new();
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            text.push_str(&separator);
        }
        text.push_str(&interpreter.str(value)?);
    }
    text.push_str(&end);
    interpreter.print(&text)?;
    Ok(Value::None)
}

fn separated(
    interpreter: &mut Interpreter,
    name: &str,
    value: Option<Value>,
    default: &str,
) -> Result<String> {
    match value {
        None | Some(Value::None) => Ok(default.to_owned()),
        Some(text @ Value::Text(_)) => Ok(interpreter.str(&text)?.to_string()),
        Some(other) => Err(Raise::type_error(format!(
            "{name} must be None or a string, not {}",
            other.type_name()
        ))),
    }
}

fn repr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "repr", [""])?;
    interpreter.repr(&value).map(Value::text)
}

fn ascii(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "ascii", [""])?;
    interpreter
        .converted(&value, Some('a'), "")
        .map(Value::text)
}

fn format(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, specification] = arguments.bind(interpreter, "format", ["", ""], 1)?;
    let specification = match specification {
        None => String::new(),
        Some(Value::Text(text)) => text.as_str().to_owned(),
        Some(other) => {
            return Err(Raise::type_error(format!(
                "format() argument 2 must be str, not {}",
                other.type_name()
            )));
        }
    };
    interpreter
        .format(&value.unwrap_or(Value::None), &specification)
        .map(Value::text)
}

fn chr(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [code] = arguments.exactly(interpreter, "chr", [""])?;
    let code = integer_of(interpreter, &code)?;
    let character = u32::try_from(code).ok().and_then(char::from_u32);
    character
        .map(|character| Value::text(character.to_string()))
        .ok_or_else(|| Raise::value_error("chr() arg not in range(0x110000)"))
}

fn ord(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [text] = arguments.exactly(interpreter, "ord", [""])?;
    match &text {
        Value::Text(text) if text.len() == 1 => Ok(Value::Integer(
            text.as_str()
                .chars()
                .next()
                .map_or(0, |character| i64::from(u32::from(character))),
        )),
        Value::Text(text) => Err(Raise::type_error(format!(
            "ord() expected a character, but string of length {} found",
            text.len()
        ))),
        other => Err(Raise::type_error(format!(
            "ord() expected string of length 1, but {} found",
            other.type_name()
        ))),
    }
}

fn radix(
    interpreter: &mut Interpreter,
    name: &str,
    radix: u32,
    arguments: Arguments,
) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, name, [""])?;
    let integer = integer_of(interpreter, &value)?;
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let sign = if integer < 0 { "-" } else { "" };
    Ok(Value::text(
        [sign, prefix, &in_radix(integer.unsigned_abs(), radix)].concat(),
    ))
}
