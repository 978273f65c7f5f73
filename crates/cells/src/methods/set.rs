//! Methods of sets.

use std::rc::Rc;

use super::dictionary::nothing_to_pop;
use super::methods;
use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Result};
use crate::value::{Arguments, Set, Value};

methods! { METHODS, Set:
    "add" => add,
    "remove" => remove,
    "discard" => discard,
    "pop" => pop,
    "clear" => clear,
    "copy" => copy,
    "update" => update,
    "union" => |interpreter, this, arguments| combined(interpreter, this, BinaryOperator::Or, arguments),
    "intersection" => |interpreter, this, arguments| combined(interpreter, this, BinaryOperator::And, arguments),
    "difference" => |interpreter, this, arguments| combined(interpreter, this, BinaryOperator::Subtract, arguments),
    "symmetric_difference" => |interpreter, this, arguments| combined(interpreter, this, BinaryOperator::ExclusiveOr, arguments),
    "issubset" => issubset,
    "issuperset" => issuperset,
    "isdisjoint" => isdisjoint,
}

fn add(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [member] = arguments.exactly(interpreter, "add", [""])?;
    interpreter.add_to_set(this, member)?;
    Ok(Value::None)
}

fn remove(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [member] = arguments.exactly(interpreter, "remove", [""])?;
    if interpreter.remove_from_set(this, &member)? {
        return Ok(Value::None);
    }
    Err(interpreter.raised(ErrorKind::KeyError, vec![member]))
}

fn discard(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [member] = arguments.exactly(interpreter, "discard", [""])?;
    interpreter.remove_from_set(this, &member)?;
    Ok(Value::None)
}

fn pop(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "pop", [])?;
    let first = this.member_from(0).and_then(|(slot, _)| this.remove(slot));
    first.ok_or_else(|| nothing_to_pop(interpreter, "pop from an empty set"))
}

fn clear(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "clear", [])?;
    this.clear();
    Ok(Value::None)
}

fn copy(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "copy", [])?;
    interpreter.charge_items(this.len())?;
    Ok(Value::Set(Rc::new(this.copied()?)))
}

/// Any values as a set.
fn as_set(interpreter: &mut Interpreter, values: &Value) -> Result<Rc<Set>> {
    if let Value::Set(set) = values {
        return Ok(Rc::clone(set));
    }
    let set = Set::default();
    interpreter.for_each(values, |interpreter, value| {
        interpreter.add_to_set(&set, value)?;
        Ok(false)
    })?;
    Ok(Rc::new(set))
}

fn update(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    for values in arguments.positional {
        if let Value::Set(other) = &values {
            interpreter.merge_set(this, other)?;
            continue;
        }
        interpreter.for_each(&values, |interpreter, value| {
            interpreter.add_to_set(this, value)?;
            Ok(false)
        })?;
    }
    Ok(Value::None)
}

fn combined(
    interpreter: &mut Interpreter,
    this: &Rc<Set>,
    operator: BinaryOperator,
    arguments: Arguments,
) -> Result<Value> {
    let mut result = Rc::new(this.copied()?);
    for values in arguments.positional {
        let other = as_set(interpreter, &values)?;
        if let Some(set) = interpreter.set_operation(operator, &result, &other)? {
            result = Rc::new(set);
        }
    }
    Ok(Value::Set(result))
}

fn issubset(interpreter: &mut Interpreter, this: &Rc<Set>, arguments: Arguments) -> Result<Value> {
    let [other] = arguments.exactly(interpreter, "issubset", [""])?;
    let other = as_set(interpreter, &other)?;
    interpreter.is_subset(this, &other).map(Value::Bool)
}

fn issuperset(
    interpreter: &mut Interpreter,
    this: &Rc<Set>,
    arguments: Arguments,
) -> Result<Value> {
    let [other] = arguments.exactly(interpreter, "issuperset", [""])?;
    let other = as_set(interpreter, &other)?;
    interpreter.is_subset(&other, this).map(Value::Bool)
}

fn isdisjoint(
    interpreter: &mut Interpreter,
    this: &Rc<Set>,
    arguments: Arguments,
) -> Result<Value> {
    let [other] = arguments.exactly(interpreter, "isdisjoint", [""])?;
    let other = as_set(interpreter, &other)?;
    let common = interpreter.set_operation(BinaryOperator::And, this, &other)?;
    Ok(Value::Bool(common.is_none_or(|common| common.len() == 0)))
}
