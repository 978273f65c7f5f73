//! Controls: `slider` and `choice`. A cell asks for them; what the reader sets, the next run gets.

use crate::builtins::float_of;
use crate::eval::{Interpreter, Setting};
use crate::event::{Control, Event};
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(crate) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "slider",
        call: slider,
    },
    Builtin {
        name: "choice",
        call: choice,
    },
];

/// Most options of a choice, and most controls of a run.
const MOST: usize = 100;

fn name_of(interpreter: &Interpreter, function: &str, name: Option<Value>) -> Result<String> {
    let asked = interpreter.events.iter().filter_map(|event| match event {
        Event::Control(Control::Slider { name, .. } | Control::Choice { name, .. }) => {
            Some(name.as_str())
        }
        _ => None,
    });
    match name {
        Some(Value::Text(name)) => {
            let asked: Vec<&str> = asked.collect();
            if asked.len() >= MOST {
                return Err(Raise::value_error(format!(
                    "{function}(): a cell has at most {MOST} controls"
                )));
            }
            if asked.contains(&name.as_str()) {
                let message = format!(
                    "{function}(): there is a control '{}' already. Give it another name.",
                    name.as_str()
                );
                return Err(Raise::value_error(message));
            }
            Ok(name.as_str().to_owned())
        }
        other => {
            let given = other.unwrap_or(Value::None).type_name();
            Err(Raise::type_error(format!(
                "{function}(): the first argument is a name in quotes, not {given}"
            )))
        }
    }
}

/// `slider(name, value, low, high, step=None)`
fn slider(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [name, value, low, high, step] = arguments.bind(
        interpreter,
        "slider",
        ["name", "value", "low", "high", "step"],
        4,
    )?;
    let name = name_of(interpreter, "slider", name)?;
    let mut number = |value: Option<Value>| float_of(interpreter, &value.unwrap_or(Value::None));
    let (value, low, high) = (number(value)?, number(low)?, number(high)?);
    let step = match step {
        None | Some(Value::None) => None,
        step => Some(number(step)?),
    };
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Err(Raise::value_error(format!(
            "slider(): '{name}' runs from {low} to {high}: the first must be below the second"
        )));
    }
    if step.is_some_and(|step| !(step > 0.0 && step.is_finite())) {
        return Err(Raise::value_error(format!(
            "slider(): the step of '{name}' must be above 0"
        )));
    }
    let set = match interpreter.controls.get(&name) {
        Some(Setting::Value(value)) => *value,
        _ => value,
    };
    if set.is_nan() {
        return Err(Raise::value_error(format!(
            "slider(): the value of '{name}' is not a number"
        )));
    }
    let value = set.clamp(low, high);
    interpreter.events.push(Event::Control(Control::Slider {
        name,
        value,
        range: [low, high],
        step,
    }));
    Ok(Value::Float(value))
}

/// `choice(name, options)`
fn choice(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [name, options] = arguments.bind(interpreter, "choice", ["name", "options"], 2)?;
    let name = name_of(interpreter, "choice", name)?;
    let values = interpreter.collect(&options.unwrap_or(Value::None))?;
    if values.is_empty() || values.len() > MOST {
        return Err(Raise::value_error(format!(
            "choice(): '{name}' has {} options: give it 1 to {MOST}",
            values.len()
        )));
    }
    let mut options = Vec::new();
    for value in &values {
        options.push(interpreter.str(value)?.to_string());
    }
    let chosen = match interpreter.controls.get(&name) {
        Some(Setting::Chosen(chosen)) => (*chosen).min(values.len() - 1),
        _ => 0,
    };
    interpreter.events.push(Event::Control(Control::Choice {
        name,
        options,
        chosen,
    }));
    Ok(values[chosen].clone())
}
