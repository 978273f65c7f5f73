//! Arithmetic of numbers.

use std::cmp::Ordering;

use crate::code::BinaryOperator;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::Value;

/// From here on `f64` does not hold every whole number.
const EXACT: u64 = 1 << 53;

/// A number of Python.
#[derive(Clone, Copy, Debug)]
pub(super) enum Number {
    Integer(i64),
    Float(f64),
}

impl Number {
    pub(super) fn of(value: &Value) -> Option<Number> {
        Some(match value {
            Value::Bool(truth) => Number::Integer(i64::from(*truth)),
            Value::Integer(integer) => Number::Integer(*integer),
            Value::Float(float) => Number::Float(*float),
            _ => return None,
        })
    }

    fn float(self) -> f64 {
        match self {
            Number::Integer(integer) => integer as f64,
            Number::Float(float) => float,
        }
    }
}

/// How two numbers stand to each other: nothing where one is no number, `Some(None)` beside a NaN.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (Number::of(left)?, Number::of(right)?) {
        (Number::Integer(left), Number::Integer(right)) => Some(left.cmp(&right)),
        (Number::Float(left), Number::Float(right)) => left.partial_cmp(&right),
        (Number::Integer(left), Number::Float(right)) => compare_mixed(left, right),
        (Number::Float(left), Number::Integer(right)) => {
            compare_mixed(right, left).map(Ordering::reverse)
        }
    })
}

/// How a whole number stands to a float, exactly.
fn compare_mixed(integer: i64, float: f64) -> Option<Ordering> {
    if integer.unsigned_abs() <= EXACT || !float.is_finite() {
        return (integer as f64).partial_cmp(&float);
    }
    let whole = float.trunc();
    let order = i128::from(integer).cmp(&(whole as i128));
    Some(order.then_with(|| 0.0_f64.total_cmp(&(float - whole + 0.0))))
}

/// The operator between two numbers; nothing where the operator is not for them.
pub(super) fn arithmetic(
    operator: BinaryOperator,
    left: Number,
    right: Number,
) -> Option<Result<Value>> {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => integers(operator, left, right),
        (left, right) => floats(operator, left.float(), right.float()),
    }
}

fn integers(operator: BinaryOperator, left: i64, right: i64) -> Option<Result<Value>> {
    let result = match operator {
        BinaryOperator::Add => left.checked_add(right),
        BinaryOperator::Subtract => left.checked_sub(right),
        BinaryOperator::Multiply => left.checked_mul(right),
        BinaryOperator::Divide => return Some(divide(left, right).map(Value::Float)),
        BinaryOperator::FloorDivide if right == 0 => {
            return Some(Err(zero_division("integer division or modulo by zero")));
        }
        BinaryOperator::Remainder if right == 0 => {
            return Some(Err(zero_division("integer modulo by zero")));
        }
        BinaryOperator::FloorDivide => floor_divide(left, right),
        BinaryOperator::Remainder => {
            Some((i128::from(left) - i128::from(right) * floored(left, right)) as i64)
        }
        BinaryOperator::Power if right < 0 => return floats(operator, left as f64, right as f64),
        BinaryOperator::Power => integer_power(left, right),
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight if right < 0 => {
            return Some(Err(Raise::value_error("negative shift count")));
        }
        BinaryOperator::ShiftLeft if left == 0 => Some(0),
        BinaryOperator::ShiftLeft => (right < 63)
            .then(|| i128::from(left) << right)
            .and_then(|shifted| i64::try_from(shifted).ok()),
        BinaryOperator::ShiftRight => Some(left >> right.min(63)),
        BinaryOperator::And => Some(left & right),
        BinaryOperator::Or => Some(left | right),
        BinaryOperator::ExclusiveOr => Some(left ^ right),
        BinaryOperator::Matrix => return None,
    };
    Some(result.map(Value::Integer).ok_or_else(Raise::too_large))
}

