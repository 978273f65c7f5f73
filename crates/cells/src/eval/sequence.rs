//! Joining and repeating sequences.

use super::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::Value;

impl Interpreter {
    /// `left + right` of texts, lists or tuples.
    pub(super) fn join(&mut self, left: &Value, right: &Value) -> Result<Value> {
        match (left, right) {
            (Value::Text(first), Value::Text(second)) => {
                let (first, second) = (first.as_str(), second.as_str());
                self.charge_bytes(first.len() + second.len())?;
                crate::memory::reserve(first.len() + second.len())?;
                Ok(Value::text([first, second].concat()))
            }
            (Value::List(first), Value::List(second)) => {
                let length = first.len() + second.len();
                self.charge_items(length)?;
                crate::memory::reserve(length * size_of::<Value>())?;
                Ok(Value::list(
                    [first.items().as_slice(), second.items().as_slice()].concat(),
                ))
            }
            (Value::Tuple(first), Value::Tuple(second)) => {
                let length = first.items().len() + second.items().len();
                self.charge_items(length)?;
                crate::memory::reserve(length * size_of::<Value>())?;
                Ok(Value::tuple([first.items(), second.items()].concat()))
            }
            (left, right) => {
                let name = left.type_name();
                let plain = if name == "str" { "str" } else { &name };
                Err(Raise::type_error(format!(
                    "can only concatenate {plain} (not \"{}\") to {plain}",
                    right.type_name()
                )))
            }
        }
    }

    /// `sequence * count`, on either side; nothing where it is not that.
    pub(super) fn repeat(&mut self, left: &Value, right: &Value) -> Result<Option<Value>> {
        let (sequence, count) = match (left, right) {
            (sequence, Value::Integer(count)) | (Value::Integer(count), sequence) => {
                (sequence, *count)
            }
            (sequence, Value::Bool(truth)) | (Value::Bool(truth), sequence) => {
                (sequence, i64::from(*truth))
            }
            (sequence @ (Value::Text(_) | Value::List(_) | Value::Tuple(_)), other)
            | (other, sequence @ (Value::Text(_) | Value::List(_) | Value::Tuple(_))) => {
                let _ = sequence;
                let message = format!(
                    "can't multiply sequence by non-int of type '{}'",
                    other.type_name()
                );
                return Err(Raise::type_error(message));
            }
            _ => return Ok(None),
        };
        let count = usize::try_from(count).unwrap_or(0);
        Ok(Some(match sequence {
            Value::Text(text) => {
                self.make_room(text.as_str().len(), count, 1)?;
                Value::text(text.as_str().repeat(count))
            }
            Value::List(list) => {
                self.make_room(list.len(), count, size_of::<Value>())?;
                Value::list(repeated(&list.items(), count))
            }
            Value::Tuple(tuple) => {
                self.make_room(tuple.items().len(), count, size_of::<Value>())?;
                Value::tuple(repeated(tuple.items(), count))
            }
            _ => return Ok(None),
        }))
    }

    fn make_room(&mut self, length: usize, count: usize, bytes: usize) -> Result<()> {
        let items = length.saturating_mul(count);
        crate::memory::reserve(items.saturating_mul(bytes))?;
        self.charge_bytes(items.saturating_mul(bytes))
    }
}

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    all
}
