//! The state of a session, and what a run may still use.

use std::collections::BTreeMap;
use std::rc::Rc;

use popgrad::Random;

use super::Globals;
use super::special::Special;
use crate::builtins;
use crate::event::Event;
use crate::limits::Limits;
use crate::methods;
use crate::names::{Names, Symbol};
use crate::raise::{ErrorKind, Raise, Result, Thrown};
use crate::value::{Class, Instance, Type, Value};

/// The seed of the random numbers before a cell names one.
const SEED: u64 = 0;
/// Expressions and blocks inside of each other for each call that is allowed.
const NESTED: usize = 8;

/// A reader's setting of a control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Setting {
    Value(f64),
    Chosen(usize),
}

/// The state of a session.
#[derive(Debug)]
pub(crate) struct Interpreter {
    pub(crate) names: Names,
    pub(crate) globals: Globals,
    pub(crate) limits: Limits,
    pub(crate) special: Special,
    pub(crate) controls: BTreeMap<String, Setting>,
    pub(crate) random: Random,
    pub(crate) events: Vec<Event>,
    /// The node at which the last backward pass of the run began.
    pub(crate) last_pass: Option<popgrad::PopulationNode>,
    pub(super) errors: Vec<Rc<Class>>,
    /// The exceptions that are being handled, for `raise` alone.
    pub(super) handled: Vec<Rc<Instance>>,
    pub(super) methods: BTreeMap<(Type, Symbol), Value>,
    printed: usize,
    steps_left: u64,
    depth: usize,
    /// Expressions and blocks inside of each other, over all calls.
    nested: usize,
}

impl Interpreter {
    pub(crate) fn new(limits: Limits) -> Interpreter {
        let mut names = Names::default();
        let special = Special::new(&mut names);
        let errors = builtin_errors();
        let mut natives = builtins::all();
        natives.extend(
            errors
                .iter()
                .map(|class| (class.name.to_string(), Value::Class(Rc::clone(class)))),
        );
        let mut methods = BTreeMap::new();
        for (kind, name, method) in methods::all() {
            methods.insert((kind, names.symbol(name)), method);
        }
        Interpreter {
            globals: Globals::new(natives),
            names,
            limits,
            special,
            controls: BTreeMap::new(),
            random: Random::new(SEED),
            events: Vec::new(),
            last_pass: None,
            errors,
            handled: Vec::new(),
            methods,
            printed: 0,
            steps_left: 0,
            depth: 0,
            nested: 0,
        }
    }

    /// Gives a run all that it may use.
    pub(crate) fn begin(&mut self) {
        crate::memory::limit(self.limits.memory);
        self.steps_left = self.limits.steps;
        self.depth = 0;
        self.nested = 0;
        self.printed = 0;
        self.handled.clear();
        self.random = Random::new(SEED);
    }

    /// The steps that the run has taken.
    pub(crate) fn steps(&self) -> u64 {
        self.limits.steps - self.steps_left
    }

    /// Takes one step.
    #[inline]
    pub(crate) fn step(&mut self) -> Result<()> {
        self.charge(1)
    }

    /// Takes so many steps at once.
    #[inline]
    pub(crate) fn charge(&mut self, steps: u64) -> Result<()> {
        match self.steps_left.checked_sub(steps) {
            Some(left) => {
                self.steps_left = left;
                Ok(())
            }
            None => self.stopped(),
        }
    }

    #[cold]
    fn stopped(&mut self) -> Result<()> {
        self.steps_left = 0;
        let message = format!(
            "the cell was stopped after {} steps. Does a loop end? Use fewer repetitions or smaller values.",
            self.limits.steps
        );
        Err(Raise::thrown(Thrown::Stopped(message)))
    }

    /// Takes the steps that work on so many items costs.
    pub(crate) fn charge_items(&mut self, items: usize) -> Result<()> {
        self.charge(items as u64 / 8)
    }

    /// Takes the steps that copying or searching so many bytes costs.
    pub(crate) fn charge_bytes(&mut self, bytes: usize) -> Result<()> {
        self.charge(bytes as u64 / 128)
    }

    /// Goes one expression or block deeper; [`come_up`](Self::come_up) must follow.
    #[inline]
    pub(super) fn go_down(&mut self) -> Result<()> {
        self.nested += 1;
        if self.nested > self.limits.depth * NESTED {
            Err(self.too_deep())
        } else {
            Ok(())
        }
    }

    #[inline]
    pub(super) fn come_up(&mut self) {
        self.nested -= 1;
    }

    #[cold]
    fn too_deep(&self) -> Raise {
        let message = format!(
            "maximum recursion depth exceeded: at most {} calls inside of each other. Does the function end calling itself?",
            self.limits.depth
        );
        Raise::new(ErrorKind::RecursionError, message)
    }

    /// Goes one call deeper; [`leave`](Self::leave) must follow.
    pub(crate) fn enter(&mut self) -> Result<()> {
        if self.depth >= self.limits.depth {
            return Err(self.too_deep());
        }
        self.depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// What `work` gives, one call deeper.
    pub(crate) fn deeper<Answer>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<Answer>,
    ) -> Result<Answer> {
        self.enter()?;
        let answer = work(self);
        self.leave();
        answer
    }

    /// Prints text.
    pub(crate) fn print(&mut self, text: &str) -> Result<()> {
        self.charge(text.len() as u64 / 16)?;
        self.printed += text.len();
        if self.printed > self.limits.printed {
            let message = format!(
                "the cell printed more than {} characters. Print less.",
                self.limits.printed
            );
            return Err(Raise::thrown(Thrown::Stopped(message)));
        }
        match self.events.last_mut() {
            Some(Event::Text(last)) => last.push_str(text),
            _ => self.events.push(Event::Text(text.to_owned())),
        }
        Ok(())
    }

    /// The class of a built-in exception.
    pub(crate) fn error_class(&self, kind: ErrorKind) -> Rc<Class> {
        Rc::clone(&self.errors[kind as usize])
    }
}

fn builtin_errors() -> Vec<Rc<Class>> {
    let mut errors: Vec<Rc<Class>> = Vec::new();
    for kind in ErrorKind::ALL {
        let base = (kind.parent() != *kind).then(|| Rc::clone(&errors[kind.parent() as usize]));
        let mut class = Class::new(kind.name().into(), base, Some(*kind), Vec::new());
        class.is_builtin = true;
        errors.push(Rc::new(class));
    }
    errors
}
