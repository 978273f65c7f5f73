//! What classes are made with: `property`, `staticmethod`, `classmethod`, `super`, and what they inherit.

use std::rc::Rc;

use crate::eval::{Frame, Interpreter};
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Builtin, Class, Instance, Member, Type, Value, Wrapped};

/// `__init__` of an exception: it keeps its arguments.
pub(crate) static EXCEPTION_INIT: Builtin = Builtin {
    name: "__init__",
    call: exception_init,
};
/// `__init__` of a class without a base.
pub(crate) static OBJECT_INIT: Builtin = Builtin {
    name: "__init__",
    call: |_, _| Ok(Value::None),
};
/// `__repr__` of a class without a base.
pub(crate) static OBJECT_REPR: Builtin = Builtin {
    name: "__repr__",
    call: object_repr,
};
/// `@name.setter`
pub(crate) static PROPERTY_SETTER: Builtin = Builtin {
    name: "setter",
    call: property_setter,
};

fn exception_init(_: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let mut values = arguments.positional.into_iter();
    if let Some(Value::Instance(instance)) = values.next() {
        *instance.arguments.borrow_mut() = values.collect();
    }
    Ok(Value::None)
}

fn object_repr(_: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let name = arguments
        .positional
        .into_iter()
        .next()
        .map(|of| of.type_name())
        .unwrap_or_default();
    Ok(Value::text(format!("<__main__.{name} object>")))
}

fn property_setter(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [property, setter] = arguments.exactly(interpreter, "setter", ["", ""])?;
    let Value::Wrapped(property) = property else {
        return Err(Raise::type_error("setter belongs to a property"));
    };
    let function = property.function.clone();
    Ok(Value::Wrapped(Rc::new(Wrapped {
        how: Member::Property,
        function,
        setter: Some(setter),
    })))
}

pub(super) fn object(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [] = arguments.exactly(interpreter, "object", [])?;
    Ok(Value::Instance(Rc::new(Instance::new(Rc::new(
        Class::new("object".into(), None, None, Vec::new()),
    )))))
}

pub(super) fn wrapped(
    interpreter: &mut Interpreter,
    kind: Type,
    arguments: Arguments,
) -> Result<Value> {
    let [function, setter] = arguments.bind(interpreter, kind.name(), ["fget", "fset"], 1)?;
    let how = match kind {
        Type::Static => Member::Static,
        Type::ClassMethod => Member::Class,
        _ => Member::Property,
    };
    Ok(Value::Wrapped(Rc::new(Wrapped {
        how,
        function: function.unwrap_or(Value::None),
        setter,
    })))
}

/// `super(Class, object)`
pub(super) fn super_with(interpreter: &mut Interpreter, arguments: Arguments) -> Result<Value> {
    let [class, of] = arguments.exactly(interpreter, "super", ["", ""])?;
    Ok(super_value(class, of))
}

fn super_value(class: Value, of: Value) -> Value {
    Value::Wrapped(Rc::new(Wrapped {
        how: Member::Super,
        function: of,
        setter: Some(class),
    }))
}

impl Interpreter {
    /// `super()` in a method: the class that the method stands in, and the method's first argument.
    pub(crate) fn super_here(&self, frame: &Frame) -> Result<Value> {
        let function = frame.function.as_ref();
        let owner = function
            .and_then(|function| function.owner.borrow().clone())
            .and_then(|owner| owner.upgrade());
        let of = frame.slots.first().and_then(crate::eval::Slot::get);
        match owner.zip(of) {
            Some((owner, of)) => Ok(super_value(Value::Class(owner), of)),
            None => Err(Raise::new(ErrorKind::RuntimeError, "super(): no arguments")),
        }
    }
}
