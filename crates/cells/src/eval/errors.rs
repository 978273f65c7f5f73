//! Exceptions as objects, and as a report.

use std::rc::Rc;

use super::Interpreter;
use crate::raise::{ErrorKind, Passed, Raise, Thrown};
use crate::report::{Frame, Range, Report};
use crate::value::{Instance, Value};

impl Interpreter {
    /// An exception of a built-in class.
    pub(crate) fn raised(&self, kind: ErrorKind, arguments: Vec<Value>) -> Raise {
        let instance = Instance::new(self.error_class(kind));
        *instance.arguments.borrow_mut() = arguments;
        Raise::thrown(Thrown::Instance(Rc::new(instance)))
    }

    /// The object of what was raised.
    pub(super) fn instance_of(&self, thrown: Thrown) -> Rc<Instance> {
        let (kind, message, meant) = match thrown {
            Thrown::Instance(instance) => return instance,
            Thrown::Error(kind, message, meant) => (kind, message, meant),
            Thrown::Stopped(message) => (ErrorKind::TimeoutError, message, None),
        };
        let instance = Instance::new(self.error_class(kind));
        if !message.is_empty() {
            *instance.arguments.borrow_mut() = vec![Value::text(message)];
        }
        *instance.meant.borrow_mut() = meant;
        Rc::new(instance)
    }

    /// Whether an exception is of a built-in class, or of one that derives from it.
    pub(crate) fn is_error(&self, raise: &Raise, kind: ErrorKind) -> bool {
        match &raise.0.thrown {
            Thrown::Error(raised, ..) => std::iter::successors(Some(*raised), |kind| {
                Some(kind.parent()).filter(|parent| parent != kind)
            })
            .any(|raised| raised == kind),
            Thrown::Instance(instance) => instance.class.is_within(&self.error_class(kind)),
            Thrown::Stopped(_) => false,
        }
    }

    /// An exception as a person reads it.
    pub(crate) fn report(&mut self, raise: Raise) -> Report {
        let trace = raise.0.trace.iter().rev().map(frame).collect();
        let instance = self.instance_of(raise.0.thrown);
        let message = self.str(&Value::Instance(Rc::clone(&instance)));
        Report {
            name: instance.class.name.to_string(),
            message: message.map_or_else(
                |_| "<exception str() failed>".to_owned(),
                |text| text.to_string(),
            ),
            suggestion: instance.meant.borrow().clone(),
            trace,
        }
    }
}

pub(crate) fn frame(passed: &Passed) -> Frame {
    let text = &passed.source.text;
    let range = Range::of(text, passed.span);
    let line = text
        .split('\n')
        .nth(range.start.line - 1)
        .unwrap_or_default();
    Frame {
        cell: passed.source.name.clone(),
        function: passed.function.as_ref().map(ToString::to_string),
        range,
        text: line.trim_end_matches('\r').to_owned(),
    }
}
