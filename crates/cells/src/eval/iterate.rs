//! Walking over values.

use std::rc::Rc;

use super::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, List, Source, Value, ViewKind};

impl Interpreter {
    /// An iterator over a value.
    pub(crate) fn iterate(&mut self, value: &Value) -> Result<Value> {
        let source = match value {
            Value::Iterator(_) => return Ok(value.clone()),
            Value::Range(range) => Source::Range {
                next: range.start,
                step: range.step,
                left: range.len(),
            },
            Value::List(list) => Source::List(Rc::clone(list), 0),
            Value::Tuple(tuple) => Source::Tuple(Rc::clone(tuple), 0),
            Value::Text(text) => Source::Text(Rc::clone(text), 0),
            Value::Dictionary(dictionary) => Source::Dictionary(
                Rc::clone(dictionary),
                ViewKind::Keys,
                0,
                dictionary.changes(),
            ),
            Value::View(view) => {
                Source::Dictionary(Rc::clone(&view.of), view.kind, 0, view.of.changes())
            }
            Value::Set(set) => Source::Set(Rc::clone(set), 0, set.changes()),
            Value::Instance(instance) => {
                if let Some(iterator) = self.call_special(value, self.special.iter, Vec::new())? {
                    return self.checked_iterator(iterator);
                }
                if instance.class.member(self.special.get_item).is_none() {
                    return Err(not_iterable(value));
                }
                Source::Items(value.clone(), 0)
            }
            Value::Node(_) => {
                let message = "'PopulationNode' object is not iterable. Walk over its numbers: .value or .grad";
                return Err(Raise::type_error(message));
            }
            value => return Err(not_iterable(value)),
        };
        Ok(Value::iterator(source))
    }

    fn checked_iterator(&mut self, iterator: Value) -> Result<Value> {
        match &iterator {
            Value::Iterator(_) => Ok(iterator),
            Value::Instance(instance) if instance.class.member(self.special.next).is_some() => {
                Ok(Value::iterator(Source::Instance(iterator)))
            }
            other => {
                let message = format!(
                    "iter() returned non-iterator of type '{}'",
                    other.type_name()
                );
                Err(Raise::type_error(message))
            }
        }
    }

