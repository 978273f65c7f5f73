//! Dropping a graph without recursion: a chain of a million nodes must not overflow the stack.

use std::mem;
use std::rc::Rc;

use super::parents::Parents;
use super::{Node, PopulationNode, live};

impl Drop for Node {
    fn drop(&mut self) {
        live::is_gone(self.geometry.output.len());
        let mut others = Vec::new();
        let mut orphan = release(&mut self.parents, &mut others);
        while let Some(mut gone) = orphan.or_else(|| others.pop()) {
            let node = Rc::get_mut(&mut gone.0);
            orphan = node.and_then(|node| release(&mut node.parents, &mut others));
        }
    }
}

/// Lets go of parents and gives one that nothing else holds. If there are several, the others are kept for later.
fn release(parents: &mut Parents, others: &mut Vec<PopulationNode>) -> Option<PopulationNode> {
    let mut orphan: Option<PopulationNode> = None;
    mem::take(parents).give_to(|parent| {
        if Rc::strong_count(&parent.0) > 1 {
            return;
        }
        if let Some(other) = orphan.replace(parent) {
            others.push(other);
        }
    });
    orphan
}
