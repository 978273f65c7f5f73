//! Methods of texts.

use std::rc::Rc;

use super::methods;
use crate::eval::Interpreter;
use crate::format::brackets;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Span, Text, Value};

methods! { METHODS, Text:
    "upper" => |interpreter, this, arguments| mapped(interpreter, this, arguments, str::to_uppercase),
    "lower" => |interpreter, this, arguments| mapped(interpreter, this, arguments, str::to_lowercase),
    "casefold" => |interpreter, this, arguments| mapped(interpreter, this, arguments, str::to_lowercase),
    "capitalize" => |interpreter, this, arguments| mapped(interpreter, this, arguments, capitalized),
    "title" => |interpreter, this, arguments| mapped(interpreter, this, arguments, titled),
    "swapcase" => |interpreter, this, arguments| mapped(interpreter, this, arguments, swapped),
    "strip" => |interpreter, this, arguments| stripped(interpreter, this, arguments, [true, true]),
    "lstrip" => |interpreter, this, arguments| stripped(interpreter, this, arguments, [true, false]),
    "rstrip" => |interpreter, this, arguments| stripped(interpreter, this, arguments, [false, true]),
    "split" => split,
    "rsplit" => rsplit,
    "splitlines" => splitlines,
    "partition" => |interpreter, this, arguments| partition(interpreter, this, arguments, true),
    "rpartition" => |interpreter, this, arguments| partition(interpreter, this, arguments, false),
    "join" => join,
    "replace" => replace,
    "startswith" => |interpreter, this, arguments| has_end(interpreter, this, arguments, |text, end| text.starts_with(end)),
    "endswith" => |interpreter, this, arguments| has_end(interpreter, this, arguments, |text, end| text.ends_with(end)),
    "removeprefix" => removeprefix,
    "removesuffix" => removesuffix,
    "find" => |interpreter, this, arguments| find(interpreter, this, arguments, true).map(or_minus_one),
    "rfind" => |interpreter, this, arguments| find(interpreter, this, arguments, false).map(or_minus_one),
    "index" => |interpreter, this, arguments| find(interpreter, this, arguments, true).and_then(or_error),
    "rindex" => |interpreter, this, arguments| find(interpreter, this, arguments, false).and_then(or_error),
    "count" => count,
    "format" => format,
    "zfill" => zfill,
    "ljust" => |interpreter, this, arguments| padded(interpreter, this, arguments, '<'),
    "rjust" => |interpreter, this, arguments| padded(interpreter, this, arguments, '>'),
    "center" => |interpreter, this, arguments| padded(interpreter, this, arguments, '^'),
    "isdigit" => |interpreter, this, arguments| every(interpreter, this, arguments, |character| character.is_ascii_digit()),
    "isdecimal" => |interpreter, this, arguments| every(interpreter, this, arguments, |character| character.is_ascii_digit()),
    "isnumeric" => |interpreter, this, arguments| every(interpreter, this, arguments, char::is_numeric),
    "isalpha" => |interpreter, this, arguments| every(interpreter, this, arguments, char::is_alphabetic),
    "isalnum" => |interpreter, this, arguments| every(interpreter, this, arguments, char::is_alphanumeric),
    "isspace" => |interpreter, this, arguments| every(interpreter, this, arguments, char::is_whitespace),
    "isupper" => |interpreter, this, arguments| cased(interpreter, this, arguments, [char::is_uppercase, char::is_lowercase]),
    "islower" => |interpreter, this, arguments| cased(interpreter, this, arguments, [char::is_lowercase, char::is_uppercase]),
    "isidentifier" => isidentifier,
}

fn mapped(
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

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(characters.as_str().to_lowercase().chars())
            .collect(),
        None => String::new(),
    }
}

fn titled(text: &str) -> String {
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

fn swapped(text: &str) -> String {
    let swap = |character: char| {
        if character.is_uppercase() {
            character.to_lowercase().to_string()
        } else {
            character.to_uppercase().to_string()
        }
    };
    text.chars().map(swap).collect()
}

/// The text that an argument must be.
fn text_argument(value: Option<Value>, what: &str) -> Result<Option<Rc<Text>>> {
    match value {
        None | Some(Value::None) => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(other) => Err(Raise::type_error(format!(
            "{what} must be str, not {}",
            other.type_name()
        ))),
    }
}

fn stripped(
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

fn most_splits(value: Option<Value>) -> Result<usize> {
    match value {
        None => Ok(usize::MAX),
        Some(Value::Integer(most)) => Ok(usize::try_from(most).unwrap_or(usize::MAX)),
        Some(other) => Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.type_name()
        ))),
    }
}

fn texts<'a>(interpreter: &mut Interpreter, parts: impl Iterator<Item = &'a str>) -> Result<Value> {
    let list = crate::value::List::default();
    for part in parts {
        interpreter.step()?;
        list.push(Value::text(part))?;
    }
    Ok(Value::List(Rc::new(list)))
}

fn split(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
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

fn rsplit(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
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

fn splitlines(
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

fn partition(
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

fn join(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
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

fn replace(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
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

fn has_end(
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
fn part(this: &Text, start: Option<Value>, stop: Option<Value>) -> Result<(usize, &str)> {
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

fn removeprefix(
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

fn removesuffix(
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

fn find(
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

fn or_minus_one(place: Option<usize>) -> Value {
    place.map_or(Value::Integer(-1), Value::from)
}

fn or_error(place: Option<usize>) -> Result<Value> {
    place
        .map(Value::from)
        .ok_or_else(|| Raise::value_error("substring not found"))
}

fn count(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
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

fn format(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
    brackets(interpreter, this.as_str(), arguments).map(Value::text)
}

fn width_of(value: Option<Value>) -> Result<usize> {
    match value {
        Some(Value::Integer(width)) => Ok(usize::try_from(width).unwrap_or(0)),
        other => Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.unwrap_or(Value::None).type_name()
        ))),
    }
}

fn zfill(interpreter: &mut Interpreter, this: &Rc<Text>, arguments: Arguments) -> Result<Value> {
    let [width] = arguments.bind(interpreter, "zfill", [""], 1)?;
    let missing = width_of(width)?.saturating_sub(this.len());
    crate::memory::reserve(missing)?;
    let text = this.as_str();
    let sign = if text.starts_with(['+', '-']) { 1 } else { 0 };
    let (sign, digits) = text.split_at(sign);
    Ok(Value::text([sign, &"0".repeat(missing), digits].concat()))
}

fn padded(
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

fn every(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
    is: impl Fn(char) -> bool,
) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "isdigit", [])?;
    interpreter.charge_bytes(this.len())?;
    Ok(Value::Bool(this.len() > 0 && this.as_str().chars().all(is)))
}

fn cased(
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

fn isidentifier(
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
