//! Hashes, and finding keys by them.

use std::rc::Rc;

use super::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{
    Dictionary, Set, Value, ViewKind, float_hash, integer_hash, text_hash, tuple_hash,
};

impl Interpreter {
    /// The hash of a value.
    pub(crate) fn hash(&mut self, value: &Value) -> Result<u64> {
        Ok(match value {
            Value::None => 0xfca8_6420,
            Value::Bool(truth) => u64::from(*truth),
            Value::Integer(integer) => integer_hash(*integer),
            Value::Float(float) => float_hash(*float),
            Value::Text(text) => text_hash(text.as_str()),
            Value::Tuple(tuple) => {
                let items = tuple.items();
                let hashes = self.deeper(|deeper| {
                    items
                        .iter()
                        .map(|item| deeper.hash(item))
                        .collect::<Result<Vec<_>>>()
                })?;
                tuple_hash(&hashes)
            }
            Value::List(_) | Value::Dictionary(_) | Value::Set(_) | Value::Slice(_) => {
                return Err(Raise::type_error(format!(
                    "unhashable type: '{}'",
                    value.type_name()
                )));
            }
            Value::Instance(instance) => {
                if let Some(hash) = self.call_special(value, self.special.hash, Vec::new())? {
                    return match hash {
                        Value::Integer(hash) => Ok(integer_hash(hash)),
                        _ => Err(Raise::type_error(
                            "__hash__ method should return an integer",
                        )),
                    };
                }
                if instance.class.member(self.special.eq).is_some() {
                    return Err(Raise::type_error(format!(
                        "unhashable type: '{}'",
                        value.type_name()
                    )));
                }
                identity(Rc::as_ptr(instance).addr())
            }
            Value::Type(kind) => text_hash(kind.name()),
            Value::Builtin(builtin) => text_hash(builtin.name),
            Value::Operation(info) => text_hash(info.name),
            Value::Module(module) => text_hash(module.name),
            Value::Node(node) => node.id().wrapping_mul(0x9e37_79b9),
            Value::Range(range) => tuple_hash(&[
                range.len() as u64,
                integer_hash(range.start),
                integer_hash(range.step),
            ]),
            value => identity(value.address().unwrap_or(0)),
        })
    }

    fn place_of(
        &mut self,
        dictionary: &Dictionary,
        hash: u64,
        key: &Value,
    ) -> Result<Option<usize>> {
        let mut after = None;
        while let Some((place, slot, candidate)) = dictionary.next_like(hash, after) {
            if candidate.is(key) || self.equal(&candidate, key)? {
                return Ok(Some(place));
            }
            after = Some(slot);
        }
        Ok(None)
    }

    /// The value of a key.
    pub(crate) fn find(&mut self, dictionary: &Dictionary, key: &Value) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.place_of(dictionary, hash, key)?;
        Ok(place.and_then(|place| dictionary.value(place)))
    }

    /// Gives a key a value.
    pub(crate) fn put(&mut self, dictionary: &Dictionary, key: Value, value: Value) -> Result<()> {
        let hash = self.hash(&key)?;
        match self.place_of(dictionary, hash, &key)? {
            Some(place) => dictionary.set(place, value),
            None => dictionary.add(hash, key, value)?,
        }
        Ok(())
    }

    /// Removes a key, and gives its value.
    pub(crate) fn take_key(
        &mut self,
        dictionary: &Dictionary,
        key: &Value,
    ) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.place_of(dictionary, hash, key)?;
        Ok(place
            .and_then(|place| dictionary.remove(place))
            .map(|(_, value)| value))
    }

    fn slot_of(&mut self, set: &Set, hash: u64, member: &Value) -> Result<Option<usize>> {
        let mut search = set.search(hash);
        while let Some((slot, candidate)) = set.next_like(hash, &mut search) {
            if candidate.is(member) || self.equal(&candidate, member)? {
                return Ok(Some(slot));
            }
        }
        Ok(None)
    }

    pub(crate) fn add_to_set(&mut self, set: &Set, member: Value) -> Result<()> {
        let hash = self.hash(&member)?;
        if self.slot_of(set, hash, &member)?.is_none() {
            set.add(hash, member)?;
        }
        Ok(())
    }

    pub(crate) fn is_in_set(&mut self, set: &Set, member: &Value) -> Result<bool> {
        let hash = self.hash(member)?;
        Ok(self.slot_of(set, hash, member)?.is_some())
    }

    /// Removes a member; whether it was there.
    pub(crate) fn remove_from_set(&mut self, set: &Set, member: &Value) -> Result<bool> {
        let hash = self.hash(member)?;
        let slot = self.slot_of(set, hash, member)?;
        Ok(slot.and_then(|slot| set.remove(slot)).is_some())
    }

    /// `value in of`
    pub(crate) fn contains(&mut self, of: &Value, value: &Value) -> Result<bool> {
        match of {
            Value::Text(text) => match value {
                Value::Text(part) => {
                    self.charge_items(text.len())?;
                    Ok(text.as_str().contains(part.as_str()))
                }
                other => Err(Raise::type_error(format!(
                    "'in <string>' requires string as left operand, not {}",
                    other.type_name()
                ))),
            },
            Value::Dictionary(dictionary) => Ok(self.find(dictionary, value)?.is_some()),
            Value::Set(set) => self.is_in_set(set, value),
            Value::View(view) if view.kind == ViewKind::Keys => {
                Ok(self.find(&view.of, value)?.is_some())
            }
            Value::Range(range) if matches!(value, Value::Integer(_)) => {
                Ok(matches!(value, Value::Integer(number) if range.place(*number).is_some()))
            }
            of => {
                if let Some(answer) =
                    self.call_special(of, self.special.contains, vec![value.clone()])?
                {
                    return self.truth(&answer);
                }
                let mut is_in = false;
                let walked = self.for_each(of, |interpreter, item| {
                    is_in = item.is(value) || interpreter.equal(&item, value)?;
                    Ok(is_in)
                });
                match walked {
                    Err(raise)
                        if raise.0.trace.is_empty()
                            && !matches!(of, Value::Instance(_) | Value::Iterator(_)) =>
                    {
                        let message =
                            format!("argument of type '{}' is not iterable", of.type_name());
                        if self.iterate(of).is_err() {
                            Err(Raise::type_error(message))
                        } else {
                            Err(raise)
                        }
                    }
                    walked => walked.map(|()| is_in),
                }
            }
        }
    }
}

fn identity(address: usize) -> u64 {
    (address as u64) >> 4
}
