//! Methods of texts.

mod search;
mod shape;
mod split;

use std::rc::Rc;

use self::search::{
    count, find, has_end, or_error, or_minus_one, removeprefix, removesuffix, replace,
};
use self::shape::{
    capitalized, cased, every, isidentifier, mapped, padded, stripped, swapped, titled, zfill,
};
use self::split::{join, partition, rsplit, split, splitlines};
use super::methods;
use crate::eval::Interpreter;
use crate::format::brackets;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Text, Value};

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

/// The text that an argument must be.
pub(super) fn text_argument(value: Option<Value>, what: &str) -> Result<Option<Rc<Text>>> {
    match value {
        None | Some(Value::None) => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(other) => Err(Raise::type_error(format!(
            "{what} must be str, not {}",
            other.type_name()
        ))),
    }
}

pub(super) fn format(
    interpreter: &mut Interpreter,
    this: &Rc<Text>,
    arguments: Arguments,
) -> Result<Value> {
    brackets(interpreter, this.as_str(), arguments).map(Value::text)
}
