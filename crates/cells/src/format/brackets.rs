//! `text.format(...)`.

use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Value};

/// Places inside of format specifications, at most so deep.
const DEPTH: usize = 2;

/// The text with its places in braces filled.
pub(crate) fn brackets(
    interpreter: &mut Interpreter,
    text: &str,
    arguments: Arguments,
) -> Result<String> {
    Filling {
        arguments,
        next: 0,
        is_numbered: false,
    }
    .fill(interpreter, text, DEPTH)
}

struct Filling {
    arguments: Arguments,
    next: usize,
    is_numbered: bool,
}

impl Filling {
    fn fill(&mut self, interpreter: &mut Interpreter, text: &str, depth: usize) -> Result<String> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Raise::value_error("Max string recursion exceeded"));
        };
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                out.push_str(brace);
                rest = after;
                continue;
            }
            if brace == "}" {
                return Err(Raise::value_error(
                    "Single '}' encountered in format string",
                ));
            }
            let (place, after) = inside(rest)?;
            interpreter.step()?;
            out.push_str(&self.place(interpreter, place, depth)?);
            crate::memory::reserve(out.len())?;
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    fn place(
        &mut self,
        interpreter: &mut Interpreter,
        place: &str,
        depth: usize,
    ) -> Result<String> {
        let end = place.find(['!', ':']).unwrap_or(place.len());
        let (field, rest) = place.split_at(end);
        let (conversion, rest) = match rest.strip_prefix('!') {
            Some(rest) => {
                let mut characters = rest.chars();
                (characters.next(), characters.as_str())
            }
            None => (None, rest),
        };
        let specification = rest.strip_prefix(':').unwrap_or_default();
        let value = self.field(interpreter, field)?;
        let specification = if specification.contains('{') {
            self.fill(interpreter, specification, depth)?
        } else {
            specification.to_owned()
        };
        interpreter.converted(&value, conversion, &specification)
    }

    /// `0.attribute[key]`
    fn field(&mut self, interpreter: &mut Interpreter, field: &str) -> Result<Value> {
        let end = field.find(['.', '[']).unwrap_or(field.len());
        let (first, mut rest) = field.split_at(end);
        let mut value = self.argument(interpreter, first)?;
        while !rest.is_empty() {
            if let Some(name) = rest.strip_prefix('.') {
                let end = name.find(['.', '[']).unwrap_or(name.len());
                let symbol = interpreter.names.symbol(&name[..end]);
                value = interpreter.attribute(&value, symbol)?;
                rest = &name[end..];
                continue;
            }
            let Some((key, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
            else {
                return Err(Raise::value_error("expected '}' before end of string"));
            };
            let key = key
                .parse()
                .map_or_else(|_| Value::text(key), Value::Integer);
            value = interpreter.item(&value, &key)?;
            rest = after;
        }
        Ok(value)
    }

    fn argument(&mut self, interpreter: &mut Interpreter, name: &str) -> Result<Value> {
        let place = if name.is_empty() {
            if self.is_numbered {
                return Err(Raise::value_error(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            self.next += 1;
            self.next - 1
        } else if let Ok(place) = name.parse() {
            if self.next > 0 {
                return Err(Raise::value_error(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
            self.is_numbered = true;
            place
        } else {
            return self.named(interpreter, name);
        };
        self.arguments
            .positional
            .get(place)
            .cloned()
            .ok_or_else(|| {
                let message =
                    format!("Replacement index {place} out of range for positional args tuple");
                Raise::new(ErrorKind::IndexError, message)
            })
    }

    fn named(&self, interpreter: &mut Interpreter, name: &str) -> Result<Value> {
        let symbol = interpreter.names.symbol(name);
        let found = self
            .arguments
            .named
            .iter()
            .find(|(given, _)| *given == symbol);
        match found {
            Some((_, value)) => Ok(value.clone()),
            None => Err(interpreter.raised(ErrorKind::KeyError, vec![Value::text(name)])),
        }
    }
}

/// What stands up to the brace that closes, and what follows.
fn inside(text: &str) -> Result<(&str, &str)> {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => return Ok((&text[..at], &text[at + 1..])),
            '}' => depth -= 1,
            _ => {}
        }
    }
    Err(Raise::value_error("expected '}' before end of string"))
}
