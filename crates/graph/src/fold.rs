//! Which nodes of a large graph are shown as one.

use std::collections::BTreeMap;

use crate::{Node, Walk, strings};

/// The longest unit that is looked for, in nodes: a layer of a net of single numbers.
const LONGEST_UNIT: usize = 400;

/// Neighbours in the order of making that are shown as one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The place of its first node.
    pub first: usize,
    /// The place of its last node.
    pub last: usize,
    /// What it is: `6 more layers`.
    pub words: String,
}

impl Fold {
    /// Its id, unique in the graph.
    #[must_use]
    pub fn id(&self) -> String {
        format!("fold-{}-{}", self.first + 1, self.last + 1)
    }

    /// How many nodes it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.last - self.first + 1
    }
}

/// Folds after which at most `most` nodes and folds are left: what repeats itself first, the longest first; then
/// whatever lies in the middle.
pub(crate) fn enough(walk: &Walk, most: usize) -> Vec<Fold> {
    let kinds = kinds(walk.nodes());
    let mut folds = Vec::new();
    while left(walk, &folds) > most {
        match longest(&kinds, &folds, walk.nodes()) {
            Some(fold) => folds.push(fold),
            None => {
                middle(walk, &mut folds, most);
                break;
            }
        }
    }
    folds.sort_by_key(|fold| fold.first);
    folds
}

/// Folds for everything that repeats itself.
pub(crate) fn repeats(walk: &Walk) -> Vec<Fold> {
    let kinds = kinds(walk.nodes());
    let mut folds = Vec::new();
    while let Some(fold) = longest(&kinds, &folds, walk.nodes()) {
        folds.push(fold);
    }
    folds.sort_by_key(|fold| fold.first);
    folds
}

/// How many nodes and folds are shown.
pub(crate) fn left(walk: &Walk, folds: &[Fold]) -> usize {
    let folded: usize = folds.iter().map(|fold| fold.count() - 1).sum();
    walk.nodes().len() - folded
}

/// Equal numbers for nodes of the same operation, size and number of parents.
fn kinds(nodes: &[Node]) -> Vec<usize> {
    let mut known = BTreeMap::new();
    let kind = |node: &Node| (node.operation, node.value.len(), node.parents.len());
    nodes
        .iter()
        .map(|node| {
            let next = known.len();
            *known.entry(kind(node)).or_insert(next)
        })
        .collect()
}

/// The longest stretch that repeats one unit three times or more, without its first and its last time.
fn longest(kinds: &[usize], folds: &[Fold], nodes: &[Node]) -> Option<Fold> {
    let mut free_until = vec![kinds.len(); kinds.len()];
    for fold in folds {
        for (place, until) in free_until.iter_mut().enumerate().take(fold.last + 1) {
            *until = if place < fold.first {
                fold.first.min(*until)
            } else {
                0
            };
        }
    }
    let mut best: Option<(usize, [usize; 3])> = None;
    for unit in 1..=LONGEST_UNIT.min(kinds.len() / 3) {
        let same = |place: usize| {
            let next = place + unit;
            next < free_until[place] && kinds[place] == kinds[next]
        };
        let mut length = 0;
        for place in 0..=kinds.len() - unit {
            if same(place) {
                length += 1;
                continue;
            }
            let times = (length + unit) / unit;
            let saved = times.saturating_sub(2) * unit;
            if saved > best.map_or(1, |(most, _)| most) {
                best = Some((saved, [place - length, unit, times]));
            }
            length = 0;
        }
    }
    let (saved, [start, unit, times]) = best?;
    let first = start + unit;
    let are_leaves = nodes[first..first + unit].iter().all(Node::is_leaf);
    let words = if are_leaves {
        strings::more_leaves(saved)
    } else {
        strings::more_layers(times - 2)
    };
    Some(Fold {
        first,
        last: first + saved - 1,
        words,
    })
}

/// Folds the middle so that `most` are left, with the folds that lie in it.
fn middle(walk: &Walk, folds: &mut Vec<Fold>, most: usize) {
    let mut shown: Vec<[usize; 2]> = Vec::new();
    let mut place = 0;
    while place < walk.nodes().len() {
        let fold = folds.iter().find(|fold| fold.first == place);
        let last = fold.map_or(place, |fold| fold.last);
        shown.push([place, last]);
        place = last + 1;
    }
    let kept = most / 2;
    let [first, last] = [shown[kept][0], shown[shown.len() - most + kept][1]];
    folds.retain(|fold| fold.last < first || fold.first > last);
    folds.push(Fold {
        first,
        last,
        words: strings::more_nodes(last - first + 1),
    });
}
