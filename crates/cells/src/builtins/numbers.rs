//! `abs`, `round`, `divmod`, `pow`.

use super::convert::integer_of;
use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::format::{rounded, rounded_integer};
use crate::library::node;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(super) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "abs",
        call: abs,
    },
    Builtin {
        name: "round",
        call: round,
    },
    Builtin {
        name: "divmod",
        call: divmod,
    },
    Builtin {
        name: "pow",
        call: pow,
    },
];

fn abs(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "abs", [""])?;
    match &value {
        Value::Integer(integer) => integer
            .checked_abs()
            .map(Value::Integer)
            .ok_or_else(Raise::too_large),
        Value::Bool(truth) => Ok(Value::Integer(i64::from(*truth))),
        Value::Float(float) => Ok(Value::Float(float.abs())),
        Value::Node(of) => node::unary(interpreter, "abs", of),
        value => match interpreter.call_special(value, interpreter.special.abs, Vec::new())? {
            Some(result) => Ok(result),
            None => Err(Raise::type_error(format!(
                "bad operand type for abs(): '{}'",
                value.type_name()
            ))),
        },
    }
}

fn round(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value, places] = arguments.bind(interpreter, "round", ["number", "ndigits"], 1)?;
    let value = value.unwrap_or(Value::None);
    let places = match places {
        None | Some(Value::None) => None,
        Some(places) => Some(integer_of(interpreter, &places)?),
    };
    let whole = match &value {
        Value::Integer(integer) => *integer,
        Value::Bool(truth) => i64::from(*truth),
        Value::Float(float) => return round_float(*float, places),
        value => {
            let arguments = places.map(Value::Integer).into_iter().collect();
            return match interpreter.call_special(value, interpreter.special.round, arguments)? {
                Some(result) => Ok(result),
                None => {
                    let message =
                        format!("type {} doesn't define __round__ method", value.type_name());
                    Err(Raise::type_error(message))
                }
            };
        }
    };
    rounded_integer(whole, places.unwrap_or(0))
        .map(Value::Integer)
        .ok_or_else(Raise::too_large)
}

fn round_float(float: f64, places: Option<i64>) -> Result<Value> {
    match places {
        None => super::float_to_integer(float.round_ties_even()).map(Value::Integer),
        Some(places) => rounded(float, places).map(Value::Float).ok_or_else(|| {
            Raise::new(
                ErrorKind::OverflowError,
                "rounded value too large to represent",
            )
        }),
    }
}

fn divmod(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [left, right] = arguments.exactly(interpreter, "divmod", ["", ""])?;
    let quotient = interpreter.binary(BinaryOperator::FloorDivide, &left, &right)?;
    let remainder = interpreter.binary(BinaryOperator::Remainder, &left, &right)?;
    Ok(Value::tuple(vec![quotient, remainder]))
}

fn pow(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [base, exponent, modulus] =
        arguments.bind(interpreter, "pow", ["base", "exp", "mod"], 2)?;
    let (base, exponent) = (base.unwrap_or(Value::None), exponent.unwrap_or(Value::None));
    match modulus {
        None | Some(Value::None) => interpreter.binary(BinaryOperator::Power, &base, &exponent),
        Some(modulus) => {
            let mut whole = |value| integer_of(interpreter, value);
            modular_power(whole(&base)?, whole(&exponent)?, whole(&modulus)?).map(Value::Integer)
        }
    }
}

fn modular_power(base: i64, exponent: i64, modulus: i64) -> Result<i64> {
    if modulus == 0 {
        return Err(Raise::value_error("pow() 3rd argument cannot be 0"));
    }
    if exponent < 0 {
        return Err(Raise::value_error(
            "pow() with a modulus and a negative exponent is not part of this Python",
        ));
    }
    let size = i128::from(modulus).abs();
    let (mut power, mut factor, mut left) = (1 % size, i128::from(base).rem_euclid(size), exponent);
    while left > 0 {
        if left % 2 == 1 {
            power = power * factor % size;
        }
        factor = factor * factor % size;
        left /= 2;
    }
    if modulus < 0 && power != 0 {
        power -= size;
    }
    Ok(power as i64)
}
