//! `format(value, specification)`.

use super::Interpreter;
use crate::format::{Specification, format_float, format_integer, format_text};
use crate::raise::{Raise, Result};
use crate::value::Value;

impl Interpreter {
    /// A value in the form that a format specification asks for.
    pub(crate) fn format(&mut self, value: &Value, specification: &str) -> Result<String> {
        if matches!(value, Value::Instance(_)) {
            let argument = vec![Value::text(specification)];
            if let Some(text) = self.call_special(value, self.special.format, argument)? {
                return match text {
                    Value::Text(text) => Ok(text.as_str().to_owned()),
                    other => Err(Raise::type_error(format!(
                        "__format__ must return a str, not {}",
                        other.type_name()
                    ))),
                };
            }
        }
        if specification.is_empty() {
            return Ok(self.str(value)?.to_string());
        }
        let parsed = |value: &Value| Specification::parse(specification, &value.type_name());
        match value {
            Value::Text(text) => format_text(text.as_str(), &parsed(value)?),
            Value::Integer(integer) => format_integer(*integer, &parsed(value)?),
            Value::Bool(truth) => format_integer(i64::from(*truth), &parsed(value)?),
            Value::Float(float) => format_float(*float, &parsed(value)?),
            value => Err(Raise::type_error(format!(
                "unsupported format string passed to {}.__format__",
                value.type_name()
            ))),
        }
    }
}
