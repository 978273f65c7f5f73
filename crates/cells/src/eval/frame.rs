//! The variables of what runs.

use std::rc::Rc;

use crate::code::{Source, Variables};
use crate::names::Symbol;
use crate::value::{Function, Value, Variable};

/// The variables of a function, a class or a cell while it runs.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) slots: Vec<Slot>,
    /// What a class that is being made has so far.
    pub(crate) members: Vec<(Symbol, Value)>,
    pub(crate) source: Rc<Source>,
    /// The function that runs; none outside of functions.
    pub(crate) function: Option<Rc<Function>>,
    /// The name of the class that is being made, for the full names of its functions.
    pub(crate) class: Option<Rc<str>>,
}

/// A variable.
#[derive(Clone, Debug)]
pub(crate) enum Slot {
    Empty,
    Value(Value),
    /// Other functions use it too.
    Shared(Rc<Variable>),
}

impl Slot {
    #[inline]
    pub(crate) fn get(&self) -> Option<Value> {
        match self {
            Slot::Empty => None,
            Slot::Value(value) => Some(value.clone()),
            Slot::Shared(variable) => variable.get(),
        }
    }

    #[inline]
    pub(crate) fn set(&mut self, value: Value) {
        match self {
            Slot::Shared(variable) => variable.set(Some(value)),
            slot => *slot = Slot::Value(value),
        }
    }

    /// Empties it; whether it held a value.
    pub(crate) fn clear(&mut self) -> bool {
        match self {
            Slot::Empty => false,
            Slot::Value(_) => {
                *self = Slot::Empty;
                true
            }
            Slot::Shared(variable) => {
                let held = variable.get().is_some();
                variable.set(None);
                held
            }
        }
    }
}

impl Frame {
    /// The frame of a cell.
    pub(crate) fn new(source: Rc<Source>, variables: &Variables) -> Frame {
        let mut frame = Frame {
            slots: Vec::new(),
            members: Vec::new(),
            source,
            function: None,
            class: None,
        };
        frame.fill(variables, &[]);
        frame
    }

    /// The frame of something that runs inside of another: its variables, some of them shared with the outer one.
    pub(crate) fn inside(outer: &Frame, source: &Rc<Source>, variables: &Variables) -> Frame {
        let captured = outer.captured(variables);
        let mut frame = Frame {
            slots: Vec::new(),
            members: Vec::new(),
            source: Rc::clone(source),
            function: outer.function.clone(),
            class: None,
        };
        frame.fill(variables, &captured);
        frame
    }

    /// Makes the slots that are not there yet, and shares those that others use.
    pub(super) fn fill(&mut self, variables: &Variables, captured: &[Rc<Variable>]) {
        self.slots.resize(variables.names.len(), Slot::Empty);
        for ((_, slot), variable) in variables.captured.iter().zip(captured) {
            self.slots[*slot] = Slot::Shared(Rc::clone(variable));
        }
        for slot in &variables.shared {
            let slot = &mut self.slots[*slot];
            if !matches!(slot, Slot::Shared(_)) {
                *slot = Slot::Shared(Rc::new(Variable::new(slot.get())));
            }
        }
    }

    /// The variables that something inside of this shares with it.
    pub(super) fn captured(&self, variables: &Variables) -> Vec<Rc<Variable>> {
        let shared = variables
            .captured
            .iter()
            .map(|(outer, _)| match &self.slots[*outer] {
                Slot::Shared(variable) => Rc::clone(variable),
                slot => Rc::new(Variable::new(slot.get())),
            });
        shared.collect()
    }

    /// What it holds, for dropping it without recursion.
    pub(crate) fn take_values(&mut self) -> impl Iterator<Item = Value> {
        self.slots.drain(..).filter_map(|slot| match slot {
            Slot::Value(value) => Some(value),
            Slot::Empty | Slot::Shared(_) => None,
        })
    }
}
