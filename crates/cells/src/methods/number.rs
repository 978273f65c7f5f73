//! Methods of numbers.

use super::{split, wrong_object};
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(super) const INTEGER_METHODS: &[Builtin] = &[
    Builtin {
        name: "bit_length",
        call: bit_length,
    },
    Builtin {
        name: "bit_count",
        call: bit_count,
    },
    Builtin {
        name: "conjugate",
        call: conjugate,
    },
    Builtin {
        name: "as_integer_ratio",
        call: as_integer_ratio,
    },
];

pub(super) const FLOAT_METHODS: &[Builtin] = &[
    Builtin {
        name: "is_integer",
        call: is_integer,
    },
    Builtin {
        name: "conjugate",
        call: conjugate,
    },
    Builtin {
        name: "as_integer_ratio",
        call: as_integer_ratio,
    },
];

fn whole(interpreter: &Interpreter, name: &str, arguments: Arguments) -> Result<i64> {
    let (this, arguments) = split(name, arguments)?;
    let [] = arguments.exactly(interpreter, name, [])?;
    match this {
        Value::Integer(integer) => Ok(integer),
        Value::Bool(truth) => Ok(i64::from(truth)),
        other => Err(wrong_object(name, &other)),
    }
}

fn bit_length(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let integer = whole(interpreter, "bit_length", arguments)?;
    Ok(Value::Integer(i64::from(
        u64::BITS - integer.unsigned_abs().leading_zeros(),
    )))
}

fn bit_count(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let integer = whole(interpreter, "bit_count", arguments)?;
    Ok(Value::Integer(i64::from(
        integer.unsigned_abs().count_ones(),
    )))
}

fn conjugate(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (this, arguments) = split("conjugate", arguments)?;
    let [] = arguments.exactly(interpreter, "conjugate", [])?;
    Ok(this)
}

fn is_integer(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (this, arguments) = split("is_integer", arguments)?;
    let [] = arguments.exactly(interpreter, "is_integer", [])?;
    match this {
        Value::Float(float) => Ok(Value::Bool(float.is_finite() && float == float.trunc())),
        other => Err(wrong_object("is_integer", &other)),
    }
}

/// The two whole numbers whose quotient a number is, as small as they can be.
fn as_integer_ratio(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let (this, arguments) = split("as_integer_ratio", arguments)?;
    let [] = arguments.exactly(interpreter, "as_integer_ratio", [])?;
    let float = match this {
        Value::Float(float) => float,
        Value::Integer(integer) => {
            return Ok(Value::tuple(vec![
                Value::Integer(integer),
                Value::Integer(1),
            ]));
        }
        Value::Bool(truth) => {
            return Ok(Value::tuple(vec![
                Value::Integer(truth.into()),
                Value::Integer(1),
            ]));
        }
        other => return Err(wrong_object("as_integer_ratio", &other)),
    };
    if float.is_nan() {
        return Err(Raise::value_error("cannot convert NaN to integer ratio"));
    }
    let (mut size, mut divisor) = (float, 1_i64);
    while size.is_finite() && size != size.trunc() {
        size *= 2.0;
        divisor = divisor.checked_mul(2).ok_or_else(Raise::too_large)?;
    }
    let whole = crate::builtins::float_to_integer(size)?;
    Ok(Value::tuple(vec![
        Value::Integer(whole),
        Value::Integer(divisor),
    ]))
}
