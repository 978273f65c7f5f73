//! `text % arguments`.

use super::{Specification, format_float, format_integer, format_text};
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::Value;

/// The text with its `%` places filled.
pub(crate) fn percent(
    interpreter: &mut Interpreter,
    text: &str,
    arguments: &Value,
) -> Result<String> {
    interpreter.charge_bytes(text.len())?;
    let mut filling = Filling::new(arguments);
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        rest = filling.fill(interpreter, rest, &mut out)?;
        crate::memory::reserve(out.len())?;
    }
    out.push_str(rest);
    if filling.next < filling.values.len() && !filling.is_mapping {
        return Err(Raise::type_error(
            "not all arguments converted during string formatting",
        ));
    }
    Ok(out)
}

/// The arguments, and how many are used.
struct Filling {
    values: Vec<Value>,
    next: usize,
    mapping: Value,
    is_mapping: bool,
}

impl Filling {
    fn new(arguments: &Value) -> Filling {
        let values = match arguments {
            Value::Tuple(tuple) => tuple.items().to_vec(),
            other => vec![other.clone()],
        };
        let is_mapping = matches!(arguments, Value::Dictionary(_));
        Filling {
            values,
            next: 0,
            mapping: arguments.clone(),
            is_mapping,
        }
    }

    fn take(&mut self) -> Result<Value> {
        self.next += 1;
        self.values
            .get(self.next - 1)
            .cloned()
            .ok_or_else(|| Raise::type_error("not enough arguments for format string"))
    }

    /// Fills one place; gives the text behind it.
    fn fill<'a>(
        &mut self,
        interpreter: &mut Interpreter,
        text: &'a str,
        out: &mut String,
    ) -> Result<&'a str> {
        let (key, text) = key(text)?;
        let flags_end = text
            .find(|character: char| !"-+ #0".contains(character))
            .unwrap_or(text.len());
        let (flags, text) = text.split_at(flags_end);
        let (width, text) = self.number(text)?;
        let (precision, text) = match text.strip_prefix('.') {
            Some(text) => {
                let (precision, text) = self.number(text)?;
                (Some(precision.unwrap_or(0).max(0)), text)
            }
            None => (None, text),
        };
        let text = text.trim_start_matches(['h', 'l', 'L']);
        let mut characters = text.chars();
        let form = characters
            .next()
            .ok_or_else(|| Raise::value_error("incomplete format"))?;
        let value = match key {
            Some(key) if self.is_mapping => {
                interpreter.item(&self.mapping.clone(), &Value::text(key))?
            }
            Some(_) => return Err(Raise::type_error("format requires a mapping")),
            None => self.take()?,
        };
        let width = width.unwrap_or(0);
        let is_left = flags.contains('-') || width < 0;
        let specification = Specification {
            align: Some(if is_left { '<' } else { '>' })
                .filter(|_| is_left || !flags.contains('0')),
            sign: ['+', ' '].into_iter().find(|sign| flags.contains(*sign)),
            alternate: flags.contains('#'),
            zeros: flags.contains('0') && !is_left,
            width: width.unsigned_abs() as usize,
            precision: precision.map(|precision| precision as usize),
            ..Specification::default()
        };
        out.push_str(&converted(interpreter, form, &value, specification)?);
        Ok(characters.as_str())
    }

    fn number<'a>(&mut self, text: &'a str) -> Result<(Option<i64>, &'a str)> {
        if let Some(text) = text.strip_prefix('*') {
            return match self.take()? {
                Value::Integer(number) if number.unsigned_abs() <= 100_000 => {
                    Ok((Some(number), text))
                }
                Value::Integer(_) => Err(Raise::value_error("width too big")),
                _ => Err(Raise::type_error("* wants int")),
            };
        }
        let end = text
            .find(|character: char| !character.is_ascii_digit())
            .unwrap_or(text.len());
        let (digits, text) = text.split_at(end);
        if digits.len() > 5 {
            return Err(Raise::value_error("width too big"));
        }
        Ok((digits.parse().ok(), text))
    }
}

fn key(text: &str) -> Result<(Option<&str>, &str)> {
    let Some(text) = text.strip_prefix('(') else {
        return Ok((None, text));
    };
    let (key, text) = text
        .split_once(')')
        .ok_or_else(|| Raise::value_error("incomplete format key"))?;
    Ok((Some(key), text))
}

fn converted(
    interpreter: &mut Interpreter,
    form: char,
    value: &Value,
    mut specification: Specification,
) -> Result<String> {
    match form {
        's' | 'r' | 'a' => {
            let text = match form {
                's' => interpreter.str(value)?.to_string(),
                'r' => interpreter.repr(value)?,
                _ => interpreter.converted(value, Some('a'), "")?,
            };
            specification.align = specification.align.or(Some('>'));
            (
                specification.sign,
                specification.zeros,
                specification.alternate,
            ) = (None, false, false);
            format_text(&text, &specification)
        }
        'c' => {
            let text = match value {
                Value::Text(text) if text.len() == 1 => text.as_str().to_owned(),
                Value::Integer(code) => u32::try_from(*code)
                    .ok()
                    .and_then(char::from_u32)
                    .map(String::from)
                    .ok_or_else(|| {
                        Raise::new(
                            crate::raise::ErrorKind::OverflowError,
                            "%c arg not in range(0x110000)",
                        )
                    })?,
                _ => return Err(Raise::type_error("%c requires int or char")),
            };
            specification.precision = None;
            specification.align = specification.align.or(Some('>'));
            (
                specification.sign,
                specification.zeros,
                specification.alternate,
            ) = (None, false, false);
            format_text(&text, &specification)
        }
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
            let integer = whole(form, value)?;
            let least = specification.precision.take();
            specification.form = Some(if "iu".contains(form) { 'd' } else { form });
            match least {
                None => format_integer(integer, &specification),
                Some(least) => Ok(with_least_digits(integer, least, &specification)),
            }
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let float = match value {
                Value::Float(float) => *float,
                Value::Integer(integer) => *integer as f64,
                Value::Bool(truth) => f64::from(u8::from(*truth)),
                other => {
                    return Err(Raise::type_error(format!(
                        "must be real number, not {}",
                        other.type_name()
                    )));
                }
            };
            specification.form = Some(form);
            format_float(float, &specification)
        }
        other => Err(Raise::value_error(format!(
            "unsupported format character '{other}' (0x{:x})",
            u32::from(other)
        ))),
    }
}

fn whole(form: char, value: &Value) -> Result<i64> {
    match value {
        Value::Integer(integer) => Ok(*integer),
        Value::Bool(truth) => Ok(i64::from(*truth)),
        Value::Float(float) if "diu".contains(form) => crate::builtins::float_to_integer(*float),
        other => {
            let kind = if "diu".contains(form) {
                "a real number"
            } else {
                "an integer"
            };
            Err(Raise::type_error(format!(
                "%{form} format: {kind} is required, not {}",
                other.type_name()
            )))
        }
    }
}

fn with_least_digits(integer: i64, least: usize, specification: &Specification) -> String {
    let radix = match specification.form {
        Some('x' | 'X') => 16,
        Some('o') => 8,
        _ => 10,
    };
    let digits = super::in_radix(integer.unsigned_abs(), radix);
    let digits = format!("{digits:0>least$}");
    let digits = if specification.form == Some('X') {
        digits.to_uppercase()
    } else {
        digits
    };
    let prefix = match specification.form {
        Some('x') if specification.alternate => "0x",
        Some('X') if specification.alternate => "0X",
        Some('o') if specification.alternate => "0o",
        _ => "",
    };
    specification.pad_number(integer < 0, prefix, &digits)
}
