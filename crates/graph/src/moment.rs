//! How far a backward pass has come.

use crate::{Edge, Walk};

/// A backward pass after so many of its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The nodes, as the walk lists them.
    pub nodes: Vec<NodeMoment>,
    /// The edges, as the walk lists them.
    pub edges: Vec<EdgeState>,
}

/// A node at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMoment {
    /// How many parts of its gradient have arrived.
    pub arrived: usize,
    /// What it holds: the parts added up, the ones that the root begins with, or what it held before; `None` while
    /// it holds nothing.
    pub gradient: Option<Vec<f64>>,
    /// Whether all parts have arrived.
    pub is_complete: bool,
}

/// An edge at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeState {
    /// Not visited yet.
    Idle,
    /// Visited by the last step.
    Active,
    /// Visited before.
    Done,
}

impl Walk {
    /// The pass after `step` of its steps; after all of them if there are fewer.
    #[must_use]
    pub fn at(&self, step: usize) -> Moment {
        let step = step.min(self.steps());
        let mut last: Vec<Option<&Edge>> = vec![None; self.nodes.len()];
        for edge in &self.edges[..step] {
            last[edge.receiver] = Some(edge);
        }
        let nodes = last.iter().enumerate();
        let edges = 1..=self.edges.len();
        Moment {
            nodes: nodes
                .map(|(place, last)| self.node_after(place, *last))
                .collect(),
            edges: edges
                .map(|number| match number.cmp(&step) {
                    std::cmp::Ordering::Less => EdgeState::Done,
                    std::cmp::Ordering::Equal => EdgeState::Active,
                    std::cmp::Ordering::Greater => EdgeState::Idle,
                })
                .collect(),
        }
    }

    /// A node after the last edge that has come to it.
    pub(crate) fn node_after(&self, place: usize, last: Option<&Edge>) -> NodeMoment {
        let node = &self.nodes[place];
        let arrived = last.map_or(0, |edge| edge.part);
        let gathered = match last {
            Some(edge) => Some(edge.gathered.clone()),
            None if place == self.root() => Some(vec![1.0; node.value.len()]),
            None => None,
        };
        NodeMoment {
            arrived,
            gradient: sum(gathered, node.held.as_deref()),
            is_complete: arrived == node.parts,
        }
    }
}

/// What a node holds: what the pass has brought, added to what it held before.
fn sum(gathered: Option<Vec<f64>>, held: Option<&[f64]>) -> Option<Vec<f64>> {
    match (gathered, held) {
        (Some(gathered), Some(held)) => {
            Some(gathered.iter().zip(held).map(|(a, b)| a + b).collect())
        }
        (None, Some(held)) => Some(held.to_vec()),
        (gathered, None) => gathered,
    }
}
