//! Calls.

use std::rc::Rc;

use super::statement::Flow;
use super::{Frame, Interpreter, Slot};
use crate::code::Argument;
use crate::names::Symbol;
use crate::raise::{ErrorKind, Raise, Result};
use crate::value::{Arguments, Class, Function, Instance, Value};

impl Interpreter {
    /// Calls what can be called.
    pub(crate) fn call(&mut self, function: &Value, mut arguments: Arguments) -> Result<Value> {
        match function {
            Value::Function(function) => self.call_function(function, arguments),
            Value::Builtin(builtin) => {
                self.step()?;
                (builtin.call)(self, arguments)
            }
            Value::Operation(info) => crate::library::node::call(self, info, arguments),
            Value::Method(method) => {
                arguments.positional.insert(0, method.of.clone());
                self.call(&method.function.clone(), arguments)
            }
            Value::Type(kind) => crate::builtins::construct(self, *kind, arguments),
            Value::Class(class) => self.instantiate(class, arguments),
            Value::Instance(instance) => match instance.class.member(self.special.call) {
                Some(call) => {
                    arguments.positional.insert(0, function.clone());
                    self.deeper(|deeper| deeper.call(&call, arguments))
                }
                None => Err(not_callable(function)),
            },
            Value::Wrapped(wrapped) if wrapped.how == crate::value::Member::Static => {
                self.call(&wrapped.function.clone(), arguments)
            }
            _ => Err(not_callable(function)),
        }
    }

    /// Calls a method of an object without making it a value of its own.
    pub(super) fn call_method(
        &mut self,
        frame: &mut Frame,
        of: Value,
        name: Symbol,
        written: &[Argument],
    ) -> Result<Value> {
        let function = match &of {
            Value::Instance(instance) => {
                let own = instance.own(name);
                let member = if own.is_none() {
                    instance.class.member(name)
                } else {
                    None
                };
                member.filter(|member| matches!(member, Value::Function(_)))
            }
            Value::Class(_) | Value::Type(_) | Value::Module(_) => None,
            of => self.methods.get(&(of.kind(), name)).cloned(),
        };
        match function {
            Some(function) => {
                let arguments = self.arguments(frame, Some(of), written)?;
                self.call(&function, arguments)
            }
            None => {
                let function = self.attribute(&of, name)?;
                let arguments = self.arguments(frame, None, written)?;
                self.call(&function, arguments)
            }
        }
    }

    /// Calls a method that the language itself asks for, if the object's class has it.
    pub(crate) fn call_special(
        &mut self,
        of: &Value,
        name: Symbol,
        arguments: Vec<Value>,
    ) -> Result<Option<Value>> {
        let Value::Instance(instance) = of else {
            return Ok(None);
        };
        let Some(function) = instance.class.member(name) else {
            return Ok(None);
        };
        let mut positional = vec![of.clone()];
        positional.extend(arguments);
        self.deeper(|deeper| deeper.call(&function, Arguments::of(positional)))
            .map(Some)
    }

    fn call_function(&mut self, function: &Rc<Function>, arguments: Arguments) -> Result<Value> {
        self.step()?;
        let slots = self.slots(function, arguments)?;
        let code = &function.code;
        let mut frame = Frame {
            slots,
            members: Vec::new(),
            source: Rc::clone(&code.source),
            function: Some(Rc::clone(function)),
            class: None,
        };
        frame.fill(&code.variables, &function.captured);
        self.enter()?;
        let flow = self.run(&mut frame, &code.body);
        self.leave();
        match flow {
            Ok(Flow::Return(value)) => Ok(value),
            Ok(_) => Ok(Value::None),
            Err(raise) => Err(raise.leaves()),
        }
    }

    /// The slots of the parameters.
    fn slots(&mut self, function: &Rc<Function>, arguments: Arguments) -> Result<Vec<Slot>> {
        let code = &function.code;
        let parameters = &code.parameters;
        let most = parameters.positional.len();
        let is_plain = arguments.named.is_empty()
            && arguments.positional.len() == most
            && parameters.rest.is_none()
            && parameters.named.is_empty()
            && parameters.named_rest.is_none();
        if is_plain {
            return Ok(arguments.positional.into_iter().map(Slot::Value).collect());
        }
        let mut slots = vec![Slot::Empty; code.variables.names.len()];
        let given = arguments.positional.len();
        let mut positional = arguments.positional.into_iter();
        for (slot, value) in slots.iter_mut().zip(positional.by_ref().take(most)) {
            *slot = Slot::Value(value);
        }
        let rest: Vec<Value> = positional.collect();
        match parameters.rest {
            Some(slot) => slots[slot] = Slot::Value(Value::tuple(rest)),
            None if !rest.is_empty() => return Err(too_many(function, given)),
            None => {}
        }
        self.place_named(function, &mut slots, arguments.named)?;
        fill_defaults(self, function, &mut slots)?;
        Ok(slots)
    }

