//! Classes and their instances.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Value, trash};
use crate::memory::Charge;
use crate::names::Symbol;
use crate::raise::ErrorKind;

/// A class.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) name: Rc<str>,
    pub(crate) base: Option<Rc<Class>>,
    /// The exception that it is or derives from.
    pub(crate) error: Option<ErrorKind>,
    /// Whether it is built in.
    pub(crate) is_builtin: bool,
    members: RefCell<Vec<(Symbol, Value)>>,
}

impl Class {
    pub(crate) fn new(
        name: Rc<str>,
        base: Option<Rc<Class>>,
        error: Option<ErrorKind>,
        members: Vec<(Symbol, Value)>,
    ) -> Class {
        let error = error.or_else(|| base.as_ref().and_then(|base| base.error));
        Class {
            name,
            base,
            error,
            is_builtin: false,
            members: RefCell::new(members),
        }
    }

    /// The class itself and those it derives from, the nearest first.
    pub(crate) fn line(self: &Rc<Class>) -> impl Iterator<Item = Rc<Class>> {
        std::iter::successors(Some(Rc::clone(self)), |class| class.base.clone())
    }

    /// Its own member.
    pub(crate) fn own(&self, name: Symbol) -> Option<Value> {
        let members = self.members.borrow();
        members
            .iter()
            .find(|(member, _)| *member == name)
            .map(|(_, value)| value.clone())
    }

    /// Its member, or that of the nearest base.
    pub(crate) fn member(self: &Rc<Class>, name: Symbol) -> Option<Value> {
        let mut class: &Class = self;
        loop {
            if let Some(member) = class.own(name) {
                return Some(member);
            }
            class = class.base.as_deref()?;
        }
    }

    pub(crate) fn set(&self, name: Symbol, value: Value) {
        set(&mut self.members.borrow_mut(), name, value);
    }

    pub(crate) fn remove(&self, name: Symbol) -> bool {
        remove(&mut self.members.borrow_mut(), name)
    }

    pub(crate) fn names(&self) -> Vec<Symbol> {
        self.members
            .borrow()
            .iter()
            .map(|(name, _)| *name)
            .collect()
    }

    /// Whether it is `other` or derives from it.
    pub(crate) fn is_within(self: &Rc<Class>, other: &Rc<Class>) -> bool {
        self.line().any(|class| Rc::ptr_eq(&class, other))
    }
}

/// An instance of a class.
#[derive(Debug)]
pub(crate) struct Instance {
    pub(crate) class: Rc<Class>,
    attributes: RefCell<Vec<(Symbol, Value)>>,
    /// What an exception was made with.
    pub(crate) arguments: RefCell<Vec<Value>>,
    /// A name that may have been meant, for an error of the interpreter.
    pub(crate) meant: RefCell<Option<String>>,
    /// The search for an attribute gets longer with their number.
    charge: Charge,
}

impl Instance {
    pub(crate) fn new(class: Rc<Class>) -> Instance {
        Instance {
            class,
            attributes: RefCell::default(),
            arguments: RefCell::default(),
            meant: RefCell::default(),
            charge: Charge::new(size_of::<Instance>()),
        }
    }

    pub(crate) fn own(&self, name: Symbol) -> Option<Value> {
        let attributes = self.attributes.borrow();
        attributes
            .iter()
            .find(|(attribute, _)| *attribute == name)
            .map(|(_, value)| value.clone())
    }

    pub(crate) fn set(&self, name: Symbol, value: Value) {
        let mut attributes = self.attributes.borrow_mut();
        set(&mut attributes, name, value);
        self.charge
            .set(size_of::<Instance>() + attributes.capacity() * size_of::<(Symbol, Value)>());
    }

    pub(crate) fn remove(&self, name: Symbol) -> bool {
        remove(&mut self.attributes.borrow_mut(), name)
    }

    /// Names and values, in the order in which they came.
    pub(crate) fn attributes(&self) -> Vec<(Symbol, Value)> {
        self.attributes.borrow().clone()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        trash::discard(self.attributes.get_mut().drain(..).map(|(_, value)| value));
        trash::discard(self.arguments.get_mut().drain(..));
    }
}

fn set(members: &mut Vec<(Symbol, Value)>, name: Symbol, value: Value) {
    match members.iter_mut().find(|(member, _)| *member == name) {
        Some((_, old)) => *old = value,
        None => members.push((name, value)),
    }
}

fn remove(members: &mut Vec<(Symbol, Value)>, name: Symbol) -> bool {
    let place = members.iter().position(|(member, _)| *member == name);
    place.map(|place| members.remove(place)).is_some()
}

/// What a decorator makes of a function in a class.
#[derive(Debug)]
pub(crate) struct Wrapped {
    pub(crate) how: Member,
    pub(crate) function: Value,
    /// Sets a property.
    pub(crate) setter: Option<Value>,
}

/// How a function in a class is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Member {
    Static,
    Class,
    Property,
    /// `super()`: the object, and the class whose base is meant.
    Super,
}
