//! `try`, `except`, `finally` and `raise`.

use std::rc::Rc;

use super::statement::Flow;
use super::{Frame, Interpreter};
use crate::code::{Expression, Handler, Statement};
use crate::raise::{ErrorKind, Raise, Result, Thrown};
use crate::value::{Arguments, Instance, Value};

impl Interpreter {
    pub(super) fn attempt(
        &mut self,
        frame: &mut Frame,
        body: &[Statement],
        handlers: &[Handler],
        [otherwise, last]: [&[Statement]; 2],
    ) -> Result<Flow> {
        let outcome = match self.run(frame, body) {
            Ok(Flow::Next) => self.run(frame, otherwise),
            Err(raise) if !matches!(raise.0.thrown, Thrown::Stopped(_)) => {
                self.handle(frame, raise, handlers)
            }
            outcome => outcome,
        };
        if matches!(&outcome, Err(raise) if matches!(raise.0.thrown, Thrown::Stopped(_))) {
            return outcome;
        }
        match self.run(frame, last)? {
            Flow::Next => outcome,
            flow => Ok(flow),
        }
    }

    fn handle(&mut self, frame: &mut Frame, raise: Raise, handlers: &[Handler]) -> Result<Flow> {
        let trace = raise.0.trace;
        let instance = self.instance_of(raise.0.thrown);
        for handler in handlers {
            if !self.is_handled(frame, handler, &instance)? {
                continue;
            }
            if let Some(place) = handler.name {
                self.store(frame, place, Value::Instance(Rc::clone(&instance)));
            }
            self.handled.push(instance);
            let outcome = self.run(frame, &handler.body);
            self.handled.pop();
            if let Some(place) = handler.name {
                self.forget(frame, place);
            }
            return outcome;
        }
        let mut raise = Raise::thrown(Thrown::Instance(instance));
        raise.0.trace = trace;
        raise.0.is_located = true;
        Err(raise)
    }

    fn is_handled(
        &mut self,
        frame: &mut Frame,
        handler: &Handler,
        instance: &Rc<Instance>,
    ) -> Result<bool> {
        let Some(class) = &handler.class else {
            return Ok(true);
        };
        let class_value = self.eval(frame, class)?;
        let classes = match &class_value {
            Value::Tuple(tuple) => tuple.items().to_vec(),
            class => vec![class.clone()],
        };
        for class_value in classes {
            match class_value {
                Value::Class(class) if class.error.is_some() => {
                    if instance.class.is_within(&class) {
                        return Ok(true);
                    }
                }
                _ => {
                    let message =
                        "catching classes that do not inherit from BaseException is not allowed";
                    return Err(Raise::type_error(message).at(|| self.passed(frame, class.span)));
                }
            }
        }
        Ok(false)
    }

    fn forget(&mut self, frame: &mut Frame, place: crate::code::Place) {
        use crate::code::Place;
        match place {
            Place::Slot(slot, _) => {
                frame.slots[slot].clear();
            }
            Place::Global(place) => {
                self.globals.remove(place);
            }
            Place::Member(name, _) => frame.members.retain(|(member, _)| *member != name),
        }
    }

    pub(super) fn raise(
        &mut self,
        frame: &mut Frame,
        exception: Option<&Expression>,
        cause: Option<&Expression>,
    ) -> Result<Flow> {
        let Some(exception) = exception else {
            return Err(match self.handled.last() {
                Some(instance) => Raise::thrown(Thrown::Instance(Rc::clone(instance))),
                None => Raise::new(ErrorKind::RuntimeError, "No active exception to reraise"),
            });
        };
        let mut value = self.eval(frame, exception)?;
        if let Value::Class(class) = &value
            && class.error.is_some()
        {
            value = self.call(&value.clone(), Arguments::default())?;
        }
        match value {
            Value::Instance(instance) if instance.class.error.is_some() => {
                if let Some(cause) = cause {
                    let cause = self.eval(frame, cause)?;
                    instance.set(self.special.cause, cause);
                }
                Err(Raise::thrown(Thrown::Instance(instance)))
            }
            _ => Err(Raise::type_error(
                "exceptions must derive from BaseException",
            )),
        }
    }
}
