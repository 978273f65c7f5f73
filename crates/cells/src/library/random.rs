//! Seeded random numbers: `seed`, `random`, `uniform`, `normal`, `randint`, `shuffle`. Every run of a cell begins with
//! the same seed.

use popgrad::Random;

use crate::builtins::float_of;
use crate::eval::Interpreter;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(crate) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "seed",
        call: seed,
    },
    Builtin {
        name: "random",
        call: random,
    },
    Builtin {
        name: "uniform",
        call: uniform,
    },
    Builtin {
        name: "normal",
        call: normal,
    },
    Builtin {
        name: "randint",
        call: randint,
    },
    Builtin {
        name: "shuffle",
        call: shuffle,
    },
];

fn seed(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [value] = arguments.exactly(interpreter, "seed", ["number"])?;
    let Value::Integer(number) = value else {
        return Err(Raise::type_error(format!(
            "seed() takes a whole number, not {}",
            value.type_name()
        )));
    };
    interpreter.random = Random::new(number as u64);
    Ok(Value::None)
}

/// From 0 to below 1.
fn random(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "random", [])?;
    Ok(Value::Float(interpreter.random.uniform()))
}

fn pair(
    interpreter: &mut Interpreter,
    name: &str,
    names: [&str; 2],
    arguments: Arguments,
) -> Result<[f64; 2]> {
    let [first, second] = arguments.bind(interpreter, name, names, 0)?;
    let first = first.map_or(Ok(0.0), |first| float_of(interpreter, &first))?;
    let second = second.map_or(Ok(1.0), |second| float_of(interpreter, &second))?;
    Ok([first, second])
}

fn uniform(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [low, high] = pair(interpreter, "uniform", ["low", "high"], arguments)?;
    Ok(Value::Float(
        low + (high - low) * interpreter.random.uniform(),
    ))
}

fn normal(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [mean, deviation] = pair(interpreter, "normal", ["mean", "deviation"], arguments)?;
    Ok(Value::Float(mean + deviation * interpreter.random.normal()))
}

/// From `low` up to `high`, both included.
fn randint(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [low, high] = arguments.exactly(interpreter, "randint", ["low", "high"])?;
    let (Value::Integer(low), Value::Integer(high)) = (&low, &high) else {
        return Err(Raise::type_error("randint() takes two whole numbers"));
    };
    let count = i128::from(*high) - i128::from(*low) + 1;
    if count <= 0 {
        return Err(Raise::value_error(format!(
            "randint(): there is no number from {low} to {high}"
        )));
    }
    let drawn = (interpreter.random.uniform() * count as f64) as i128;
    Ok(Value::Integer(
        (i128::from(*low) + drawn.min(count - 1)) as i64,
    ))
}

/// Puts a list into a random order (Fisher and Yates).
fn shuffle(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [values] = arguments.exactly(interpreter, "shuffle", ["values"])?;
    let Value::List(list) = &values else {
        return Err(Raise::type_error(format!(
            "shuffle() takes a list, not {}",
            values.type_name()
        )));
    };
    interpreter.charge_items(list.len() * 4)?;
    let mut items = list.items_mut();
    for last in (1..items.len()).rev() {
        let other = (interpreter.random.uniform() * (last + 1) as f64) as usize;
        items.swap(last, other.min(last));
    }
    Ok(Value::None)
}
