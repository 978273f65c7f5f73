//! Sets. Their order is no promise, but programs print them: numbers stand where `CPython` puts them, so the table
//! follows its rules (open addressing with short linear runs, Objects/setobject.c of 3.11).

use std::cell::{Cell, RefCell};

use super::{Value, trash};
use crate::memory::{self, Charge};
use crate::raise::Result;

/// Slots that are tried one after another before the search jumps.
const RUN: usize = 9;
const SHIFT: u32 = 5;
/// From so many members on a set grows by two instead of four.
const LARGE: usize = 50_000;
const LEAST: usize = 8;

/// A set. Members are compared by who asks, as in a dictionary.
#[derive(Debug)]
pub(crate) struct Set {
    table: RefCell<Table>,
    charge: Charge,
    changes: Cell<u64>,
}

#[derive(Clone, Debug)]
struct Table {
    slots: Vec<Slot>,
    /// Slots that are or were taken.
    filled: usize,
    used: usize,
}

#[derive(Clone, Debug)]
enum Slot {
    Free,
    Removed,
    Taken(u64, Value),
}

/// A walk over the slots that a hash may stand in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    start: usize,
    step: usize,
    perturb: u64,
}

impl Default for Set {
    fn default() -> Set {
        let table = Table {
            slots: vec![Slot::Free; LEAST],
            filled: 0,
            used: 0,
        };
        Set {
            table: RefCell::new(table),
            charge: Charge::new(size_of::<Set>()),
            changes: Cell::new(0),
        }
    }
}

impl Set {
    pub(crate) fn len(&self) -> usize {
        self.table.borrow().used
    }

    pub(crate) fn changes(&self) -> u64 {
        self.changes.get()
    }

    /// Where the search for a hash begins.
    pub(crate) fn search(&self, hash: u64) -> Search {
        Search::new(hash, self.table.borrow().slots.len() - 1)
    }

    /// The next member that has this hash, with its slot.
    pub(crate) fn next_like(&self, hash: u64, search: &mut Search) -> Option<(usize, Value)> {
        let table = self.table.borrow();
        loop {
            let slot = search.next(table.slots.len() - 1);
            match &table.slots[slot] {
                Slot::Free => return None,
                Slot::Taken(other, member) if *other == hash => {
                    return Some((slot, member.clone()));
                }
                Slot::Taken(..) | Slot::Removed => {}
            }
        }
    }

    /// Adds a member that is not there.
    pub(crate) fn add(&self, hash: u64, member: Value) -> Result<()> {
        let mut table = self.table.borrow_mut();
        table.put(hash, member);
        self.changes.set(self.changes.get() + 1);
        if table.filled * 5 >= (table.slots.len() - 1) * 3 {
            let least = if table.used > LARGE {
                table.used * 2
            } else {
                table.used * 4
            };
            self.resize(&mut table, least)?;
        }
        Ok(())
    }

    /// Makes room for the members of another set, as a merge begins.
    pub(crate) fn expect(&self, members: usize) -> Result<()> {
        let mut table = self.table.borrow_mut();
        if (table.filled + members) * 5 >= (table.slots.len() - 1) * 3 {
            let least = (table.used + members) * 2;
            self.resize(&mut table, least)?;
        }
        Ok(())
    }

    fn resize(&self, table: &mut Table, least: usize) -> Result<()> {
        let mut size = LEAST;
        while size <= least {
            size *= 2;
        }
        memory::reserve(size * size_of::<Slot>())?;
        let old = std::mem::replace(&mut table.slots, vec![Slot::Free; size]);
        (table.filled, table.used) = (0, 0);
        for slot in old {
            if let Slot::Taken(hash, member) = slot {
                table.put(hash, member);
            }
        }
        self.charge.set(size * size_of::<Slot>() + size_of::<Set>());
        Ok(())
    }

    /// Removes the member in a slot.
    pub(crate) fn remove(&self, slot: usize) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let old = std::mem::replace(table.slots.get_mut(slot)?, Slot::Removed);
        let Slot::Taken(_, member) = old else {
            return None;
        };
        table.used -= 1;
        self.changes.set(self.changes.get() + 1);
        Some(member)
    }

    /// The first member in slot `from` or after it, with its slot.
    pub(crate) fn member_from(&self, from: usize) -> Option<(usize, Value)> {
        let table = self.table.borrow();
        let mut rest = table.slots.iter().enumerate().skip(from);
        rest.find_map(|(slot, kept)| match kept {
            Slot::Taken(_, member) => Some((slot, member.clone())),
            Slot::Free | Slot::Removed => None,
        })
    }

    /// The members in order, with their hashes.
    pub(crate) fn members(&self) -> Vec<(u64, Value)> {
        let table = self.table.borrow();
        let taken = table.slots.iter().filter_map(|slot| match slot {
            Slot::Taken(hash, member) => Some((*hash, member.clone())),
            Slot::Free | Slot::Removed => None,
        });
        taken.collect()
    }

    /// The same members in a set of their own.
    pub(crate) fn copied(&self) -> Result<Set> {
        let copy = Set::default();
        copy.expect(self.len())?;
        let same = {
            let (table, mut into) = (self.table.borrow(), copy.table.borrow_mut());
            let same = table.slots.len() == into.slots.len() && table.filled == table.used;
            if same {
                *into = table.clone();
            }
            same
        };
        if !same {
            for (hash, member) in self.members() {
                copy.table.borrow_mut().put(hash, member);
            }
        }
        Ok(copy)
    }

    /// Removes everything.
    pub(crate) fn clear(&self) {
        let old = self.table.replace(Table {
            slots: vec![Slot::Free; LEAST],
            filled: 0,
            used: 0,
        });
        self.changes.set(self.changes.get() + 1);
        trash::discard(old.into_values());
    }
}

impl Table {
    fn put(&mut self, hash: u64, member: Value) {
        let mask = self.slots.len() - 1;
        let mut search = Search::new(hash, mask);
        loop {
            let slot = search.next(mask);
            if matches!(self.slots[slot], Slot::Free) {
                self.slots[slot] = Slot::Taken(hash, member);
                self.filled += 1;
                self.used += 1;
                return;
            }
        }
    }

    fn into_values(self) -> impl Iterator<Item = Value> {
        self.slots.into_iter().filter_map(|slot| match slot {
            Slot::Taken(_, member) => Some(member),
            Slot::Free | Slot::Removed => None,
        })
    }
}

impl Search {
    fn new(hash: u64, mask: usize) -> Search {
        Search {
            start: hash as usize & mask,
            step: 0,
            perturb: hash,
        }
    }

    fn next(&mut self, mask: usize) -> usize {
        let run = if self.start + RUN <= mask { RUN } else { 0 };
        if self.step > run {
            self.step = 0;
            self.perturb >>= SHIFT;
            self.start = self
                .start
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize)
                & mask;
        }
        let slot = self.start + self.step;
        self.step += 1;
        slot
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        let empty = Table {
            slots: Vec::new(),
            filled: 0,
            used: 0,
        };
        trash::discard(self.table.replace(empty).into_values());
    }
}
