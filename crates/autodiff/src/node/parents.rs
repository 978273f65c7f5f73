//! The nodes that a node was made from.

use super::PopulationNode;

/// One or two parents need no memory of their own.
#[derive(Debug, Default)]
pub(super) enum Parents {
    #[default]
    None,
    One([PopulationNode; 1]),
    Two([PopulationNode; 2]),
    Many(Box<[PopulationNode]>),
}

impl Parents {
    pub(super) fn as_slice(&self) -> &[PopulationNode] {
        match self {
            Parents::None => &[],
            Parents::One(parents) => parents,
            Parents::Two(parents) => parents,
            Parents::Many(parents) => parents,
        }
    }

    /// Hands each parent to `receive`.
    pub(super) fn give_to(self, mut receive: impl FnMut(PopulationNode)) {
        match self {
            Parents::None => {}
            Parents::One([parent]) => receive(parent),
            Parents::Two([left, right]) => {
                receive(left);
                receive(right);
            }
            Parents::Many(parents) => parents.into_iter().for_each(receive),
        }
    }
}