    /// The next value of an iterator.
    #[inline]
    pub(crate) fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        let Value::Iterator(iterator) = iterator else {
            return Err(Raise::type_error(format!(
                "'{}' object is not an iterator",
                iterator.type_name()
            )));
        };
        let Ok(mut source) = iterator.source.try_borrow_mut() else {
            return Err(Raise::value_error("generator already executing"));
        };
        let next = match &mut *source {
            Source::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let value = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Some(Value::Integer(value))
            }
            Source::List(list, at) => {
                let value = list.get(*at);
                *at += 1;
                value
            }
            source => self.next_of(source)?,
        };
        if next.is_none() {
            *source = Source::Ended;
        }
        Ok(next)
    }

    fn next_of(&mut self, source: &mut Source) -> Result<Option<Value>> {
        match source {
            Source::Ended | Source::Range { .. } | Source::List(..) => Ok(None),
            Source::ReversedList(list, left) => {
                *left = (*left).min(list.len());
                let Some(at) = left.checked_sub(1) else {
                    return Ok(None);
                };
                *left = at;
                Ok(list.get(at))
            }
            Source::Tuple(tuple, at) => {
                *at += 1;
                Ok(tuple.items().get(*at - 1).cloned())
            }
            Source::Text(text, byte) => {
                let Some(character) = text.as_str()[*byte..].chars().next() else {
                    return Ok(None);
                };
                *byte += character.len_utf8();
                Ok(Some(Value::text(character.to_string())))
            }
            Source::Dictionary(dictionary, kind, at, changes) => {
                if dictionary.changes() != *changes {
                    return Err(changed("dictionary"));
                }
                let Some((place, key, value)) = dictionary.entry_from(*at) else {
                    return Ok(None);
                };
                *at = place + 1;
                Ok(Some(shown(*kind, key, value)))
            }
            Source::Set(set, at, changes) => {
                if set.changes() != *changes {
                    return Err(changed("Set"));
                }
                let Some((slot, member)) = set.member_from(*at) else {
                    return Ok(None);
                };
                *at = slot + 1;
                Ok(Some(member))
            }
            Source::Values(values) => Ok(values.pop()),
            Source::Instance(instance) => self.next_of_instance(&instance.clone()),
            source => self.deeper(|deeper| deeper.next_made(source)),
        }
    }

    /// The next value of an iterator that is made of others.
    fn next_made(&mut self, source: &mut Source) -> Result<Option<Value>> {
        match source {
            Source::Zip(iterators, is_strict) => {
                let Some(values) = self.next_of_all(iterators, *is_strict)? else {
                    return Ok(None);
                };
                Ok(Some(Value::tuple(values)))
            }
            Source::Enumerate(iterator, count) => {
                let Some(value) = self.next(iterator)? else {
                    return Ok(None);
                };
                *count += 1;
                Ok(Some(Value::tuple(vec![Value::Integer(*count - 1), value])))
            }
            Source::Map(function, iterators) => {
                let Some(values) = self.next_of_all(iterators, false)? else {
                    return Ok(None);
                };
                self.call(&function.clone(), Arguments::of(values))
                    .map(Some)
            }
            Source::Filter(function, iterator) => {
                while let Some(value) = self.next(iterator)? {
                    self.step()?;
                    let is_in = match &*function {
                        Value::None => self.truth(&value)?,
                        function => {
                            let answer =
                                self.call(&function.clone(), Arguments::of(vec![value.clone()]))?;
                            self.truth(&answer)?
                        }
                    };
                    if is_in {
                        return Ok(Some(value));
                    }
                }
                Ok(None)
            }
            Source::Generator(generator) => {
                Ok(self.advance(generator)?.map(|(element, _)| element))
            }
            Source::Items(of, at) => {
                *at += 1;
                match self.item(&of.clone(), &Value::Integer(*at - 1)) {
                    Err(raise) if self.is_error(&raise, ErrorKind::IndexError) => Ok(None),
                    value => value.map(Some),
                }
            }
            _ => Ok(None),
        }
    }

    fn next_of_all(&mut self, iterators: &[Value], is_strict: bool) -> Result<Option<Vec<Value>>> {
        self.charge(4 * iterators.len() as u64)?;
        let mut values = Vec::with_capacity(iterators.len());
        for (place, iterator) in iterators.iter().enumerate() {
            match self.next(iterator)? {
                Some(value) => values.push(value),
                None if !is_strict => return Ok(None),
                None if place > 0 => return Err(uneven(place, "shorter")),
                None => {
                    for (place, iterator) in iterators.iter().enumerate().skip(1) {
                        if self.next(iterator)?.is_some() {
                            return Err(uneven(place, "longer"));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok((!iterators.is_empty()).then_some(values))
    }

    fn next_of_instance(&mut self, instance: &Value) -> Result<Option<Value>> {
        match self.call_special(instance, self.special.next, Vec::new()) {
            Err(raise) if self.is_error(&raise, ErrorKind::StopIteration) => Ok(None),
            value => value,
        }
    }

    /// All values of something that can be walked over.
    pub(crate) fn collect(&mut self, value: &Value) -> Result<Vec<Value>> {
        match value {
            Value::List(list) => {
                self.charge_items(list.len())?;
                crate::memory::reserve(list.len() * size_of::<Value>())?;
                Ok(list.items().clone())
            }
            Value::Tuple(tuple) => {
                self.charge_items(tuple.items().len())?;
                Ok(tuple.items().to_vec())
            }
            value => {
                let iterator = self.iterate(value)?;
                self.take(&iterator, usize::MAX)
            }
        }
    }

    /// At most so many values of an iterator.
    pub(crate) fn take(&mut self, iterator: &Value, most: usize) -> Result<Vec<Value>> {
        // A list counts what it holds as it grows.
        let list = List::default();
        while list.len() < most
            && let Some(value) = self.next(iterator)?
        {
            self.step()?;
            list.push(value)?;
        }
        Ok(std::mem::take(&mut *list.items_mut()))
    }

    /// Walks over a value until `each` says that it is done.
    pub(crate) fn for_each(
        &mut self,
        value: &Value,
        mut each: impl FnMut(&mut Interpreter, Value) -> Result<bool>,
    ) -> Result<()> {
        let iterator = self.iterate(value)?;
        while let Some(value) = self.next(&iterator)? {
            self.step()?;
            if each(self, value)? {
                break;
            }
        }
        Ok(())
    }

    /// The number of items.
    pub(crate) fn length(&mut self, value: &Value) -> Result<Option<usize>> {
        Ok(Some(match value {
            Value::Text(text) => text.len(),
            Value::List(list) => list.len(),
            Value::Tuple(tuple) => tuple.items().len(),
            Value::Dictionary(dictionary) => dictionary.len(),
            Value::View(view) => view.of.len(),
            Value::Set(set) => set.len(),
            Value::Range(range) => range.len(),
            Value::Node(node) if node.shape().is_matrix() => node.shape().rows(),
            Value::Node(node) => node.len(),
            Value::Instance(_) => match self.call_special(value, self.special.len, Vec::new())? {
                Some(Value::Integer(length)) if length >= 0 => length as usize,
                Some(Value::Integer(_)) => {
                    return Err(Raise::value_error("__len__() should return >= 0"));
                }
                Some(other) => {
                    let message = format!(
                        "'{}' object cannot be interpreted as an integer",
                        other.type_name()
                    );
                    return Err(Raise::type_error(message));
                }
                None => return Ok(None),
            },
            _ => return Ok(None),
        }))
    }
}

/// What a view shows of a key and its value.
pub(crate) fn shown(kind: ViewKind, key: Value, value: Value) -> Value {
    match kind {
        ViewKind::Keys => key,
        ViewKind::Values => value,
        ViewKind::Items => Value::tuple(vec![key, value]),
    }
}

fn changed(what: &str) -> Raise {
    Raise::new(
        ErrorKind::RuntimeError,
        format!("{what} changed size during iteration"),
    )
}

fn uneven(place: usize, how: &str) -> Raise {
    let others = if place == 1 {
        "argument 1".to_owned()
    } else {
        format!("arguments 1-{place}")
    };
    Raise::value_error(format!(
        "zip() argument {} is {how} than {others}",
        place + 1
    ))
}

fn not_iterable(value: &Value) -> Raise {
    Raise::type_error(format!("'{}' object is not iterable", value.type_name()))
}
