//! Attributes.

use std::rc::Rc;

use super::Interpreter;
use crate::methods::FROM_KEYS;
use crate::names::Symbol;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Class, Dictionary, Instance, Member, Method, Type, Value, Wrapped};

impl Interpreter {
    /// The attribute of a value.
    pub(crate) fn attribute(&mut self, of: &Value, name: Symbol) -> Result<Value> {
        let found = match of {
            Value::Instance(instance) => self.instance_attribute(instance, of, name)?,
            Value::Class(class) => self.class_attribute(class, of, name)?,
            Value::Module(module) => crate::library::attribute(module, &self.names.text(name)),
            Value::Node(node) => crate::library::node::attribute(node, &self.names.text(name))?,
            Value::Type(Type::Dictionary) if &*self.names.text(name) == FROM_KEYS.name => {
                Some(Value::Builtin(&FROM_KEYS))
            }
            Value::Type(kind) => self.methods.get(&(*kind, name)).cloned(),
            Value::Wrapped(wrapped) => self.wrapped_attribute(wrapped, name),
            _ => None,
        };
        if let Some(found) = found.or_else(|| self.common_attribute(of, name)) {
            return Ok(found);
        }
        Err(self.no_attribute(of, name))
    }

    /// What every value has: its methods, its class, its name.
    fn common_attribute(&self, of: &Value, name: Symbol) -> Option<Value> {
        if !matches!(of, Value::Type(_) | Value::Class(_))
            && let Some(method) = self.methods.get(&(of.kind(), name))
        {
            return Some(bound(of, method.clone()));
        }
        if name == self.special.class {
            return Some(crate::builtins::type_of(of));
        }
        if name == self.special.doc {
            return Some(Value::None);
        }
        let is_name = name == self.special.name;
        if !is_name && name != self.special.full_name {
            return None;
        }
        match of {
            Value::Function(function) if is_name => Some(Value::text(&*function.name)),
            Value::Function(function) => Some(Value::text(&**function.full_name.borrow())),
            Value::Builtin(builtin) => Some(Value::text(builtin.name)),
            Value::Operation(info) => Some(Value::text(info.name)),
            Value::Type(kind) => Some(Value::text(kind.name())),
            Value::Class(class) => Some(Value::text(&*class.name)),
            Value::Module(module) => Some(Value::text(module.name)),
            Value::Method(method) => self.common_attribute(&method.function, name),
            _ => None,
        }
    }

    fn instance_attribute(
        &mut self,
        instance: &Rc<Instance>,
        of: &Value,
        name: Symbol,
    ) -> Result<Option<Value>> {
        let member = instance.class.member(name);
        if let Some(Value::Wrapped(wrapped)) = &member
            && wrapped.how == Member::Property
        {
            let getter = wrapped.function.clone();
            return self
                .deeper(|deeper| deeper.call(&getter, Arguments::of(vec![of.clone()])))
                .map(Some);
        }
        if let Some(own) = instance.own(name) {
            return Ok(Some(own));
        }
        if let Some(member) = member {
            return Ok(Some(taken(of, &instance.class, member)));
        }
        if name == self.special.dictionary {
            return self.attributes_of(instance).map(Some);
        }
        if instance.class.error.is_some() && name == self.special.args {
            return Ok(Some(Value::tuple(instance.arguments.borrow().clone())));
        }
        if name == self.special.cause && instance.class.error.is_some() {
            return Ok(Some(Value::None));
        }
        let text = Value::text(&*self.names.text(name));
        self.call_special(of, self.special.get_attribute, vec![text])
    }

    /// A copy of the attributes as a dictionary.
    fn attributes_of(&mut self, instance: &Instance) -> Result<Value> {
        let dictionary = Dictionary::default();
        for (name, value) in instance.attributes() {
            let name = Value::text(&*self.names.text(name));
            self.put(&dictionary, name, value)?;
        }
        Ok(Value::Dictionary(Rc::new(dictionary)))
    }

    fn class_attribute(
        &mut self,
        class: &Rc<Class>,
        of: &Value,
        name: Symbol,
    ) -> Result<Option<Value>> {
        if let Some(member) = class.member(name) {
            return Ok(Some(match &member {
                Value::Wrapped(wrapped) if wrapped.how == Member::Static => {
                    wrapped.function.clone()
                }
                Value::Wrapped(wrapped) if wrapped.how == Member::Class => {
                    bound(of, wrapped.function.clone())
                }
                _ => member,
            }));
        }
        if class.error.is_some() && name == self.special.init {
            return Ok(Some(Value::Builtin(&crate::builtins::EXCEPTION_INIT)));
        }
        Ok(None)
    }

    fn wrapped_attribute(&mut self, wrapped: &Rc<Wrapped>, name: Symbol) -> Option<Value> {
        match wrapped.how {
            Member::Property if name == self.special.setter => Some(bound(
                &Value::Wrapped(Rc::clone(wrapped)),
                Value::Builtin(&crate::builtins::PROPERTY_SETTER),
            )),
            Member::Super => self.super_attribute(wrapped, name),
            _ => None,
        }
    }

