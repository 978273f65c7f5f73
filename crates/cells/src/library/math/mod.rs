//! `import math`, over `libm`: the same digits on every platform.

mod sums;
mod whole;

use popgrad::PopulationNode;

use self::sums::fsum;
use self::whole::{comb, factorial, gcd, integer, isqrt};
use crate::builtins::{float_of, float_to_integer};
use crate::code::BinaryOperator;
use crate::eval::Interpreter;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Module, Value};

/// The module.
pub(super) const MATH: Module = Module {
    name: "math",
    functions: FUNCTIONS,
    constants: &[
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ],
};

/// A function of one number.
macro_rules! unary {
    ($name:literal, $function:expr) => {
        Builtin {
            name: $name,
            call: |interpreter, arguments| unary(interpreter, $name, arguments, $function),
        }
    };
}

/// A function of two numbers.
macro_rules! binary {
    ($name:literal, $function:expr) => {
        Builtin {
            name: $name,
            call: |interpreter, arguments| binary(interpreter, $name, arguments, $function),
        }
    };
}

/// A question about one number.
macro_rules! question {
    ($name:literal, $function:expr) => {
        Builtin {
            name: $name,
            call: |interpreter, arguments| {
                let [value] = arguments.exactly(interpreter, $name, [""])?;
                Ok(Value::Bool($function(float_of(interpreter, &value)?)))
            },
        }
    };
}

const FUNCTIONS: &[Builtin] = &[
    unary!("sqrt", libm::sqrt),
    unary!("cbrt", libm::cbrt),
    unary!("exp", libm::exp),
    unary!("exp2", libm::exp2),
    unary!("expm1", libm::expm1),
    unary!("log2", positive(libm::log2)),
    unary!("log10", positive(libm::log10)),
    unary!("log1p", |x| if x == -1.0 {
        f64::NAN
    } else {
        libm::log1p(x)
    }),
    unary!("sin", libm::sin),
    unary!("cos", libm::cos),
    unary!("tan", libm::tan),
    unary!("asin", libm::asin),
    unary!("acos", libm::acos),
    unary!("atan", libm::atan),
    unary!("sinh", libm::sinh),
    unary!("cosh", libm::cosh),
    unary!("tanh", tanh),
    unary!("asinh", libm::asinh),
    unary!("acosh", libm::acosh),
    unary!("atanh", |x: f64| if x.abs() == 1.0 {
        f64::NAN
    } else {
        libm::atanh(x)
    }),
    unary!("erf", libm::erf),
    unary!("erfc", libm::erfc),
    unary!("gamma", |x: f64| if x <= 0.0 && x == x.floor() {
        f64::NAN
    } else {
        libm::tgamma(x)
    }),
    unary!("lgamma", |x: f64| if x <= 0.0 && x == x.floor() {
        f64::NAN
    } else {
        libm::lgamma(x)
    }),
    unary!("fabs", f64::abs),
    unary!("degrees", |x| x * (180.0 / std::f64::consts::PI)),
    unary!("radians", |x| x * (std::f64::consts::PI / 180.0)),
    binary!("atan2", libm::atan2),
    binary!("pow", libm::pow),
    binary!("fmod", libm::fmod),
    binary!("copysign", f64::copysign),
    question!("isnan", f64::is_nan),
    question!("isinf", f64::is_infinite),
    question!("isfinite", f64::is_finite),
    Builtin {
        name: "log",
        call: log,
    },
    Builtin {
        name: "hypot",
        call: hypot,
    },
    Builtin {
        name: "floor",
        call: |interpreter, arguments| whole(interpreter, "floor", arguments, f64::floor),
    },
    Builtin {
        name: "ceil",
        call: |interpreter, arguments| whole(interpreter, "ceil", arguments, f64::ceil),
    },
    Builtin {
        name: "trunc",
        call: |interpreter, arguments| whole(interpreter, "trunc", arguments, f64::trunc),
    },
    Builtin {
        name: "isclose",
        call: isclose,
    },
    Builtin {
        name: "gcd",
        call: gcd,
    },
    Builtin {
        name: "factorial",
        call: factorial,
    },
    Builtin {
        name: "comb",
        call: comb,
    },
    Builtin {
        name: "isqrt",
        call: isqrt,
    },
    Builtin {
        name: "prod",
        call: prod,
    },
    Builtin {
        name: "fsum",
        call: fsum,
    },
];

