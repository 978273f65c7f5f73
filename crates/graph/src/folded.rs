//! A graph with some of its nodes folded into one, and the backward pass through it.
//!
//! A fold holds neighbours in the order of making, so nothing runs in a circle through it, and in the backward pass its
//! nodes send one after the other: a fold receives and sends as a node does.

use std::collections::BTreeMap;

use crate::{Edge, Fold, NodeMoment, Walk};

/// What stands in the drawn graph as one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A node, by its place.
    Node(usize),
    /// A fold, by its number.
    Fold(usize),
}

/// What stands in the drawn graph as one edge: one edge between nodes, or all from or to a fold.
#[derive(Clone, Debug)]
pub(crate) struct Bundle {
    pub(crate) sender: usize,
    pub(crate) receiver: usize,
    /// The places of its edges among those of the walk.
    pub(crate) edges: Vec<usize>,
}

/// The drawn graph.
#[derive(Clone, Debug)]
pub(crate) struct Folded {
    /// In the order of making.
    pub(crate) items: Vec<Item>,
    /// In the order of the backward pass.
    pub(crate) bundles: Vec<Bundle>,
}

/// How far the pass has come at an item.
#[derive(Clone, Debug)]
pub(crate) struct ItemMoment {
    /// How many parts have come.
    pub(crate) arrived: usize,
    /// Of how many.
    pub(crate) parts: usize,
    /// What a node holds; `None` for a fold.
    pub(crate) node: Option<NodeMoment>,
}

impl Item {
    /// The places of its first and its last node.
    pub(crate) fn ends(self, folds: &[Fold]) -> [usize; 2] {
        match self {
            Self::Node(place) => [place, place],
            Self::Fold(number) => [folds[number].first, folds[number].last],
        }
    }
}

impl Folded {
    pub(crate) fn new(walk: &Walk, folds: &[Fold]) -> Self {
        let mut items = Vec::new();
        let mut item_of = Vec::with_capacity(walk.nodes().len());
        while item_of.len() < walk.nodes().len() {
            let place = item_of.len();
            let fold = folds.iter().position(|fold| fold.first == place);
            item_of.extend(vec![
                items.len();
                fold.map_or(1, |fold| folds[fold].count())
            ]);
            items.push(fold.map_or(Item::Node(place), Item::Fold));
        }
        let bundles = bundles(walk, &items, &item_of);
        Self { items, bundles }
    }

    /// The items that a forward pass computes: all but leaves.
    pub(crate) fn computed(&self, walk: &Walk) -> Vec<usize> {
        let items = self.items.iter().enumerate();
        let computed = items.filter(|(_, item)| match item {
            Item::Node(place) => !walk.nodes()[*place].is_leaf(),
            Item::Fold(_) => true,
        });
        computed.map(|(number, _)| number).collect()
    }

    /// The items after so many bundles of the pass.
    pub(crate) fn at(&self, walk: &Walk, step: usize) -> Vec<ItemMoment> {
        let mut arrived = vec![0; self.items.len()];
        let mut parts = vec![0; self.items.len()];
        let mut last: Vec<Option<&Edge>> = vec![None; self.items.len()];
        for (number, bundle) in self.bundles.iter().enumerate() {
            parts[bundle.receiver] += bundle.edges.len();
            if number < step {
                arrived[bundle.receiver] += bundle.edges.len();
                let edge = bundle.edges.last();
                last[bundle.receiver] = edge.map(|edge| &walk.edges()[*edge]);
            }
        }
        let items = self.items.iter().enumerate();
        items
            .map(|(number, item)| ItemMoment {
                arrived: arrived[number],
                parts: parts[number],
                node: match item {
                    Item::Node(place) => Some(walk.node_after(*place, last[number])),
                    Item::Fold(_) => None,
                },
            })
            .collect()
    }
}

/// The edges between items, in the order of the pass. Those inside of a fold are left out.
fn bundles(walk: &Walk, items: &[Item], item_of: &[usize]) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    let mut known: BTreeMap<[usize; 2], usize> = BTreeMap::new();
    for (number, edge) in walk.edges().iter().enumerate() {
        let [sender, receiver] = [edge.sender, edge.receiver].map(|place| item_of[place]);
        if sender == receiver {
            continue;
        }
        let ends = [items[sender], items[receiver]];
        let is_merged = ends.iter().any(|end| matches!(end, Item::Fold(_)));
        let place = known.get(&[sender, receiver]).copied();
        match place.filter(|_| is_merged) {
            Some(place) => bundles[place].edges.push(number),
            None => {
                known.insert([sender, receiver], bundles.len());
                bundles.push(Bundle {
                    sender,
                    receiver,
                    edges: vec![number],
                });
            }
        }
    }
    bundles
}