    /// An attribute from the base of the class that a method stands in.
    fn super_attribute(&mut self, wrapped: &Wrapped, name: Symbol) -> Option<Value> {
        let Some(Value::Class(class)) = &wrapped.setter else {
            return None;
        };
        let of = &wrapped.function;
        if let Some(base) = &class.base
            && let Some(member) = base.member(name)
        {
            let of_class = if let Value::Class(of) = of { of } else { base };
            return Some(taken(of, of_class, member));
        }
        if name == self.special.init {
            let is_error = class.error.is_some();
            let init = if is_error {
                &crate::builtins::EXCEPTION_INIT
            } else {
                &crate::builtins::OBJECT_INIT
            };
            return Some(bound(of, Value::Builtin(init)));
        }
        if name == self.special.repr || name == self.special.str {
            return Some(bound(of, Value::Builtin(&crate::builtins::OBJECT_REPR)));
        }
        None
    }

    #[cold]
    pub(crate) fn no_attribute(&self, of: &Value, name: Symbol) -> Raise {
        let name = self.names.text(name);
        let known = self.attribute_names(of);
        let what = match of {
            Value::Class(class) => format!("type object '{}'", class.name),
            Value::Type(kind) => format!("type object '{}'", kind.name()),
            Value::Module(module) => format!("module '{}'", module.name),
            of => format!("'{}' object", of.type_name()),
        };
        let meant = crate::suggest::nearest(&name, known);
        Raise::new(
            ErrorKind::AttributeError,
            format!("{what} has no attribute '{name}'"),
        )
        .meant(meant)
    }

    /// The names of a value's attributes.
    pub(crate) fn attribute_names(&self, of: &Value) -> Vec<String> {
        let texts = |names: Vec<Symbol>| {
            names
                .into_iter()
                .map(|name| self.names.text(name).to_string())
        };
        let kind = if let Value::Type(kind) = of {
            *kind
        } else {
            of.kind()
        };
        let methods = self.methods.keys().filter(|(of, _)| *of == kind);
        let mut names: Vec<String> = texts(methods.map(|(_, name)| *name).collect()).collect();
        match of {
            Value::Instance(instance) => {
                names.extend(texts(
                    instance
                        .attributes()
                        .into_iter()
                        .map(|(name, _)| name)
                        .collect(),
                ));
                names.extend(instance.class.line().flat_map(|class| texts(class.names())));
            }
            Value::Class(class) => {
                names.extend(class.line().flat_map(|class| texts(class.names())));
            }
            Value::Module(module) => names.extend(crate::library::names(module)),
            Value::Node(_) => names.extend(crate::library::node::ATTRIBUTES.map(str::to_owned)),
            _ => {}
        }
        names
    }

    pub(crate) fn set_attribute(&mut self, of: &Value, name: Symbol, value: Value) -> Result<()> {
        match of {
            Value::Instance(instance) => {
                if let Some(Value::Wrapped(wrapped)) = instance.class.member(name)
                    && wrapped.how == Member::Property
                {
                    let Some(setter) = wrapped.setter.clone() else {
                        let message = format!(
                            "property '{}' of '{}' object has no setter",
                            self.names.text(name),
                            instance.class.name
                        );
                        return Err(Raise::new(ErrorKind::AttributeError, message));
                    };
                    let arguments = Arguments::of(vec![of.clone(), value]);
                    return self
                        .deeper(|deeper| deeper.call(&setter, arguments))
                        .map(|_| ());
                }
                crate::memory::reserve(0)?;
                instance.set(name, value);
                Ok(())
            }
            Value::Class(class) if !class.is_builtin => {
                class.set(name, value);
                Ok(())
            }
            Value::Node(node) => {
                let name = self.names.text(name);
                crate::library::node::set_attribute(self, node, &name, &value)
            }
            _ => Err(self.no_attribute(of, name)),
        }
    }

    pub(crate) fn delete_attribute(&mut self, of: &Value, name: Symbol) -> Result<()> {
        let was_there = match of {
            Value::Instance(instance) => instance.remove(name),
            Value::Class(class) if !class.is_builtin => class.remove(name),
            _ => false,
        };
        if was_there {
            Ok(())
        } else {
            Err(self.no_attribute(of, name))
        }
    }
}

/// A function with the object that it was taken from.
pub(super) fn bound(of: &Value, function: Value) -> Value {
    Value::Method(Rc::new(Method {
        of: of.clone(),
        function,
    }))
}

/// The member of a class as its instance gives it.
fn taken(of: &Value, class: &Rc<Class>, member: Value) -> Value {
    match &member {
        Value::Function(_) => bound(of, member),
        Value::Wrapped(wrapped) if wrapped.how == Member::Static => wrapped.function.clone(),
        Value::Wrapped(wrapped) if wrapped.how == Member::Class => {
            bound(&Value::Class(Rc::clone(class)), wrapped.function.clone())
        }
        _ => member,
    }
}
