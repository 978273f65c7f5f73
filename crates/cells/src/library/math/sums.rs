//! `fsum`: a sum that is rounded once.

use super::number;
use crate::eval::Interpreter;
use crate::raise::Result;
use crate::value::{Arguments, Value};

/// The sum rounded once: the parts that rounding loses are kept (Shewchuk, 1997).
pub(super) fn fsum(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "fsum", [""])?;
    let mut parts: Vec<f64> = Vec::new();
    let mut special = 0.0;
    interpreter.for_each(&values, |interpreter, value| {
        let mut x = number(interpreter, &value)?;
        if !x.is_finite() {
            special += x;
            return Ok(false);
        }
        let mut kept = Vec::new();
        for mut part in parts.drain(..) {
            if x.abs() < part.abs() {
                (x, part) = (part, x);
            }
            let high = x + part;
            let low = part - (high - x);
            if low != 0.0 {
                kept.push(low);
            }
            x = high;
        }
        kept.push(x);
        parts = kept;
        Ok(false)
    })?;
    if special != 0.0 || special.is_nan() {
        return Ok(Value::Float(special));
    }
    Ok(Value::Float(rounded_sum(&parts)))
}

/// The sum of parts that do not overlap, the smallest first, rounded to even.
pub(super) fn rounded_sum(parts: &[f64]) -> f64 {
    let mut rest = parts.iter().rev().copied();
    let Some(mut high) = rest.next() else {
        return 0.0;
    };
    let mut low = 0.0;
    for part in rest.by_ref() {
        let sum = high + part;
        low = part - (sum - high);
        high = sum;
        if low != 0.0 {
            break;
        }
    }
    // What follows decides a tie.
    if let Some(next) = rest.next()
        && (low < 0.0) == (next < 0.0)
        && low != 0.0
    {
        let twice = low * 2.0;
        let sum = high + twice;
        if twice == sum - high {
            high = sum;
        }
    }
    high
}
