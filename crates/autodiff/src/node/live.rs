//! Counting the nodes that exist, for whoever must keep a program of others within bounds.

use std::cell::Cell;

thread_local! {
    static NODES: Cell<usize> = const { Cell::new(0) };
    static MEMBERS: Cell<usize> = const { Cell::new(0) };
}

/// How many nodes of this thread exist, and how many members they hold together.
///
/// ```
/// use popgrad::{PopulationNode, live};
/// let (nodes, members) = live();
/// let x = PopulationNode::new([1.0, 2.0, 3.0]);
/// assert_eq!(live(), (nodes + 1, members + 3));
/// drop(x);
/// assert_eq!(live(), (nodes, members));
/// ```
#[must_use]
pub fn live() -> (usize, usize) {
    (NODES.get(), MEMBERS.get())
}

pub(super) fn is_made(members: usize) {
    NODES.set(NODES.get() + 1);
    MEMBERS.set(MEMBERS.get() + members);
}

pub(super) fn is_gone(members: usize) {
    NODES.set(NODES.get().saturating_sub(1));
    MEMBERS.set(MEMBERS.get().saturating_sub(members));
}
