//! Making functions and classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Frame, Interpreter};
use crate::code;
use crate::raise::{Raise, Result};
use crate::value::{Class, Function, Type, Value};

impl Interpreter {
    pub(super) fn make_function(
        &mut self,
        frame: &mut Frame,
        code: &Rc<code::Function>,
    ) -> Result<Value> {
        let mut defaults = Vec::new();
        for default in &code.parameters.defaults {
            defaults.push(self.eval(frame, default)?);
        }
        let mut named_defaults = Vec::new();
        for default in &code.parameters.named_defaults {
            named_defaults.push(match default {
                Some(default) => Some(self.eval(frame, default)?),
                None => None,
            });
        }
        let name = self.names.text(code.name);
        let full_name = match (&frame.class, &frame.function) {
            (Some(class), _) => format!("{class}.{name}").into(),
            (None, Some(outer)) => format!("{}.<locals>.{name}", outer.full_name.borrow()).into(),
            (None, None) => Rc::clone(&name),
        };
        Ok(Value::Function(Rc::new(Function {
            code: Rc::clone(code),
            name,
            full_name: RefCell::new(full_name),
            captured: frame.captured(&code.variables),
            defaults,
            named_defaults,
            owner: RefCell::new(None),
        })))
    }

    pub(super) fn make_class(&mut self, frame: &mut Frame, code: &code::Class) -> Result<Value> {
        let name = self.names.text(code.name);
        let base = match code.bases.first() {
            Some(base) => {
                let value = self.eval(frame, base)?;
                self.base(&value)
                    .map_err(|raise| raise.at(|| self.passed(frame, base.span)))?
            }
            None => None,
        };
        let source = Rc::clone(&frame.source);
        let mut inner = Frame::inside(frame, &source, &code.variables);
        inner.class = Some(match &frame.class {
            Some(outer) => format!("{outer}.{name}").into(),
            None => Rc::clone(&name),
        });
        self.run(&mut inner, &code.body)?;
        let members = std::mem::take(&mut inner.members);
        let class = Rc::new(Class::new(name, base, None, members));
        for member in class.names() {
            self.adopt(&class, class.own(member));
        }
        Ok(Value::Class(class))
    }

    fn base(&self, value: &Value) -> Result<Option<Rc<Class>>> {
        match value {
            Value::Class(class) => Ok(Some(Rc::clone(class))),
            Value::Type(Type::Object) => Ok(None),
            Value::Type(kind) => Err(Raise::type_error(format!(
                "a class cannot derive from '{}' in this Python. Keep a value of it in an attribute.",
                kind.name()
            ))),
            value => Err(Raise::type_error(format!(
                "a class derives from a class, not from an object of '{}'",
                value.type_name()
            ))),
        }
    }

    /// Tells a function which class it is a method of.
    fn adopt(&self, class: &Rc<Class>, member: Option<Value>) {
        match member {
            Some(Value::Function(function)) => {
                let mut owner = function.owner.borrow_mut();
                if owner.is_none() {
                    *owner = Some(Rc::downgrade(class));
                }
            }
            Some(Value::Wrapped(wrapped)) => {
                self.adopt(class, Some(wrapped.function.clone()));
                self.adopt(class, wrapped.setter.clone());
            }
            _ => {}
        }
    }
}
