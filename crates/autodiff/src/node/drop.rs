//! Dropping a graph without recursion: a chain of a million nodes must not overflow the stack.

use std::mem;
use std::rc::Rc;

use super::parents::Parents;
use super::{Node, PopulationNode, live};

impl Drop for Node {
    fn drop(&mut self) {
        live::is_gone(self.geometry.output.len());
        let mut orphans = Vec::new();
        release(&mut self.parents, &mut orphans);
        while let Some(mut orphan) = orphans.pop() {
            if let Some(node) = Rc::get_mut(&mut orphan.0) {
                release(&mut node.parents, &mut orphans);
            }
        }
    }
}

/// Lets go of parents, and keeps those that nothing else holds for later.
fn release(parents: &mut Parents, orphans: &mut Vec<PopulationNode>) {
    mem::take(parents).give_to(|parent| {
        if Rc::strong_count(&parent.0) == 1 {
            orphans.push(parent);
        }
    });
}