/// The engine's own, so that `math.tanh(x)` and `PopulationNode(x).tanh()` give the same digits.
fn tanh(x: f64) -> f64 {
    PopulationNode::try_new(x)
        .and_then(|node| node.try_tanh())
        .map_or(f64::NAN, |node| node.value()[0])
}

/// A function whose value at 0 is no number.
fn positive(function: fn(f64) -> f64) -> impl Fn(f64) -> f64 {
    move |x| if x == 0.0 { f64::NAN } else { function(x) }
}

fn number(interpreter: &mut Interpreter, value: &Value) -> Result<f64> {
    if matches!(value, Value::Node(_)) {
        return Err(Raise::type_error(
            "must be real number, not PopulationNode. A node has methods of its own, such as x.exp() and x.tanh().",
        ));
    }
    float_of(interpreter, value)
}

fn unary(
    interpreter: &mut Interpreter,
    name: &str,
    arguments: Arguments,
    function: impl Fn(f64) -> f64,
) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, name, [""])?;
    let x = number(interpreter, &value)?;
    checked(function(x), x.is_nan(), x.is_finite())
}

fn binary(
    interpreter: &mut Interpreter,
    name: &str,
    arguments: Arguments,
    function: fn(f64, f64) -> f64,
) -> Result<Value> {
    let [x, y] = arguments.exactly(interpreter, name, ["", ""])?;
    let (x, y) = (number(interpreter, &x)?, number(interpreter, &y)?);
    if name == "pow" && x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(Raise::value_error("math domain error"));
    }
    checked(
        function(x, y),
        x.is_nan() || y.is_nan(),
        x.is_finite() && y.is_finite(),
    )
}

/// A result: no NaN that was not given, no infinity of finite numbers.
fn checked(result: f64, is_given_nan: bool, is_given_finite: bool) -> Result<Value> {
    if result.is_nan() && !is_given_nan {
        return Err(Raise::value_error("math domain error"));
    }
    if result.is_infinite() && is_given_finite {
        return Err(Raise::new(ErrorKind::OverflowError, "math range error"));
    }
    Ok(Value::Float(result))
}

fn log(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [x, base] = arguments.bind(interpreter, "log", ["", ""], 1)?;
    let mut logarithm = |value: Value| {
        let x = number(interpreter, &value)?;
        if x <= 0.0 {
            return Err(Raise::value_error("math domain error"));
        }
        Ok(libm::log(x))
    };
    let x = logarithm(x.unwrap_or(Value::None))?;
    match base {
        None => Ok(Value::Float(x)),
        Some(base) => match logarithm(base)? {
            0.0 => Err(Raise::new(
                ErrorKind::ZeroDivisionError,
                "float division by zero",
            )),
            base => Ok(Value::Float(x / base)),
        },
    }
}

fn hypot(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let mut length = 0.0;
    for value in arguments.positional {
        length = libm::hypot(length, number(interpreter, &value)?);
    }
    Ok(Value::Float(length))
}

fn whole(
    interpreter: &mut Interpreter,
    name: &str,
    arguments: Arguments,
    function: fn(f64) -> f64,
) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, name, [""])?;
    if let Value::Integer(_) | Value::Bool(_) = value {
        return integer(&value).map(Value::Integer);
    }
    let x = number(interpreter, &value)?;
    float_to_integer(function(x)).map(Value::Integer)
}

fn isclose(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [a, b, relative, absolute] =
        arguments.bind(interpreter, "isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
    let mut value = |value: Option<Value>, default| match value {
        Some(value) => number(interpreter, &value),
        None => Ok(default),
    };
    let (a, b) = (value(a, 0.0)?, value(b, 0.0)?);
    let (relative, absolute) = (value(relative, 1e-9)?, value(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(Raise::value_error("tolerances must be non-negative"));
    }
    let difference = (a - b).abs();
    let is_near = difference <= (relative * b.abs()).max(relative * a.abs()).max(absolute);
    Ok(Value::Bool(a == b || (difference.is_finite() && is_near)))
}

fn prod(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values, start] = arguments.bind(interpreter, "prod", ["", "start"], 1)?;
    let mut product = start.unwrap_or(Value::Integer(1));
    interpreter.for_each(&values.unwrap_or(Value::None), |interpreter, value| {
        product = interpreter.binary(BinaryOperator::Multiply, &product, &value)?;
        Ok(false)
    })?;
    Ok(product)
}
