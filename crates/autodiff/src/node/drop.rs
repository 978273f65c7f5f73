//! Dropping a graph without recursion: a chain of a million nodes must not overflow the stack.

use std::mem;
use std::rc::Rc;

use super::Node;

impl Drop for Node {
    fn drop(&mut self) {
        let mut orphans = Vec::new();
        let release = |node: &mut Node, orphans: &mut Vec<Node>| {
            mem::take(&mut node.parents).give_to(|parent| orphans.extend(Rc::into_inner(parent.0)));
        };
        release(self, &mut orphans);
        while let Some(mut orphan) = orphans.pop() {
            release(&mut orphan, &mut orphans);
        }
    }
}
