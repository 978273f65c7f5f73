//! A number as a person writes it.

use std::fmt;

use crate::python;

/// A number as it was written: `3` or `3.0`. Arithmetic is in `f64` either way; the difference is for printing
/// alone.
///
/// ```
/// use popgrad::{Number, PopulationNode};
/// let x = PopulationNode::new([Number::Integer(-6), Number::Float(-3.0)]);
/// assert_eq!(x.value(), [-6.0, -3.0]);
/// assert!(x.to_string().contains("value=[-6, -3.0]"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Written without a decimal point.
    Integer(i64),
    /// Written with one.
    Float(f64),
}

impl Number {
    /// The nearest `f64`.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        match self {
            Number::Integer(integer) => integer as f64,
            Number::Float(float) => float,
        }
    }

    /// The number that a member was written as; an integer that `f64` cannot hold appears as the one it holds.
    pub(crate) fn written(value: f64, as_integer: bool) -> Number {
        if as_integer {
            Number::Integer(value as i64)
        } else {
            Number::Float(value)
        }
    }
}

impl From<f64> for Number {
    fn from(float: f64) -> Number {
        Number::Float(float)
    }
}

impl From<i32> for Number {
    fn from(integer: i32) -> Number {
        Number::Integer(i64::from(integer))
    }
}

/// Prints as Python prints it.
impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Integer(integer) => write!(formatter, "{integer}"),
            Number::Float(float) => formatter.write_str(&python::float_repr(*float)),
        }
    }
}
