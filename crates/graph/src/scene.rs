//! A moment of a view: what is computed, what is visited, and that in words.

use crate::explain::{explain_edge, explain_node};
use crate::folded::{Bundle, Folded, Item, ItemMoment};
use crate::{EdgeState, Explanation, Fold, Node, NodeMoment, Walk, list, strings};

/// A view at one of its moments.
pub(crate) struct Scene<'a> {
    pub(crate) walk: &'a Walk,
    pub(crate) folds: &'a [Fold],
    pub(crate) folded: &'a Folded,
    pub(crate) step: usize,
}

/// How far the passes have come, whatever is folded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reached {
    /// Nodes before this place are computed.
    Place(usize),
    /// Edges before this one are visited.
    Edge(usize),
}

impl Scene<'_> {
    pub(crate) fn forward_steps(&self) -> usize {
        self.folded.computed(self.walk).len()
    }

    pub(crate) fn steps(&self) -> usize {
        self.forward_steps() + self.folded.bundles.len()
    }

    /// How many bundles are visited; `None` in the forward pass, whose last moment is the first of the backward one.
    pub(crate) fn visited(&self) -> Option<usize> {
        self.step.checked_sub(self.forward_steps())
    }

    /// Whether an item has its value.
    pub(crate) fn is_computed(&self, item: usize) -> bool {
        let computed = self.folded.computed(self.walk);
        !computed.iter().skip(self.step).any(|later| *later == item)
    }

    /// The item that the last forward step computed.
    pub(crate) fn just_computed(&self) -> Option<usize> {
        let forward = self.step <= self.forward_steps();
        let last = self.step.checked_sub(1).filter(|_| forward)?;
        self.folded.computed(self.walk).get(last).copied()
    }

    pub(crate) fn state(&self, bundle: usize) -> EdgeState {
        let visited = self.visited().unwrap_or(0);
        match (bundle + 1).cmp(&visited) {
            std::cmp::Ordering::Less => EdgeState::Done,
            std::cmp::Ordering::Equal => EdgeState::Active,
            std::cmp::Ordering::Greater => EdgeState::Idle,
        }
    }

    /// The items of this moment; in the forward pass the root holds no gradient yet.
    pub(crate) fn moments(&self) -> Vec<ItemMoment> {
        let mut moments = self.folded.at(self.walk, self.visited().unwrap_or(0));
        if self.visited().is_none()
            && let Some(root) = moments.last_mut().and_then(|root| root.node.as_mut())
        {
            root.gradient = None;
        }
        moments
    }

    pub(crate) fn item_id(&self, item: usize) -> String {
        match self.folded.items[item] {
            Item::Node(place) => self.walk.nodes()[place].id.clone(),
            Item::Fold(number) => self.folds[number].id(),
        }
    }

    pub(crate) fn item_name(&self, item: usize) -> &str {
        match self.folded.items[item] {
            Item::Node(place) => &self.walk.nodes()[place].name,
            Item::Fold(number) => &self.folds[number].words,
        }
    }

    /// Where both passes stand.
    pub(crate) fn reached(&self) -> Reached {
        let ends = |item: usize| self.folded.items[item].ends(self.folds);
        match self.visited() {
            Some(visited) => {
                let visited = self.folded.bundles[..visited].iter();
                let last = visited.flat_map(|bundle| bundle.edges.last()).max();
                Reached::Edge(last.map_or(0, |last| last + 1))
            }
            None => Reached::Place(self.just_computed().map_or(0, |item| ends(item)[1] + 1)),
        }
    }

    /// The step after which the passes stand there.
    pub(crate) fn step_at(&self, reached: Reached) -> usize {
        let ends = |item: &usize| self.folded.items[*item].ends(self.folds);
        let computed = self.folded.computed(self.walk);
        match reached {
            Reached::Place(place) => computed.iter().filter(|item| ends(item)[1] < place).count(),
            Reached::Edge(edge) => {
                let is_visited = |bundle: &&Bundle| bundle.edges.iter().all(|one| *one < edge);
                computed.len() + self.folded.bundles.iter().filter(is_visited).count()
            }
        }
    }

    pub(crate) fn gradient(&self, name: &str) -> Option<Vec<f64>> {
        let items = (0..self.folded.items.len()).zip(self.moments());
        let mut found = items.filter(|(item, _)| self.item_name(*item) == name);
        found.next().and_then(|(_, now)| now.node?.gradient)
    }

    /// The moment in a sentence.
    pub(crate) fn spoken(&self) -> String {
        let (phase, what) = match (self.just_computed(), self.visited()) {
            (_, Some(visited)) if visited > 0 => (
                strings::BACKWARD,
                self.bundle_spoken(&self.folded.bundles[visited - 1]),
            ),
            (Some(item), _) => (strings::FORWARD, self.item_spoken(item)),
            (None, _) => ("", strings::START.to_owned()),
        };
        strings::step(self.step, self.steps(), phase, &what)
    }

    fn item_spoken(&self, item: usize) -> String {
        match self.folded.items[item] {
            Item::Node(place) => {
                let node = &self.walk.nodes()[place];
                [&self.walk.label(node), " = ", &list(&node.value)].concat()
            }
            Item::Fold(number) => strings::computed(&self.folds[number].words),
        }
    }

    fn bundle_spoken(&self, bundle: &Bundle) -> String {
        let words = self.explain_bundle(bundle, EdgeState::Active).words;
        match bundle.edges.as_slice() {
            [edge] => strings::sent(&words, &list(&self.walk.edges()[*edge].sent)),
            _ => words,
        }
    }

    pub(crate) fn explain(&self, mark: &str) -> Option<Explanation> {
        let items = 0..self.folded.items.len();
        if let Some(item) = items.clone().find(|item| self.item_id(*item) == mark) {
            return Some(self.explain_item(item, &self.moments()[item]));
        }
        let ids = self.bundle_ids();
        let number = ids.iter().position(|id| id == mark)?;
        Some(self.explain_bundle(&self.folded.bundles[number], self.state(number)))
    }

    /// What every mark is, by its id.
    pub(crate) fn explanations(&self) -> Vec<(String, Explanation)> {
        let moments = self.moments();
        let items = moments.iter().enumerate();
        let items = items.map(|(item, now)| (self.item_id(item), self.explain_item(item, now)));
        let bundles = self.bundle_ids().into_iter().enumerate();
        let bundles = bundles.map(|(number, id)| {
            let bundle = &self.folded.bundles[number];
            (id, self.explain_bundle(bundle, self.state(number)))
        });
        items.chain(bundles).collect()
    }

    /// The ids of the two ends of each bundle, the value's way, and its own.
    pub(crate) fn ways(&self) -> Vec<[String; 3]> {
        let bundles = self.folded.bundles.iter().zip(self.bundle_ids());
        let ends =
            |bundle: &Bundle| [bundle.receiver, bundle.sender].map(|item| self.item_id(item));
        bundles
            .map(|(bundle, id)| {
                let [from, to] = ends(bundle);
                [from, to, id]
            })
            .collect()
    }

    /// The item that the last step computed or came to.
    pub(crate) fn active(&self) -> Option<String> {
        let visited = self.visited().and_then(|visited| visited.checked_sub(1));
        let reached = visited.map(|last| self.folded.bundles[last].receiver);
        reached
            .or_else(|| self.just_computed())
            .map(|item| self.item_id(item))
    }

    /// The ids of the bundles, as the figure counts them.
    pub(crate) fn bundle_ids(&self) -> Vec<String> {
        let bundles = self.folded.bundles.iter();
        let id = |bundle: &Bundle| match bundle.edges.as_slice() {
            [edge] if self.is_between_nodes(bundle) => self.walk.edges()[*edge].id.clone(),
            _ => [bundle.receiver, bundle.sender]
                .map(|item| self.item_id(item))
                .join("-"),
        };
        bundles.map(id).collect()
    }

    fn is_between_nodes(&self, bundle: &Bundle) -> bool {
        let ends = [bundle.sender, bundle.receiver].map(|item| self.folded.items[item]);
        ends.iter().all(|end| matches!(end, Item::Node(_)))
    }

    fn explain_item(&self, item: usize, now: &ItemMoment) -> Explanation {
        match (self.folded.items[item], &now.node) {
            (Item::Node(place), Some(moment)) => self.explain_node(item, place, moment),
            (Item::Fold(number), _) | (Item::Node(number), None) => {
                let fold = &self.folds[number];
                Explanation {
                    words: strings::fold(&fold.words, fold.count()),
                    formula: strings::fold_waits(now.arrived, now.parts),
                }
            }
        }
    }

    fn explain_node(&self, item: usize, place: usize, now: &NodeMoment) -> Explanation {
        let node: &Node = &self.walk.nodes()[place];
        let is_root = place == self.walk.root() && self.visited().is_some();
        let mut explained = explain_node(self.walk, node, now, is_root);
        if !self.is_computed(item) {
            explained.formula = [&node.name, ": ", strings::NOT_COMPUTED].concat();
        }
        explained
    }

    fn explain_bundle(&self, bundle: &Bundle, state: EdgeState) -> Explanation {
        if let [edge] = bundle.edges.as_slice() {
            return explain_edge(self.walk, &self.walk.edges()[*edge], state);
        }
        let [sender, receiver] = [bundle.sender, bundle.receiver].map(|item| self.item_name(item));
        let words = match state {
            EdgeState::Idle => strings::not_yet(sender, receiver),
            _ => strings::sends_bundle(sender, receiver, bundle.edges.len()),
        };
        Explanation {
            words,
            formula: self.bundle_formula(bundle, state),
        }
    }

    /// What the parts of a bundle add up to, where one node gets them all.
    fn bundle_formula(&self, bundle: &Bundle, state: EdgeState) -> String {
        let parts = strings::parts(bundle.edges.len());
        match self.sum(bundle).filter(|_| state != EdgeState::Idle) {
            Some(sum) => [&parts, ", together ", &list(&sum)].concat(),
            None => parts,
        }
    }

    /// The sum of a bundle's parts, if one node gets them all.
    pub(crate) fn sum(&self, bundle: &Bundle) -> Option<Vec<f64>> {
        let Item::Node(place) = self.folded.items[bundle.receiver] else {
            return None;
        };
        let mut sum = vec![0.0; self.walk.nodes()[place].value.len()];
        for edge in &bundle.edges {
            let sent = &self.walk.edges()[*edge].sent;
            sum.iter_mut()
                .zip(sent)
                .for_each(|(sum, sent)| *sum += sent);
        }
        Some(sum)
    }
}
