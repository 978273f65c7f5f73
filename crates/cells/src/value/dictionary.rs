//! Dictionaries: a hash table that keeps the order in which keys came.

use std::cell::{Cell, RefCell};

use super::{Value, trash};
use crate::memory::{self, Charge};
use crate::raise::Result;

/// A dictionary. Keys are compared by who asks: [`next_like`](Self::next_like) names the candidates.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    table: RefCell<Table>,
    charge: Charge,
    /// Counts changes of the keys, so that who walks over them notices.
    changes: Cell<u64>,
}

#[derive(Debug, Default)]
struct Table {
    entries: Vec<Option<Entry>>,
    /// Places of entries plus 1; 0 for a free slot. What was removed keeps its slot.
    slots: Vec<u32>,
    used: usize,
}

#[derive(Debug)]
struct Entry {
    hash: u64,
    key: Value,
    value: Value,
}

impl Dictionary {
    pub(crate) fn len(&self) -> usize {
        self.table.borrow().used
    }

    pub(crate) fn changes(&self) -> u64 {
        self.changes.get()
    }

    /// The next key that has this hash, after slot `after` of the search, with its place and the slot.
    pub(crate) fn next_like(
        &self,
        hash: u64,
        after: Option<usize>,
    ) -> Option<(usize, usize, Value)> {
        let table = self.table.borrow();
        if table.slots.is_empty() {
            return None;
        }
        let mask = table.slots.len() - 1;
        let mut slot = after.map_or(hash as usize & mask, |slot| (slot + 1) & mask);
        loop {
            let place = (table.slots[slot] as usize).checked_sub(1)?;
            if let Some(entry) = table.entries[place]
                .as_ref()
                .filter(|entry| entry.hash == hash)
            {
                return Some((place, slot, entry.key.clone()));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The value at a place.
    pub(crate) fn value(&self, place: usize) -> Option<Value> {
        let table = self.table.borrow();
        table
            .entries
            .get(place)?
            .as_ref()
            .map(|entry| entry.value.clone())
    }

    /// Sets the value at a place.
    pub(crate) fn set(&self, place: usize, value: Value) {
        let old = self
            .table
            .borrow_mut()
            .entries
            .get_mut(place)
            .and_then(Option::as_mut)
            .map(|entry| std::mem::replace(&mut entry.value, value));
        drop(old);
    }

    /// Adds a key that is not there.
    pub(crate) fn add(&self, hash: u64, key: Value, value: Value) -> Result<()> {
        let mut table = self.table.borrow_mut();
        if (table.entries.len() + 1) * 3 > table.slots.len() * 2 {
            memory::reserve(table.slots.len() * 2 * PER_SLOT)?;
            table.grow();
            self.charge
                .set(table.slots.len() * PER_SLOT + size_of::<Dictionary>());
        }
        let place = table.entries.len();
        table.entries.push(Some(Entry { hash, key, value }));
        table.put(hash, place);
        table.used += 1;
        self.changes.set(self.changes.get() + 1);
        Ok(())
    }

    /// Removes what stands at a place.
    pub(crate) fn remove(&self, place: usize) -> Option<(Value, Value)> {
        let mut table = self.table.borrow_mut();
        let entry = table.entries.get_mut(place)?.take()?;
        table.used -= 1;
        self.changes.set(self.changes.get() + 1);
        Some((entry.key, entry.value))
    }

    /// Removes everything.
    pub(crate) fn clear(&self) {
        let old = self.table.take();
        self.changes.set(self.changes.get() + 1);
        trash::discard(old.into_values());
    }

    /// The first entry at `from` or after it, with its place.
    pub(crate) fn entry_from(&self, from: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        let mut rest = table.entries.iter().enumerate().skip(from);
        rest.find_map(|(place, entry)| {
            entry
                .as_ref()
                .map(|entry| (place, entry.key.clone(), entry.value.clone()))
        })
    }

    /// The place of the last entry.
    pub(crate) fn last(&self) -> Option<usize> {
        self.table
            .borrow()
            .entries
            .iter()
            .rposition(Option::is_some)
    }

    /// Keys and values in order.
    pub(crate) fn entries(&self) -> Vec<(Value, Value)> {
        let table = self.table.borrow();
        let entries = table.entries.iter().flatten();
        entries
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }

    /// The same keys and values, in a dictionary of their own.
    pub(crate) fn copied(&self) -> Result<Dictionary> {
        let copy = Dictionary::default();
        let table = self.table.borrow();
        for entry in table.entries.iter().flatten() {
            copy.add(entry.hash, entry.key.clone(), entry.value.clone())?;
        }
        Ok(copy)
    }
}

/// Bytes for each slot: the slot and two thirds of an entry.
const PER_SLOT: usize = 4 + size_of::<Option<Entry>>() * 2 / 3;

impl Table {
    fn put(&mut self, hash: u64, place: usize) {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = place as u32 + 1;
    }

    /// Twice the room, or the same without what was removed.
    fn grow(&mut self) {
        self.entries.retain(Option::is_some);
        let mut slots = 8;
        while slots < (self.entries.len() + 1) * 2 {
            slots *= 2;
        }
        self.slots = vec![0; slots];
        for place in 0..self.entries.len() {
            if let Some(entry) = &self.entries[place] {
                self.put(entry.hash, place);
            }
        }
    }

    fn into_values(self) -> impl Iterator<Item = Value> {
        self.entries
            .into_iter()
            .flatten()
            .flat_map(|entry| [entry.key, entry.value])
    }
}

impl Drop for Dictionary {
    fn drop(&mut self) {
        trash::discard(self.table.take().into_values());
    }
}
