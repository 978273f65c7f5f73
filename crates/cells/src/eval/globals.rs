//! The names of a session, which its cells share.

use std::collections::BTreeMap;

use crate::names::Symbol;
use crate::value::Value;

/// The names of a session.
#[derive(Debug)]
pub(crate) struct Globals {
    places: BTreeMap<Symbol, usize>,
    entries: Vec<Entry>,
    natives: BTreeMap<String, Value>,
}

#[derive(Debug)]
struct Entry {
    name: Symbol,
    value: Option<Value>,
    /// The built-in of that name.
    native: Option<Value>,
}

impl Globals {
    pub(super) fn new(natives: Vec<(String, Value)>) -> Globals {
        Globals {
            places: BTreeMap::new(),
            entries: Vec::new(),
            natives: natives.into_iter().collect(),
        }
    }

    /// The place of a name.
    pub(crate) fn place(&mut self, name: Symbol, text: &str) -> usize {
        *self.places.entry(name).or_insert_with(|| {
            self.entries.push(Entry {
                name,
                value: None,
                native: self.natives.get(text).cloned(),
            });
            self.entries.len() - 1
        })
    }

    pub(crate) fn get(&self, place: usize) -> Option<&Value> {
        let entry = &self.entries[place];
        entry.value.as_ref().or(entry.native.as_ref())
    }

    pub(crate) fn name(&self, place: usize) -> Symbol {
        self.entries[place].name
    }

    pub(crate) fn set(&mut self, place: usize, value: Value) {
        let old = self.entries[place].value.replace(value);
        drop(old);
    }

    /// Removes a name; whether it was there.
    pub(crate) fn remove(&mut self, place: usize) -> bool {
        self.entries[place].value.take().is_some()
    }

    /// The names that the cells gave, with their values, in the order in which they came.
    pub(crate) fn given(&self) -> impl Iterator<Item = (Symbol, &Value)> {
        self.entries
            .iter()
            .filter_map(|entry| entry.value.as_ref().map(|value| (entry.name, value)))
    }

    /// The names of what is built in.
    pub(crate) fn natives(&self) -> impl Iterator<Item = &str> {
        self.natives.keys().map(String::as_str)
    }
}
