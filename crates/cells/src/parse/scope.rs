//! Which variable a name means.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use crate::code::{Place, Variables};
use crate::names::Symbol;

/// A function, a class or the whole cell.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    /// The slots of its own names; in a class its members, without slots.
    bound: BTreeMap<Symbol, usize>,
    /// The slots of names of outer functions.
    free: BTreeMap<Symbol, usize>,
    global: BTreeSet<Symbol>,
    /// Whether it is a comprehension, which assigns to nothing but its targets.
    pub(super) is_comprehension: bool,
    variables: Variables,
}

/// The kind of a scope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ScopeKind {
    Module,
    Function,
    Class,
}

impl Scope {
    pub(super) fn new(kind: ScopeKind) -> Scope {
        Scope {
            kind,
            bound: BTreeMap::new(),
            free: BTreeMap::new(),
            global: BTreeSet::new(),
            is_comprehension: false,
            variables: Variables::default(),
        }
    }

    fn slot(&mut self, name: Symbol) -> usize {
        self.variables.names.push(name);
        self.variables.names.len() - 1
    }

    /// Makes a name one of its own.
    pub(super) fn bind(&mut self, name: Symbol) -> usize {
        if let Some(slot) = self.bound.get(&name) {
            return *slot;
        }
        let slot = if self.kind == ScopeKind::Function {
            self.slot(name)
        } else {
            0
        };
        self.bound.insert(name, slot);
        slot
    }

    pub(super) fn is_bound(&self, name: Symbol) -> bool {
        self.bound.contains_key(&name)
    }

    /// Makes a name one of the session.
    pub(super) fn declare_global(&mut self, name: Symbol) {
        self.bound.remove(&name);
        self.global.insert(name);
    }

    /// Makes a name one of an outer function.
    pub(super) fn declare_outer(&mut self, name: Symbol) {
        self.bound.remove(&name);
    }
}

impl Lowering<'_> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    /// Ends the innermost scope.
    pub(super) fn leave_scope(&mut self) -> Variables {
        self.scopes
            .pop()
            .map(|scope| scope.variables)
            .unwrap_or_default()
    }

    /// Where a name stands, seen from here.
    pub(super) fn place(&mut self, name: &str) -> Place {
        let symbol = self.symbol(name);
        let here = self.scopes.len() - 1;
        let global = self.globals.place(symbol, name);
        if self.scopes[here].kind == ScopeKind::Class && self.scopes[here].is_bound(symbol) {
            return Place::Member(symbol, global);
        }
        match self.slot_in(here, symbol) {
            Some(slot) => Place::Slot(slot, symbol),
            None => Place::Global(global),
        }
    }

    /// The slot that a name has in a scope, if it is a variable of that or of an outer function.
    pub(super) fn slot_in(&mut self, at: usize, name: Symbol) -> Option<usize> {
        let scope = &self.scopes[at];
        if scope.kind == ScopeKind::Module || scope.global.contains(&name) {
            return None;
        }
        if scope.kind == ScopeKind::Function
            && let Some(slot) = scope.bound.get(&name)
        {
            return Some(*slot);
        }
        if let Some(slot) = scope.free.get(&name) {
            return Some(*slot);
        }
        let outer = self.slot_in(at - 1, name)?;
        let shared = &mut self.scopes[at - 1].variables.shared;
        if !shared.contains(&outer) {
            shared.push(outer);
        }
        let scope = &mut self.scopes[at];
        let slot = scope.slot(name);
        scope.free.insert(name, slot);
        scope.variables.captured.push((outer, slot));
        Some(slot)
    }
}
