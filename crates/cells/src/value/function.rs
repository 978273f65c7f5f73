//! What can be called.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};

use super::{Arguments, Class, Value, trash};
use crate::code;
use crate::eval::Interpreter;
use crate::raise::Result;

/// The Rust function behind a built-in.
pub(crate) type Callable = fn(&mut Interpreter, Arguments) -> Result<Value>;

/// A built-in function.
pub(crate) struct Builtin {
    pub(crate) name: &'static str,
    pub(crate) call: Callable,
}

impl fmt::Debug for Builtin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// A module that is built in.
pub(crate) struct Module {
    pub(crate) name: &'static str,
    pub(crate) functions: &'static [Builtin],
    pub(crate) constants: &'static [(&'static str, f64)],
}

impl fmt::Debug for Module {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// A variable that several functions share.
#[derive(Debug, Default)]
pub(crate) struct Variable(RefCell<Option<Value>>);

impl Variable {
    pub(crate) fn new(value: Option<Value>) -> Variable {
        Variable(RefCell::new(value))
    }

    pub(crate) fn get(&self) -> Option<Value> {
        self.0.borrow().clone()
    }

    pub(crate) fn set(&self, value: Option<Value>) {
        let old = self.0.replace(value);
        drop(old);
    }
}

impl Drop for Variable {
    fn drop(&mut self) {
        trash::discard(self.0.take());
    }
}

/// A function that the program made.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) code: Rc<code::Function>,
    /// Its name, and with the class around it.
    pub(crate) name: Rc<str>,
    pub(crate) full_name: RefCell<Rc<str>>,
    pub(crate) captured: Vec<Rc<Variable>>,
    /// Of the last parameters by position.
    pub(crate) defaults: Vec<Value>,
    pub(crate) named_defaults: Vec<Option<Value>>,
    /// The class that it is a method of.
    pub(crate) owner: RefCell<Option<Weak<Class>>>,
}

impl Drop for Function {
    fn drop(&mut self) {
        trash::discard(self.defaults.drain(..));
        trash::discard(self.named_defaults.drain(..).flatten());
    }
}

/// A function with the object that it was taken from.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) of: Value,
    pub(crate) function: Value,
}

impl Drop for Method {
    fn drop(&mut self) {
        let of = std::mem::replace(&mut self.of, Value::None);
        let function = std::mem::replace(&mut self.function, Value::None);
        trash::discard([of, function]);
    }
}
