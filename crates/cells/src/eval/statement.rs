//! Statements.

use std::rc::Rc;

use super::{Frame, Interpreter};
use crate::code::{Expression, Span, Statement, Step, Target};
use crate::names::Symbol;
use crate::raise::{ErrorKind, Passed, Raise, Result};
use crate::value::{Arguments, Value};

/// How a statement ends.
#[derive(Debug)]
pub(crate) enum Flow {
    Next,
    Break,
    Continue,
    Return(Value),
}

impl Interpreter {
    /// Runs statements one after the other.
    pub(crate) fn run(&mut self, frame: &mut Frame, body: &[Statement]) -> Result<Flow> {
        let flow = self.go_down().and_then(|()| self.run_all(frame, body));
        self.come_up();
        flow
    }

    fn run_all(&mut self, frame: &mut Frame, body: &[Statement]) -> Result<Flow> {
        for statement in body {
            let flow = match self.statement(frame, statement) {
                Ok(flow) => flow,
                Err(raise) => return Err(raise.at(|| self.passed(frame, statement.span))),
            };
            if !matches!(flow, Flow::Next) {
                return Ok(flow);
            }
        }
        Ok(Flow::Next)
    }

    /// A place that an exception comes through.
    pub(super) fn passed(&self, frame: &Frame, span: Span) -> Passed {
        let function = frame
            .function
            .as_ref()
            .map(|function| Rc::clone(&function.name));
        Passed {
            source: Rc::clone(&frame.source),
            span,
            function,
        }
    }

    fn statement(&mut self, frame: &mut Frame, statement: &Statement) -> Result<Flow> {
        self.step()?;
        match &statement.step {
            Step::Pass => {}
            Step::Expression(expression) => {
                self.eval(frame, expression)?;
            }
            Step::Assign(targets, value) => {
                let value = self.eval(frame, value)?;
                for target in targets {
                    self.assign(frame, target, value.clone())?;
                }
            }
            Step::Update(target, operator, value) => {
                self.update(frame, target, *operator, value)?;
            }
            Step::Delete(targets) => {
                for target in targets {
                    self.delete(frame, target)?;
                }
            }
            Step::If(branches, otherwise) => {
                for (test, body) in branches {
                    if self.test(frame, test)? {
                        return self.run(frame, body);
                    }
                }
                return self.run(frame, otherwise);
            }
            Step::While(test, body, otherwise) => {
                return self.repeat_while(frame, test, body, otherwise);
            }
            Step::For(target, over, body, otherwise) => {
                return self.repeat_for(frame, target, over, [body, otherwise]);
            }
            Step::Break => return Ok(Flow::Break),
            Step::Continue => return Ok(Flow::Continue),
            Step::Return(None) => return Ok(Flow::Return(Value::None)),
            Step::Return(Some(value)) => return Ok(Flow::Return(self.eval(frame, value)?)),
            Step::Define(place, code, decorators) => {
                let function = self.make_function(frame, code)?;
                let function = self.decorated(frame, function, decorators)?;
                self.store(frame, *place, function);
            }
            Step::Class(place, code, decorators) => {
                let class = self.make_class(frame, code)?;
                let class = self.decorated(frame, class, decorators)?;
                self.store(frame, *place, class);
            }
            Step::Try(body, handlers, otherwise, last) => {
                return self.attempt(frame, body, handlers, [otherwise, last]);
            }
            Step::Raise(exception, cause) => {
                return self.raise(frame, exception.as_ref(), cause.as_ref());
            }
            Step::Assert(test, message) => self.assert(frame, test, message.as_ref())?,
            Step::Import(module, place) => {
                let module = self.module(*module)?;
                self.store(frame, *place, module);
            }
            Step::ImportFrom(module, name, place) => {
                let value = self.imported(*module, *name)?;
                self.store(frame, *place, value);
            }
        }
        Ok(Flow::Next)
    }

    pub(super) fn test(&mut self, frame: &mut Frame, test: &Expression) -> Result<bool> {
        match self.eval(frame, test)? {
            Value::Bool(truth) => Ok(truth),
            value => self
                .truth(&value)
                .map_err(|raise| raise.at(|| self.passed(frame, test.span))),
        }
    }

    fn repeat_while(
        &mut self,
        frame: &mut Frame,
        test: &Expression,
        body: &[Statement],
        otherwise: &[Statement],
    ) -> Result<Flow> {
        while self.test(frame, test)? {
            match self.run(frame, body)? {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Ok(Flow::Next),
                flow @ Flow::Return(_) => return Ok(flow),
            }
        }
        self.run(frame, otherwise)
    }

    fn repeat_for(
        &mut self,
        frame: &mut Frame,
        target: &Target,
        over: &Expression,
        [body, otherwise]: [&[Statement]; 2],
    ) -> Result<Flow> {
        let values = self.eval(frame, over)?;
        let iterator = self
            .iterate(&values)
            .map_err(|raise| raise.at(|| self.passed(frame, over.span)))?;
        while let Some(value) = self
            .next(&iterator)
            .map_err(|raise| raise.at(|| self.passed(frame, over.span)))?
        {
            self.step()?;
            self.assign(frame, target, value)?;
            match self.run(frame, body)? {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Ok(Flow::Next),
                flow @ Flow::Return(_) => return Ok(flow),
            }
        }
        self.run(frame, otherwise)
    }

    fn decorated(
        &mut self,
        frame: &mut Frame,
        value: Value,
        decorators: &[Expression],
    ) -> Result<Value> {
        let mut functions = Vec::new();
        for decorator in decorators {
            functions.push((self.eval(frame, decorator)?, decorator.span));
        }
        functions
            .into_iter()
            .rev()
            .try_fold(value, |value, (function, span)| {
                self.call(&function, Arguments::of(vec![value]))
                    .map_err(|raise| raise.at(|| self.passed(frame, span)))
            })
    }

    fn assert(
        &mut self,
        frame: &mut Frame,
        test: &Expression,
        message: Option<&Expression>,
    ) -> Result<()> {
        if self.test(frame, test)? {
            return Ok(());
        }
        let arguments = match message {
            Some(message) => vec![self.eval(frame, message)?],
            None => Vec::new(),
        };
        Err(self.raised(ErrorKind::AssertionError, arguments))
    }

    fn module(&mut self, name: Symbol) -> Result<Value> {
        let name = self.names.text(name);
        crate::library::module(&name)
            .map(Value::Module)
            .ok_or_else(|| {
                let known = crate::library::MODULES.iter().map(|module| module.name);
                let (kind, message) = crate::library::missing(&name);
                Raise::new(kind, message).meant(crate::suggest::nearest(&name, known))
            })
    }

    fn imported(&mut self, module: Symbol, name: Symbol) -> Result<Value> {
        let of = self.module(module)?;
        self.attribute(&of, name)
            .map_err(|raise| match raise.0.thrown {
                crate::raise::Thrown::Error(_, _, meant) => {
                    let (name, module) = (self.names.text(name), self.names.text(module));
                    let message = format!("cannot import name '{name}' from '{module}'");
                    Raise::new(ErrorKind::ImportError, message).meant(meant)
                }
                _ => raise,
            })
    }
}
