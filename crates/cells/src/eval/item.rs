//! Items and slices.

use std::rc::Rc;

use super::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Slice, Span, Text, Value};

impl Interpreter {
    /// `of[key]`
    pub(crate) fn item(&mut self, of: &Value, key: &Value) -> Result<Value> {
        match (of, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let span = self.span(slice, list.len())?;
                self.charge_items(span.len())?;
                crate::memory::reserve(span.len() * size_of::<Value>())?;
                let items = list.items();
                Ok(Value::list(
                    span.places().map(|place| items[place].clone()).collect(),
                ))
            }
            (Value::List(list), key) => {
                let place = self.place("list", key, list.len())?;
                list.get(place)
                    .ok_or_else(|| out_of_range("list", key, list.len()))
            }
            (Value::Tuple(tuple), Value::Slice(slice)) => {
                let span = self.span(slice, tuple.items().len())?;
                self.charge_items(span.len())?;
                crate::memory::reserve(span.len() * size_of::<Value>())?;
                Ok(Value::tuple(
                    span.places()
                        .map(|place| tuple.items()[place].clone())
                        .collect::<Vec<_>>(),
                ))
            }
            (Value::Tuple(tuple), key) => {
                let items = tuple.items();
                Ok(items[self.place("tuple", key, items.len())?].clone())
            }
            (Value::Text(text), key) => self.text_item(text, key),
            (Value::Dictionary(dictionary), key) => match self.find(dictionary, key)? {
                Some(value) => Ok(value),
                None => Err(self.raised(ErrorKind::KeyError, vec![key.clone()])),
            },
            (Value::Range(range), Value::Slice(slice)) => {
                let span = self.span(slice, range.len())?;
                let at = |place: i64| range.start.saturating_add(place.saturating_mul(range.step));
                let step = range.step.saturating_mul(span.step);
                Ok(Value::Range(Rc::new(crate::value::Range {
                    start: at(span.start),
                    stop: at(span.stop),
                    step,
                })))
            }
            (Value::Range(range), key) => {
                let place = self.place("range object", key, range.len())?;
                Ok(Value::Integer(range.at(place)))
            }
            (Value::Node(node), key) => crate::library::node::item(self, node, key),
            (Value::Instance(_), key) => {
                match self.call_special(of, self.special.get_item, vec![key.clone()])? {
                    Some(value) => Ok(value),
                    None => Err(no_items(of, "is not subscriptable")),
                }
            }
            // An annotation such as `list[int]`.
            (Value::Type(_), _) => Ok(of.clone()),
            _ => Err(no_items(of, "is not subscriptable")),
        }
    }

    fn text_item(&mut self, text: &Text, key: &Value) -> Result<Value> {
        let Value::Slice(slice) = key else {
            let place = self.place("string", key, text.len())?;
            return Ok(Value::text(text.character(place).unwrap_or_default()));
        };
        let span = self.span(slice, text.len())?;
        self.charge_items(text.len())?;
        crate::memory::reserve(span.len())?;
        if span.step == 1 {
            let [start, stop] = [span.start, span.stop.max(span.start)]
                .map(|at| text.byte(at as usize).unwrap_or(0));
            return Ok(Value::text(&text.as_str()[start..stop]));
        }
        let characters: Vec<char> = text.as_str().chars().collect();
        let sliced: String = span.places().map(|place| characters[place]).collect();
        Ok(Value::text(sliced))
    }

    /// `of[key] = value`
    pub(crate) fn set_item(&mut self, of: &Value, key: &Value, value: Value) -> Result<()> {
        match (of, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let values = self.collect(&value).map_err(|raise| {
                    if self.is_error(&raise, ErrorKind::TypeError) {
                        return Raise::type_error("can only assign an iterable");
                    }
                    raise
                })?;
                let span = self.span(slice, list.len())?;
                self.charge_items(list.len() + values.len())?;
                set_slice(&mut list.items_mut(), span, slice, values)?;
                list.recount();
                Ok(())
            }
            (Value::List(list), key) => {
                let place = self.place("list assignment", key, list.len())?;
                let old = std::mem::replace(&mut list.items_mut()[place], value);
                drop(old);
                Ok(())
            }
            (Value::Dictionary(dictionary), key) => self.put(dictionary, key.clone(), value),
            (Value::Instance(_), key) => {
                match self.call_special(of, self.special.set_item, vec![key.clone(), value])? {
                    Some(_) => Ok(()),
                    None => Err(no_items(of, "does not support item assignment")),
                }
            }
            _ => Err(no_items(of, "does not support item assignment")),
        }
    }

    /// `del of[key]`
    pub(crate) fn delete_item(&mut self, of: &Value, key: &Value) -> Result<()> {
        match (of, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let span = self.span(slice, list.len())?;
                self.charge_items(list.len())?;
                let mut places: Vec<usize> = span.places().collect();
                places.sort_unstable();
                let mut gone = places.into_iter().peekable();
                let mut place = 0;
                let kept = |_: &Value| {
                    let is_gone = gone.next_if_eq(&place).is_some();
                    place += 1;
                    !is_gone
                };
                list.items_mut().retain(kept);
                Ok(())
            }
            (Value::List(list), key) => {
                let place = self.place("list assignment", key, list.len())?;
                let old = list.items_mut().remove(place);
                drop(old);
                self.charge_items(list.len())
            }
            (Value::Dictionary(dictionary), key) => match self.take_key(dictionary, key)? {
                Some(_) => Ok(()),
                None => Err(self.raised(ErrorKind::KeyError, vec![key.clone()])),
            },
            (Value::Instance(_), key) => {
                match self.call_special(of, self.special.delete_item, vec![key.clone()])? {
                    Some(_) => Ok(()),
                    None => Err(no_items(of, "doesn't support item deletion")),
                }
            }
            _ => Err(no_items(of, "doesn't support item deletion")),
        }
    }

    /// The place that an index names.
    fn place(&mut self, what: &str, key: &Value, length: usize) -> Result<usize> {
        let index = match key {
            Value::Integer(index) => *index,
            Value::Bool(truth) => i64::from(*truth),
            key => match self.call_special(key, self.special.index, Vec::new())? {
                Some(Value::Integer(index)) => index,
                _ => {
                    let what = what
                        .trim_end_matches(" assignment")
                        .trim_end_matches(" object");
                    let message = format!(
                        "{what} indices must be integers or slices, not {}",
                        key.type_name()
                    );
                    return Err(Raise::type_error(message));
                }
            },
        };
        let place = if index < 0 {
            index + length as i64
        } else {
            index
        };
        usize::try_from(place)
            .ok()
            .filter(|place| *place < length)
            .ok_or_else(|| out_of_range(what, key, length))
    }

    /// The places that a slice names.
    pub(crate) fn span(&mut self, slice: &Slice, length: usize) -> Result<Span> {
        let [start, stop, step] = [&slice.start, &slice.stop, &slice.step];
        let step = self.bound_of(step)?.unwrap_or(1);
        if step == 0 {
            return Err(Raise::value_error("slice step cannot be zero"));
        }
        Ok(Span::new(
            self.bound_of(start)?,
            self.bound_of(stop)?,
            step,
            length,
        ))
    }

    fn bound_of(&mut self, bound: &Value) -> Result<Option<i64>> {
        match bound {
            Value::None => Ok(None),
            Value::Integer(bound) => Ok(Some(*bound)),
            Value::Bool(truth) => Ok(Some(i64::from(*truth))),
            bound => match self.call_special(bound, self.special.index, Vec::new())? {
                Some(Value::Integer(bound)) => Ok(Some(bound)),
                _ => {
                    let message =
                        "slice indices must be integers or None or have an __index__ method";
                    Err(Raise::type_error(message))
                }
            },
        }
    }
}

fn set_slice(items: &mut Vec<Value>, span: Span, slice: &Slice, values: Vec<Value>) -> Result<()> {
    if matches!(slice.step, Value::None) || span.step == 1 {
        let stop = span.stop.max(span.start) as usize;
        let old: Vec<Value> = items.splice(span.start as usize..stop, values).collect();
        drop(old);
        return Ok(());
    }
    if values.len() != span.len() {
        return Err(Raise::value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            values.len(),
            span.len()
        )));
    }
    for (place, value) in span.places().zip(values) {
        items[place] = value;
    }
    Ok(())
}

fn out_of_range(what: &str, key: &Value, length: usize) -> Raise {
    let message = match key {
        Value::Integer(index) => format!("{what} index out of range: {index}, of {length}"),
        _ => format!("{what} index out of range"),
    };
    Raise::new(ErrorKind::IndexError, message)
}

fn no_items(of: &Value, what: &str) -> Raise {
    Raise::type_error(format!("'{}' object {what}", of.type_name()))
}
