//! Functions of whole numbers.

use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Value};

pub(super) fn integer(value: &Value) -> Result<i64> {
    match value {
        Value::Integer(integer) => Ok(*integer),
        Value::Bool(truth) => Ok(i64::from(*truth)),
        other => Err(Raise::type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.type_name()
        ))),
    }
}

pub(super) fn gcd(_: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let mut divisor = 0_u64;
    for value in arguments.positional {
        let mut other = integer(&value)?.unsigned_abs();
        while other != 0 {
            (divisor, other) = (other, divisor % other);
        }
    }
    i64::try_from(divisor)
        .map(Value::Integer)
        .map_err(|_| Raise::too_large())
}

pub(super) fn factorial(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "factorial", [""])?;
    let number = integer(&value)?;
    if number < 0 {
        return Err(Raise::value_error(
            "factorial() not defined for negative values",
        ));
    }
    let product = (2..=number.min(30)).try_fold(1_i64, i64::checked_mul);
    product.map(Value::Integer).ok_or_else(Raise::too_large)
}

pub(super) fn comb(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [of, choose] = arguments.exactly(interpreter, "comb", ["", ""])?;
    let (of, choose) = (integer(&of)?, integer(&choose)?);
    if of < 0 || choose < 0 {
        let name = if of < 0 { "n" } else { "k" };
        return Err(Raise::value_error(format!(
            "{name} must be a non-negative integer"
        )));
    }
    if choose > of {
        return Ok(Value::Integer(0));
    }
    let mut count = 1_i128;
    for step in 1..=choose.min(of - choose) {
        interpreter.step()?;
        count = count * i128::from(of - step + 1) / i128::from(step);
        if count > i128::from(i64::MAX) {
            return Err(Raise::too_large());
        }
    }
    Ok(Value::Integer(count as i64))
}

pub(super) fn isqrt(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "isqrt", [""])?;
    let number = integer(&value)?;
    if number < 0 {
        return Err(Raise::value_error("isqrt() argument must be nonnegative"));
    }
    Ok(Value::Integer(number.isqrt()))
}
