//! Counting what values hold. Counted are the bytes of texts and containers; the engine counts its nodes.

use std::cell::Cell;

use crate::raise::{ErrorKind, Raise, Result};

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Bytes of a node of the engine besides its members.
const NODE: usize = 256;
/// Bytes of a member: its value and its gradient.
const MEMBER: usize = 16;

/// So many bytes that a value holds, until it is dropped.
#[derive(Debug, Default)]
pub(crate) struct Charge(Cell<usize>);

impl Charge {
    pub(crate) fn new(bytes: usize) -> Charge {
        HELD.set(HELD.get() + bytes);
        Charge(Cell::new(bytes))
    }

    /// The value holds so many bytes now.
    pub(crate) fn set(&self, bytes: usize) {
        HELD.set((HELD.get() + bytes).saturating_sub(self.0.replace(bytes)));
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        HELD.set(HELD.get().saturating_sub(self.0.get()));
    }
}

/// Sets the most bytes that values may hold.
pub(crate) fn limit(bytes: usize) {
    MOST.set(bytes);
}

fn held() -> usize {
    let (nodes, members) = popgrad::live();
    HELD.get() + nodes * NODE + members * MEMBER
}

/// Whether there is room for so many bytes more.
pub(crate) fn reserve(bytes: usize) -> Result<()> {
    if bytes < 1 << 10 && HELD.get() < MOST.get() / 2 {
        return Ok(());
    }
    let most = MOST.get();
    if held().saturating_add(bytes) <= most {
        return Ok(());
    }
    let message = format!(
        "this needs {} more, but a cell may hold {} in all. Use fewer or smaller values.",
        printed(bytes),
        printed(most)
    );
    Err(Raise::new(ErrorKind::MemoryError, message))
}

/// Whether there is room for so many members of a node more.
pub(crate) fn reserve_members(members: usize) -> Result<()> {
    reserve(members.saturating_mul(MEMBER).saturating_add(NODE))
}

fn printed(bytes: usize) -> String {
    if bytes < 1 << 20 {
        format!("{} kB", bytes.div_ceil(1 << 10))
    } else {
        format!("{} MB", bytes >> 20)
    }
}
