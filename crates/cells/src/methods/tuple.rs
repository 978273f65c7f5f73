//! Methods of tuples and ranges.

use std::rc::Rc;

use super::methods;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Range, Tuple, Value};

methods! { METHODS, Tuple:
    "count" => count,
    "index" => index,
}

methods! { RANGE_METHODS, Range:
    "count" => count_in_range,
    "index" => index_in_range,
}

fn count(interpreter: &mut Interpreter, this: &Rc<Tuple>, arguments: Arguments) -> Result<Value> {
    let [wanted] = arguments.exactly(interpreter, "count", [""])?;
    super::list::count_in(interpreter, this.items(), &wanted)
}

fn index(interpreter: &mut Interpreter, this: &Rc<Tuple>, arguments: Arguments) -> Result<Value> {
    super::list::index_in(
        interpreter,
        this.items(),
        arguments,
        "tuple.index(x): x not in tuple",
    )
}

fn place(range: &Range, wanted: &Value) -> Option<usize> {
    match wanted {
        Value::Integer(number) => range.place(*number),
        _ => None,
    }
}

fn count_in_range(
    interpreter: &mut Interpreter,
    this: &Rc<Range>,
    arguments: Arguments,
) -> Result<Value> {
    let [wanted] = arguments.exactly(interpreter, "count", [""])?;
    Ok(Value::from(usize::from(place(this, &wanted).is_some())))
}

fn index_in_range(
    interpreter: &mut Interpreter,
    this: &Rc<Range>,
    arguments: Arguments,
) -> Result<Value> {
    let [wanted] = arguments.exactly(interpreter, "index", [""])?;
    let shown = interpreter.repr(&wanted)?;
    place(this, &wanted)
        .map(Value::from)
        .ok_or_else(|| Raise::value_error(format!("{shown} is not in range")))
}
