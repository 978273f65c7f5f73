//! A moment of a view as a figure.

use popgrad_figures::{self as figures, Figure, Graph, Panel, Progress};

use crate::figure::of;
use crate::folded::{Bundle, Item, ItemMoment};
use crate::printed::brief;
use crate::scene::Scene;
use crate::{EdgeState, NodeMoment, strings};

impl Scene<'_> {
    pub(crate) fn figure(&self, id: &str, title: Option<&str>) -> Figure {
        let rule = self.walk.rule() as usize;
        let title = title.filter(|_| rule == 0).unwrap_or(strings::TITLES[rule]);
        let folded = self.folds.iter().map(crate::Fold::count).sum();
        let counts = [self.walk.nodes().len(), self.walk.edges().len()];
        let last = Scene {
            step: self.steps(),
            ..*self
        };
        let graph = self.graph().with_room_of(&last.graph());
        Figure::new(id, title, strings::subtitle(counts[0], counts[1], folded))
            .with_caption(self.spoken())
            .with(Panel::graph("graph", "", graph))
    }

    fn graph(&self) -> Graph {
        let moments = self.moments();
        let mut graph = Graph::new(strings::NAME);
        for (item, now) in moments.iter().enumerate() {
            let progress = self.progress(item, now);
            graph = graph.with_node(self.node(item, now).in_progress(progress));
        }
        for (number, bundle) in self.folded.bundles.iter().enumerate() {
            graph = graph.with_edge(self.edge(bundle, self.state(number)));
        }
        graph
    }

    /// At work is what the last step computed or reached; finished is what has all of its parts.
    fn progress(&self, item: usize, now: &ItemMoment) -> Progress {
        let Some(visited) = self.visited() else {
            return if self.just_computed() == Some(item) {
                Progress::Computed
            } else {
                Progress::Idle
            };
        };
        let root = self.folded.items.len() - 1;
        let last = visited
            .checked_sub(1)
            .map(|last| self.folded.bundles[last].receiver);
        if item == last.unwrap_or(root) {
            Progress::Active
        } else if now.arrived == now.parts {
            Progress::Done
        } else {
            Progress::Idle
        }
    }

    fn node(&self, item: usize, now: &ItemMoment) -> figures::Node {
        let id = self.item_id(item);
        let node = match (self.folded.items[item], &now.node) {
            (Item::Node(place), Some(moment)) => self.single(item, place, &id, moment),
            (Item::Fold(number), _) | (Item::Node(number), None) => {
                let fold = &self.folds[number];
                figures::Node::fold(&id, &fold.words, strings::nodes(fold.count()))
            }
        };
        if now.parts > 1 && self.visited().is_some() {
            node.with_note(strings::arrived(now.arrived, now.parts))
        } else {
            node
        }
    }

    fn single(&self, item: usize, place: usize, id: &str, now: &NodeMoment) -> figures::Node {
        let node = &self.walk.nodes()[place];
        let label = self.walk.label(node);
        if !self.is_computed(item) {
            return figures::Node::blank(id, label, strings::NOT_COMPUTED);
        }
        let drawn =
            figures::Node::new(id, label, of(&node.value, None)).printed(brief(&node.value));
        match &now.gradient {
            Some(gradient) => drawn
                .with_gradient(of(gradient, None))
                .gradient_printed(brief(gradient)),
            None => drawn,
        }
    }

    /// An edge with what has been sent along it.
    fn edge(&self, bundle: &Bundle, state: EdgeState) -> figures::Edge {
        let [from, to] = [bundle.receiver, bundle.sender].map(|item| self.item_id(item));
        let drawn = figures::Edge::new(from, to, "");
        let flow = match (bundle.edges.as_slice(), self.sum(bundle)) {
            ([edge], _) => brief(&self.walk.edges()[*edge].sent),
            (_, Some(sum)) => brief(&sum),
            (edges, None) => strings::parts(edges.len()),
        };
        match state {
            EdgeState::Idle => drawn,
            EdgeState::Active => drawn.with_flow(flow).in_progress(Progress::Active),
            EdgeState::Done => drawn.with_flow(flow).in_progress(Progress::Done),
        }
    }
}
