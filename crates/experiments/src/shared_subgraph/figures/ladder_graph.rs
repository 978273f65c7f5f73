//! The ladder itself: an x for each rung, and two edges between each and the next.

use popgrad_figures::number::short;
use popgrad_figures::{Edge, Graph, Node, Panel, Progress};

use super::super::compute::{Ladder, Rung, rungs_of};
use super::super::parameters::Settings;
use super::super::strings;
use crate::Error;

/// Id of the node that stands for the rungs that are not drawn.
pub(in super::super) const FOLD: &str = "further-rungs";
/// So many are drawn at each end; what lies between is folded.
const DRAWN: usize = 2;
/// The factors of a rung as parts of ids.
const FACTORS: [&str; 2] = ["a", "b"];

/// Id of the node of an x, counted from 0.
pub(in super::super) fn rung_id(place: usize) -> String {
    format!("rung-{place}")
}

/// Two nodes that are drawn beside each other, with two edges between them.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Way {
    /// The place of the x that receives, or that of the last x that is folded.
    pub(in super::super) receiver: usize,
    /// Whether one of its ends is the fold.
    from_fold: bool,
    to_fold: bool,
}

impl Way {
    fn ends(self) -> [String; 2] {
        let id = |place: usize, is_fold: bool| {
            if is_fold {
                FOLD.to_owned()
            } else {
                rung_id(place)
            }
        };
        [
            id(self.receiver, self.from_fold),
            id(self.receiver + 1, self.to_fold),
        ]
    }

    /// The ids of its two edges, by their factors.
    pub(in super::super) fn edge_ids(self) -> [String; 2] {
        let first = self.ends().join("-");
        [first.clone(), [&first, "-2"].concat()]
    }
}

/// How many rungs are folded: those between two x that are.
pub(in super::super) fn folded_rungs(rungs: usize) -> usize {
    folded(rungs)[1] - 1
}

/// The first place that is folded, and how many x are.
fn folded(rungs: usize) -> [usize; 2] {
    [DRAWN, (rungs + 1).saturating_sub(2 * DRAWN)]
}

/// Whether so many are folded: one alone is drawn.
fn folds(rungs: usize) -> bool {
    folded(rungs)[1] > 1
}

/// The ways that are drawn, from the first x on.
pub(in super::super) fn ways(rungs: usize) -> Vec<Way> {
    let [first, count] = folded(rungs);
    let is_folded = |place: usize| folds(rungs) && (first..first + count).contains(&place);
    let way = |receiver: usize| Way {
        receiver,
        from_fold: is_folded(receiver),
        to_fold: is_folded(receiver + 1),
    };
    let ways = (0..rungs).map(way);
    ways.filter(|way| !(way.from_fold && way.to_fold)).collect()
}

/// The panel: values on nodes, how many paths come there from the last x, and what flows back along each edge.
pub(super) fn panel(ladder: &Ladder, settings: &Settings) -> Result<Panel, Error> {
    let rungs = settings.rungs;
    let xs = rungs_of(settings.factors, rungs, settings.rule)?;
    let mut graph = Graph::new(strings::LADDER_GRAPH);
    let [first, count] = folded(rungs);
    for (place, x) in xs.iter().enumerate() {
        if folds(rungs) && (first..first + count).contains(&place) {
            if place == first {
                let hidden = folded_rungs(rungs);
                let says = strings::folded_edges(2 * hidden);
                graph = graph.with_node(Node::fold(FOLD, strings::more_rungs(hidden), says));
            }
            continue;
        }
        let paths = rungs.checked_sub(place + 1).map(|left| ladder.paths[left]);
        graph = graph.with_node(node(place, x, paths));
    }
    for way in ways(rungs) {
        for (part, factor) in xs[way.receiver].parts.iter().zip(FACTORS) {
            let [from, to] = way.ends();
            let edge = Edge::new(from, to, factor).with_flow(strings::flow(factor, &short(*part)));
            graph = graph.with_edge(edge.in_progress(Progress::Done));
        }
    }
    let room = graph.clone();
    let graph = graph.with_room_of(&room);
    Ok(Panel::graph(
        "rungs",
        strings::ladder_graph_panel(rungs),
        graph,
    ))
}

fn node(place: usize, x: &Rung, paths: Option<f64>) -> Node {
    let paths = paths.unwrap_or(1.0);
    Node::new(rung_id(place), strings::rung(place), x.value)
        .with_gradient(x.gradient)
        .with_note(strings::paths(&short(paths)))
        .in_progress(Progress::Done)
}
