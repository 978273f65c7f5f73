//! Methods of lists.

use std::rc::Rc;

use super::methods;
use crate::builtins::sort as sorted;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, List, Span, Value};

methods! { METHODS, List:
    "append" => append,
    "extend" => extend,
    "insert" => insert,
    "pop" => pop,
    "remove" => remove,
    "clear" => clear,
    "copy" => copy,
    "count" => count,
    "index" => index,
    "reverse" => reverse,
    "sort" => sort,
}

fn append(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [item] = arguments.exactly(interpreter, "append", [""])?;
    this.push(item)?;
    Ok(Value::None)
}

fn extend(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "extend", [""])?;
    let values = interpreter.collect(&values)?;
    this.items_mut().extend(values);
    this.recount();
    Ok(Value::None)
}

fn insert(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [place, item] = arguments.exactly(interpreter, "insert", ["", ""])?;
    let Value::Integer(place) = place else {
        return Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            place.type_name()
        )));
    };
    interpreter.charge_items(this.len())?;
    crate::memory::reserve(size_of::<Value>())?;
    let span = Span::new(Some(place), None, 1, this.len());
    this.items_mut().insert(span.start as usize, item);
    this.recount();
    Ok(Value::None)
}

fn pop(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [place] = arguments.bind(interpreter, "pop", [""], 0)?;
    let place = match place {
        None => -1,
        Some(Value::Integer(place)) => place,
        Some(other) => {
            return Err(Raise::type_error(format!(
                "'{}' object cannot be interpreted as an integer",
                other.type_name()
            )));
        }
    };
    let length = this.len() as i64;
    if length == 0 {
        return Err(Raise::new(ErrorKind::IndexError, "pop from empty list"));
    }
    let at = if place < 0 { place + length } else { place };
    if !(0..length).contains(&at) {
        return Err(Raise::new(
            ErrorKind::IndexError,
            format!("pop index out of range: {place}, of {length}"),
        ));
    }
    interpreter.charge_items((length - at) as usize)?;
    Ok(this.items_mut().remove(at as usize))
}

fn remove(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [wanted] = arguments.exactly(interpreter, "remove", [""])?;
    let items = this.items().clone();
    match find(interpreter, &items, &wanted)? {
        Some(place) if place < this.len() => {
            let old = this.items_mut().remove(place);
            drop(old);
            Ok(Value::None)
        }
        _ => Err(Raise::value_error("list.remove(x): x not in list")),
    }
}

fn clear(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "clear", [])?;
    let old = std::mem::take(&mut *this.items_mut());
    drop(Value::list(old));
    this.recount();
    Ok(Value::None)
}

fn copy(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "copy", [])?;
    interpreter
        .collect(&Value::List(Rc::clone(this)))
        .map(Value::list)
}

fn find(interpreter: &mut Interpreter, items: &[Value], wanted: &Value) -> Result<Option<usize>> {
    for (place, item) in items.iter().enumerate() {
        interpreter.step()?;
        if item.is(wanted) || interpreter.equal(item, wanted)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn count(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [wanted] = arguments.exactly(interpreter, "count", [""])?;
    let items = this.items().clone();
    count_in(interpreter, &items, &wanted)
}

pub(super) fn count_in(
    interpreter: &mut Interpreter,
    items: &[Value],
    wanted: &Value,
) -> Result<Value> {
    let mut count = 0_usize;
    for item in items {
        interpreter.step()?;
        if item.is(wanted) || interpreter.equal(item, wanted)? {
            count += 1;
        }
    }
    Ok(count.into())
}

fn index(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let items = this.items().clone();
    let shown = match arguments.positional.first() {
        Some(wanted) => interpreter.repr(&wanted.clone())?,
        None => String::new(),
    };
    index_in(
        interpreter,
        &items,
        arguments,
        &format!("{shown} is not in list"),
    )
}

pub(super) fn index_in(
    interpreter: &mut Interpreter,
    items: &[Value],
    arguments: Arguments,
    missing: &str,
) -> Result<Value> {
    let [wanted, start, stop] = arguments.bind(interpreter, "index", ["", "", ""], 1)?;
    let bound = |bound: Option<Value>| match bound {
        None => Ok(None),
        Some(Value::Integer(bound)) => Ok(Some(bound)),
        Some(_) => Err(Raise::type_error(
            "slice indices must be integers or have an __index__ method",
        )),
    };
    let span = Span::new(bound(start)?, bound(stop)?, 1, items.len());
    let (start, stop) = (span.start as usize, span.stop.max(span.start) as usize);
    let found = find(
        interpreter,
        &items[start..stop],
        &wanted.unwrap_or(Value::None),
    )?;
    found
        .map(|place| Value::from(place + start))
        .ok_or_else(|| Raise::value_error(missing))
}

fn reverse(interpreter: &mut Interpreter, this: &Rc<List>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "reverse", [])?;
    interpreter.charge_items(this.len())?;
    this.items_mut().reverse();
    Ok(Value::None)
}

fn sort(interpreter: &mut Interpreter, this: &Rc<List>, mut arguments: Arguments) -> Result<Value> {
    let named = std::mem::take(&mut arguments.named);
    let [] = arguments.exactly(interpreter, "sort", [])?;
    let items = this.items().clone();
    let sorted = sorted(interpreter, "sort", items, named)?;
    let old = std::mem::replace(&mut *this.items_mut(), sorted);
    drop(old);
    this.recount();
    Ok(Value::None)
}
