//! Lists and tuples.

use std::cell::{Ref, RefCell, RefMut};

use super::{Value, trash};
use crate::memory::{self, Charge};
use crate::raise::Result;

/// A list.
#[derive(Debug, Default)]
pub(crate) struct List {
    items: RefCell<Vec<Value>>,
    charge: Charge,
}

impl List {
    pub(crate) fn new(items: Vec<Value>) -> List {
        let charge = Charge::new(bytes(items.capacity()));
        List {
            items: RefCell::new(items),
            charge,
        }
    }

    pub(crate) fn items(&self) -> Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    pub(crate) fn items_mut(&self) -> RefMut<'_, Vec<Value>> {
        self.items.borrow_mut()
    }

    pub(crate) fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Item `at`.
    pub(crate) fn get(&self, at: usize) -> Option<Value> {
        self.items.borrow().get(at).cloned()
    }

    /// Puts an item at the end.
    pub(crate) fn push(&self, item: Value) -> Result<()> {
        let mut items = self.items.borrow_mut();
        if items.len() == items.capacity() {
            memory::reserve(bytes(items.capacity()))?;
            items.push(item);
            self.charge.set(bytes(items.capacity()));
        } else {
            items.push(item);
        }
        Ok(())
    }

    /// Counts what it holds after its items were changed.
    pub(crate) fn recount(&self) {
        self.charge.set(bytes(self.items.borrow().capacity()));
    }
}

fn bytes(items: usize) -> usize {
    items * size_of::<Value>() + size_of::<List>()
}

impl Drop for List {
    fn drop(&mut self) {
        trash::discard(self.items.get_mut().drain(..));
    }
}

/// A tuple.
#[derive(Debug)]
pub(crate) struct Tuple {
    items: Box<[Value]>,
    _charge: Charge,
}

impl Tuple {
    pub(crate) fn new(items: Box<[Value]>) -> Tuple {
        let charge = Charge::new(bytes(items.len()));
        Tuple {
            items,
            _charge: charge,
        }
    }

    pub(crate) fn items(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        trash::discard(std::mem::take(&mut self.items).into_vec());
    }
}
