//! The arguments of a call.

use super::Value;
use crate::eval::Interpreter;
use crate::names::Symbol;
use crate::raise::{Raise, Result};

/// The arguments of a call: by position, then by name.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) positional: Vec<Value>,
    pub(crate) named: Vec<(Symbol, Value)>,
}

impl Arguments {
    pub(crate) fn of(positional: Vec<Value>) -> Arguments {
        Arguments {
            positional,
            named: Vec::new(),
        }
    }

    /// The values of a built-in's parameters, of which the first `needed` must be given.
    pub(crate) fn bind<const COUNT: usize>(
        self,
        interpreter: &Interpreter,
        function: &str,
        names: [&str; COUNT],
        needed: usize,
    ) -> Result<[Option<Value>; COUNT]> {
        let given = self.positional.len();
        if given > COUNT {
            let plural = if COUNT == 1 { "" } else { "s" };
            let most = if needed == COUNT {
                "exactly"
            } else {
                "at most"
            };
            return Err(Raise::type_error(format!(
                "{function}() takes {most} {COUNT} argument{plural} ({given} given)"
            )));
        }
        let mut bound = [const { None }; COUNT];
        for (place, value) in self.positional.into_iter().enumerate() {
            bound[place] = Some(value);
        }
        for (name, value) in self.named {
            let name = interpreter.names.text(name);
            let Some(place) = names.iter().position(|known| **known == *name) else {
                let meant =
                    crate::suggest::nearest(&name, names.iter().filter(|known| !known.is_empty()));
                let message = format!("{function}() got an unexpected keyword argument '{name}'");
                return Err(Raise::type_error(message).meant(meant));
            };
            if bound[place].replace(value).is_some() {
                return Err(Raise::type_error(format!(
                    "{function}() got multiple values for argument '{name}'"
                )));
            }
        }
        if let Some(missing) = bound[..needed].iter().position(Option::is_none) {
            let name = names[missing];
            let message = format!(
                "{function}() missing required argument '{name}' (pos {})",
                missing + 1
            );
            return Err(Raise::type_error(message));
        }
        Ok(bound)
    }

    /// The values of a built-in's parameters, all of which must be given.
    pub(crate) fn exactly<const COUNT: usize>(
        self,
        interpreter: &Interpreter,
        function: &str,
        names: [&str; COUNT],
    ) -> Result<[Value; COUNT]> {
        let bound = self.bind(interpreter, function, names, COUNT)?;
        Ok(bound.map(|value| value.unwrap_or(Value::None)))
    }
}
