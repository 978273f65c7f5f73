//! Values as text.

use std::rc::Rc;

use popgrad::python::float_repr;

use super::Interpreter;
use crate::format::quoted;
use crate::raise::{Raise, Result};
use crate::value::{Instance, Iterator, Value, ViewKind};

impl Interpreter {
    /// The text of a value as `print` shows it.
    pub(crate) fn str(&mut self, value: &Value) -> Result<Rc<str>> {
        match value {
            Value::Text(text) => Ok(text.as_str().into()),
            Value::Instance(instance) => {
                if let Some(text) = self.call_special(value, self.special.str, Vec::new())? {
                    return returned_text(&text, "__str__");
                }
                if instance.class.error.is_some() {
                    return self.error_text(instance).map(Into::into);
                }
                self.repr(value).map(Into::into)
            }
            value => self.repr(value).map(Into::into),
        }
    }

    /// The text of a value inside of others.
    pub(crate) fn repr(&mut self, value: &Value) -> Result<String> {
        let mut text = String::new();
        self.write_repr(&mut text, value)?;
        Ok(text)
    }

    fn write_repr(&mut self, out: &mut String, value: &Value) -> Result<()> {
        match value {
            Value::None => out.push_str("None"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Bool(truth) => out.push_str(if *truth { "True" } else { "False" }),
            Value::Integer(integer) => out.push_str(&integer.to_string()),
            Value::Float(float) => out.push_str(&float_repr(*float)),
            Value::Text(text) => out.push_str(&quoted(text.as_str())),
            Value::Node(node) => {
                self.charge_items(node.len() * 8)?;
                crate::memory::reserve(node.len() * 48)?;
                out.push_str(&node.to_string());
            }
            Value::Type(kind) => write(out, &["<class '", kind.name(), "'>"]),
            Value::Class(class) if class.is_builtin => write(out, &["<class '", &class.name, "'>"]),
            Value::Class(class) => write(out, &["<class '__main__.", &class.name, "'>"]),
            Value::Builtin(builtin) => write(out, &["<built-in function ", builtin.name, ">"]),
            Value::Operation(info) => write(out, &["<built-in function ", info.name, ">"]),
            Value::Module(module) => write(out, &["<module '", module.name, "' (built-in)>"]),
            Value::Function(function) => {
                write(out, &["<function ", &function.full_name.borrow(), ">"]);
            }
            Value::Range(range) => {
                let step = if range.step == 1 {
                    String::new()
                } else {
                    format!(", {}", range.step)
                };
                out.push_str(&format!("range({}, {}{step})", range.start, range.stop));
            }
            value => {
                self.step()?;
                crate::memory::reserve(out.len() * 2)?;
                return self.deeper(|deeper| deeper.write_nested(out, value));
            }
        }
        Ok(())
    }

    fn write_nested(&mut self, out: &mut String, value: &Value) -> Result<()> {
        match value {
            Value::List(list) => {
                let items = list.items().clone();
                self.write_items(out, ["[", "]"], &items)
            }
            Value::Tuple(tuple) => match tuple.items() {
                [item] => self.write_items(out, ["(", ",)"], std::slice::from_ref(item)),
                items => self.write_items(out, ["(", ")"], items),
            },
            Value::Set(set) if set.len() == 0 => {
                out.push_str("set()");
                Ok(())
            }
            Value::Set(set) => {
                let members: Vec<Value> = set
                    .members()
                    .into_iter()
                    .map(|(_, member)| member)
                    .collect();
                self.write_items(out, ["{", "}"], &members)
            }
            Value::Dictionary(dictionary) => self.write_dictionary(out, &dictionary.entries()),
            Value::View(view) => {
                let (name, entries) = (value.kind().name(), view.of.entries());
                let shown: Vec<Value> = entries
                    .into_iter()
                    .map(|(key, value)| super::iterate::shown(view.kind, key, value))
                    .collect();
                debug_assert!(matches!(
                    view.kind,
                    ViewKind::Keys | ViewKind::Values | ViewKind::Items
                ));
                write(out, &[name, "("]);
                self.write_items(out, ["[", "])"], &shown)
            }
            Value::Slice(slice) => {
                let parts = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
                out.push_str("slice");
                self.write_items(out, ["(", ")"], &parts)
            }
            Value::Iterator(iterator) => {
                write_iterator(out, iterator);
                Ok(())
            }
            Value::Method(method) => match &method.function {
                Value::Function(function) => {
                    write(
                        out,
                        &["<bound method ", &function.full_name.borrow(), " of "],
                    );
                    self.write_repr(out, &method.of)?;
                    out.push('>');
                    Ok(())
                }
                function => {
                    let name = if let Value::Builtin(builtin) = function {
                        builtin.name
                    } else {
                        ""
                    };
                    write(
                        out,
                        &[
                            "<built-in method ",
                            name,
                            " of ",
                            &method.of.type_name(),
                            " object>",
                        ],
                    );
                    Ok(())
                }
            },
            Value::Instance(instance) => self.write_instance(out, value, instance),
            value => {
                write(out, &["<", &value.type_name(), " object>"]);
                Ok(())
            }
        }
    }

    fn write_items(
        &mut self,
        out: &mut String,
        [open, close]: [&str; 2],
        items: &[Value],
    ) -> Result<()> {
        out.push_str(open);
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            self.step()?;
            self.write_repr(out, item)?;
        }
        out.push_str(close);
        Ok(())
    }

    fn write_dictionary(&mut self, out: &mut String, entries: &[(Value, Value)]) -> Result<()> {
        out.push('{');
        for (place, (key, value)) in entries.iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            self.step()?;
            self.write_repr(out, key)?;
            out.push_str(": ");
            self.write_repr(out, value)?;
        }
        out.push('}');
        Ok(())
    }

    fn write_instance(
        &mut self,
        out: &mut String,
        value: &Value,
        instance: &Instance,
    ) -> Result<()> {
        if let Some(text) = self.call_special(value, self.special.repr, Vec::new())? {
            out.push_str(&returned_text(&text, "__repr__")?);
            return Ok(());
        }
        if instance.class.error.is_some() {
            let arguments = instance.arguments.borrow().clone();
            out.push_str(&instance.class.name);
            return self.write_items(out, ["(", ")"], &arguments);
        }
        write(out, &["<__main__.", &instance.class.name, " object>"]);
        Ok(())
    }

    /// The text of an exception.
    fn error_text(&mut self, instance: &Instance) -> Result<String> {
        let arguments = instance.arguments.borrow().clone();
        match arguments.as_slice() {
            [] => Ok(String::new()),
            [key] if instance.class.error == Some(crate::raise::ErrorKind::KeyError) => {
                self.repr(key)
            }
            [message] => self.str(message).map(|text| text.to_string()),
            several => self.repr(&Value::tuple(several.to_vec())),
        }
    }
}

fn write_iterator(out: &mut String, iterator: &Iterator) {
    write(out, &["<", iterator.type_of().name(), " object>"]);
}

fn write(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn returned_text(text: &Value, method: &str) -> Result<Rc<str>> {
    match text {
        Value::Text(text) => Ok(text.as_str().into()),
        other => Err(Raise::type_error(format!(
            "{method} returned non-string (type {})",
            other.type_name()
        ))),
    }
}

/// The text with everything but ASCII escaped.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match u32::from(character) {
            0..=0x7f => out.push(character),
            code @ 0x80..=0xff => out.push_str(&format!("\\x{code:02x}")),
            code @ 0x100..=0xffff => out.push_str(&format!("\\u{code:04x}")),
            code => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    out
}