    fn place_named(
        &mut self,
        function: &Rc<Function>,
        slots: &mut [Slot],
        named: Vec<(Symbol, Value)>,
    ) -> Result<()> {
        let parameters = &function.code.parameters;
        let others = crate::value::Dictionary::default();
        for (name, value) in named {
            let by_position = parameters
                .positional
                .iter()
                .position(|known| *known == name);
            let by_position = by_position.filter(|place| *place >= parameters.nameless);
            let by_name = parameters
                .named
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, slot)| *slot);
            match by_position.or(by_name) {
                Some(slot) if matches!(slots[slot], Slot::Empty) => {
                    slots[slot] = Slot::Value(value);
                }
                Some(_) => {
                    let message = format!(
                        "{}() got multiple values for argument '{}'",
                        function.full_name.borrow(),
                        self.names.text(name)
                    );
                    return Err(Raise::type_error(message));
                }
                None if parameters.named_rest.is_some() => {
                    let key = Value::text(&*self.names.text(name));
                    self.put(&others, key, value)?;
                }
                None => return Err(self.unexpected(function, name)),
            }
        }
        if let Some(slot) = parameters.named_rest {
            slots[slot] = Slot::Value(Value::Dictionary(Rc::new(others)));
        }
        Ok(())
    }

    fn unexpected(&self, function: &Rc<Function>, name: Symbol) -> Raise {
        let parameters = &function.code.parameters;
        let known = parameters
            .positional
            .iter()
            .chain(parameters.named.iter().map(|(name, _)| name));
        let name = self.names.text(name);
        let meant = crate::suggest::nearest(
            &name,
            known.map(|known| self.names.text(*known).to_string()),
        );
        let function = function.full_name.borrow();
        Raise::type_error(format!(
            "{function}() got an unexpected keyword argument '{name}'"
        ))
        .meant(meant)
    }

    fn instantiate(&mut self, class: &Rc<Class>, mut arguments: Arguments) -> Result<Value> {
        crate::memory::reserve(0)?;
        let instance = Rc::new(Instance::new(Rc::clone(class)));
        if class.error.is_some() {
            instance
                .arguments
                .borrow_mut()
                .clone_from(&arguments.positional);
        }
        let value = Value::Instance(Rc::clone(&instance));
        match class.member(self.special.init) {
            Some(init) => {
                arguments.positional.insert(0, value.clone());
                let result = self.call(&init, arguments)?;
                if !matches!(result, Value::None) {
                    let message = format!(
                        "__init__() should return None, not '{}'",
                        result.type_name()
                    );
                    return Err(Raise::type_error(message));
                }
            }
            None if class.error.is_some() && arguments.named.is_empty() => {}
            None if arguments.positional.is_empty() && arguments.named.is_empty() => {}
            None => {
                return Err(Raise::type_error(format!(
                    "{}() takes no arguments",
                    class.name
                )));
            }
        }
        Ok(value)
    }
}

fn not_callable(value: &Value) -> Raise {
    Raise::type_error(format!("'{}' object is not callable", value.type_name()))
}

fn too_many(function: &Function, given: usize) -> Raise {
    let parameters = &function.code.parameters;
    let most = parameters.positional.len();
    let least = most - function.defaults.len();
    let takes = if least == most {
        most.to_string()
    } else {
        format!("from {least} to {most}")
    };
    let plural = if most == 1 && least == most { "" } else { "s" };
    let verb = if given == 1 { "was" } else { "were" };
    Raise::type_error(format!(
        "{}() takes {takes} positional argument{plural} but {given} {verb} given",
        function.full_name.borrow()
    ))
}

/// Gives the parameters that are still empty their defaults.
fn fill_defaults(interpreter: &Interpreter, function: &Function, slots: &mut [Slot]) -> Result<()> {
    let parameters = &function.code.parameters;
    let first = parameters.positional.len() - function.defaults.len();
    let mut missing = Vec::new();
    for (place, name) in parameters.positional.iter().enumerate() {
        if matches!(slots[place], Slot::Empty) {
            match place
                .checked_sub(first)
                .and_then(|place| function.defaults.get(place))
            {
                Some(default) => slots[place] = Slot::Value(default.clone()),
                None => missing.push(*name),
            }
        }
    }
    check_missing(interpreter, function, &missing, "positional")?;
    for ((name, slot), default) in parameters.named.iter().zip(&function.named_defaults) {
        if matches!(slots[*slot], Slot::Empty) {
            match default {
                Some(default) => slots[*slot] = Slot::Value(default.clone()),
                None => missing.push(*name),
            }
        }
    }
    check_missing(interpreter, function, &missing, "keyword-only")
}

fn check_missing(
    interpreter: &Interpreter,
    function: &Function,
    missing: &[Symbol],
    kind: &str,
) -> Result<()> {
    let names: Vec<String> = missing
        .iter()
        .map(|name| format!("'{}'", interpreter.names.text(*name)))
        .collect();
    let listed = match names.as_slice() {
        [] => return Ok(()),
        [name] => name.clone(),
        [first, second] => format!("{first} and {second}"),
        [others @ .., last] => format!("{}, and {last}", others.join(", ")),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    Err(Raise::new(
        ErrorKind::TypeError,
        format!(
            "{}() missing {} required {kind} argument{plural}: {listed}",
            function.full_name.borrow(),
            names.len()
        ),
    ))
}