fn floored(left: i64, right: i64) -> i128 {
    let (left, right) = (i128::from(left), i128::from(right));
    let quotient = left / right;
    if left % right != 0 && (left < 0) != (right < 0) {
        quotient - 1
    } else {
        quotient
    }
}

fn floor_divide(left: i64, right: i64) -> Option<i64> {
    i64::try_from(floored(left, right)).ok()
}

/// `base ** exponent` for an exponent of at least 0, if it fits.
fn integer_power(base: i64, exponent: i64) -> Option<i64> {
    match base {
        0 | 1 => Some(if exponent == 0 { 1 } else { base }),
        -1 => Some(if exponent % 2 == 0 { 1 } else { -1 }),
        _ => base.checked_pow(u32::try_from(exponent).ok()?),
    }
}

/// The quotient of two whole numbers, rounded once.
fn divide(left: i64, right: i64) -> Result<f64> {
    if right == 0 {
        return Err(zero_division("division by zero"));
    }
    let (size, divisor) = (left.unsigned_abs(), right.unsigned_abs());
    if size <= EXACT && divisor <= EXACT {
        return Ok(left as f64 / right as f64);
    }
    // At least 55 bits of the quotient, and whether anything is left: enough to round once.
    let shift = (55 + divisor.ilog2()).saturating_sub(size.checked_ilog2().unwrap_or(0));
    let (scaled, divisor) = (u128::from(size) << shift, u128::from(divisor));
    let quotient = (scaled / divisor) | u128::from(scaled % divisor != 0);
    let size = quotient as f64 / (1_u128 << shift) as f64;
    Ok(if (left < 0) == (right < 0) {
        size
    } else {
        -size
    })
}

fn floats(operator: BinaryOperator, left: f64, right: f64) -> Option<Result<Value>> {
    let result = match operator {
        BinaryOperator::Add => Ok(left + right),
        BinaryOperator::Subtract => Ok(left - right),
        BinaryOperator::Multiply => Ok(left * right),
        BinaryOperator::Divide if right == 0.0 => Err(zero_division("float division by zero")),
        BinaryOperator::Divide => Ok(left / right),
        BinaryOperator::FloorDivide if right == 0.0 => {
            Err(zero_division("float floor division by zero"))
        }
        BinaryOperator::FloorDivide => Ok(floor_divide_floats(left, right)),
        BinaryOperator::Remainder if right == 0.0 => Err(zero_division("float modulo")),
        BinaryOperator::Remainder => Ok(remainder_floats(left, right)),
        BinaryOperator::Power => power(left, right),
        _ => return None,
    };
    Some(result.map(Value::Float))
}

/// The remainder with the sign of the divisor.
fn remainder_floats(left: f64, right: f64) -> f64 {
    let remainder = libm::fmod(left, right);
    if remainder == 0.0 {
        return 0.0_f64.copysign(right);
    }
    if (remainder < 0.0) == (right < 0.0) {
        remainder
    } else {
        remainder + right
    }
}

/// The quotient without its fraction, towards minus infinity, as Python rounds it.
fn floor_divide_floats(left: f64, right: f64) -> f64 {
    let remainder = libm::fmod(left, right);
    let mut quotient = (left - remainder) / right;
    if remainder != 0.0 && (right < 0.0) != (remainder < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0.0_f64.copysign(left / right);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    }
}

fn power(base: f64, exponent: f64) -> Result<f64> {
    if base == 0.0 && exponent < 0.0 {
        return Err(zero_division("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent != exponent.floor() {
        let message = "a negative number to a broken power is a complex number, which this Python does not have";
        return Err(Raise::value_error(message));
    }
    let result = libm::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(Raise::new(
            ErrorKind::OverflowError,
            "(34, 'Numerical result out of range')",
        ));
    }
    Ok(result)
}

fn zero_division(message: &str) -> Raise {
    Raise::new(ErrorKind::ZeroDivisionError, message)
}
