//! How large nodes are, and how much room a graph needs.

use serde::{Deserialize, Serialize};

use super::{Graph, Node};
use crate::Layout;
use crate::draw::words::guessed_width;

/// Height of a node whose numbers stand side by side, and one below the other, in design pixels.
const NODE: f64 = 42.0;
const STACKED_NODE: f64 = 58.0;
/// Room above all nodes and below them for remarks.
pub(super) const REMARK: f64 = 18.0;
/// Between layers in the narrow layout and between neighbours in the wide one.
const BELOW: f64 = 64.0;
pub(super) const BESIDE: f64 = 46.0;
/// Least room for an edge between layers in the wide layout, and between neighbours in the narrow one.
const LEAST_ACROSS: f64 = 56.0;
const LEAST_BESIDE: f64 = 10.0;
/// Title of the panel.
const TITLE: f64 = 30.0;
/// The highest panels in the narrow and in the wide layout: what needs more is drawn smaller.
const HIGHEST: [f64; 2] = [620.0, 520.0];
/// A panel whose graph is drawn smaller to fit its width is at least so high.
const LOWEST: f64 = 220.0;
/// Drawing smaller by less than this part is not worth it: rounding.
const TOLERANCE: f64 = 1e-3;
/// Space in a node beside its words, and the smallest part to which nodes shrink alone.
pub(super) const PADDING: f64 = 9.0;
const SMALLEST: f64 = 0.7;
pub(super) const LABEL: f64 = 13.0;
pub(super) const VALUE: f64 = 12.0;
pub(super) const REMARK_SIZE: f64 = 11.0;
/// Space left free at the sides of the panel, for the outline of nodes.
pub(super) const MARGIN: f64 = 2.0;

/// The widths that words need, in design pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WordWidths {
    /// A node with its numbers side by side, and one below the other.
    beside: f64,
    stacked: f64,
    /// What stands on an edge.
    flow: f64,
    /// A remark beside a node.
    note: f64,
}

impl WordWidths {
    pub(super) fn of(graph: &Graph) -> Self {
        let nodes = graph.nodes.iter().map(widths);
        let [beside, stacked] = nodes.fold([0.0_f64; 2], |[beside, stacked], [a, b]| {
            [beside.max(a), stacked.max(b)]
        });
        let notes = graph.nodes.iter().filter_map(|node| node.note.as_ref());
        let notes = notes.map(|note| guessed_width(note, REMARK_SIZE) + 2.0 * PADDING);
        let edges = graph.edges.iter();
        let edges = edges.map(|edge| guessed_width(edge.text(), REMARK_SIZE) + PADDING);
        Self {
            beside,
            stacked,
            flow: edges.fold(0.0, f64::max),
            note: notes.fold(0.0, f64::max),
        }
    }
}

/// How large nodes are so that all of them have room beside each other.
pub(super) struct Fitted {
    /// How much smaller than usual everything is.
    pub(super) scale: f64,
    /// How much smaller than usual the words of nodes are.
    pub(super) shrunk: f64,
    /// Width and height of a node.
    pub(super) node: [f64; 2],
    /// Whether the numbers of a node stand one below the other.
    pub(super) is_stacked: bool,
}

impl Fitted {
    /// Nodes for an area of a width and a height.
    pub(super) fn new(
        graph: &Graph,
        [width, height]: [f64; 2],
        layout: Layout,
        [layers, breadth]: [f64; 2],
    ) -> Self {
        let (words, least) = (WordWidths::of(graph), graph.least);
        let (abreast, apart, stack, gap) = match layout {
            Layout::Narrow => (breadth, LEAST_BESIDE, layers, BELOW),
            Layout::Wide => (layers, LEAST_ACROSS.max(least.flow), breadth, BESIDE),
        };
        let width = width - 2.0 * MARGIN;
        let gaps = (abreast - 1.0) * apart;
        let beside = words.beside.max(least.beside);
        let is_stacked = layout == Layout::Wide && abreast * beside + gaps > width;
        let usual = if is_stacked {
            [words.stacked.max(least.stacked), STACKED_NODE]
        } else {
            [beside, NODE]
        };
        let shrunk = (width - gaps) / abreast / usual[0];
        let shrunk = shrunk.clamp(SMALLEST, 1.0);
        // What does not fit even so is drawn smaller as a whole.
        let across = abreast * usual[0] * shrunk + gaps;
        let down = stacked(stack, usual[1] * shrunk, gap);
        let scale = (width / across).min(height / down);
        let scale = if scale > 1.0 - TOLERANCE { 1.0 } else { scale };
        Self {
            scale,
            shrunk: shrunk * scale,
            node: usual.map(|length| length * shrunk * scale),
            is_stacked,
        }
    }
}

/// The height of a panel with a graph of so many layers and neighbours.
pub(super) fn height(graph: &Graph, layout: Layout, [layers, breadth]: [f64; 2]) -> f64 {
    let ([nodes, gap], highest) = match layout {
        Layout::Narrow => ([layers, BELOW], HIGHEST[0]),
        Layout::Wide => ([breadth, BESIDE], HIGHEST[1]),
    };
    let room = [layout.reference_width(), f64::INFINITY];
    let fitted = Fitted::new(graph, room, layout, [layers, breadth]);
    let node = if fitted.is_stacked {
        STACKED_NODE
    } else {
        NODE
    };
    let usual = TITLE + stacked(nodes, node, gap);
    let fitting = (usual * fitted.scale).max(LOWEST.min(usual));
    fitting.min(highest)
}

/// The size at which nothing is drawn smaller than usual, at least the reference width of the layout.
pub(super) fn natural(graph: &Graph, layout: Layout, [layers, breadth]: [f64; 2]) -> [f64; 2] {
    let room = [f64::INFINITY; 2];
    let [width, height] = Fitted::new(graph, room, layout, [layers, breadth]).node;
    let flow = graph.least.flow.max(LEAST_ACROSS);
    let [across, down] = match layout {
        Layout::Narrow => [
            breadth * width + (breadth - 1.0) * LEAST_BESIDE + 2.0 * graph.least.note,
            stacked(layers, height, BELOW),
        ],
        Layout::Wide => [
            layers * width + (layers - 1.0) * flow,
            stacked(breadth, height, BESIDE),
        ],
    };
    [
        (across + 2.0 * MARGIN).max(layout.reference_width()),
        TITLE + down,
    ]
}

/// The height of nodes that stand one below the other, with their remarks.
fn stacked(nodes: f64, node: f64, gap: f64) -> f64 {
    nodes * node + (nodes - 1.0) * gap + 2.0 * REMARK
}

/// What stands below a node's name: its value, or what is said instead, and its gradient.
pub(super) fn values(node: &Node) -> [String; 2] {
    let gradient = node.gradient.map(|_| ["∇ ", &node.gradient_text].concat());
    let value = match &node.blank {
        Some(says) if node.is_fold => says.clone(),
        Some(_) => String::new(),
        None => node.value_text.clone(),
    };
    [value, gradient.unwrap_or_default()]
}

/// The widths that a node's words need, side by side and one below the other; the gradient has its room before it
/// arrives.
fn widths(node: &Node) -> [f64; 2] {
    let [value, gradient] = values(node);
    let least = guessed_width("∇ 1", VALUE);
    let gradient = guessed_width(&gradient, VALUE).max(least);
    let [value, label] =
        [(&value, VALUE), (&node.label, LABEL)].map(|(text, size)| guessed_width(text, size));
    let beside = value + gradient + PADDING;
    [beside, value.max(gradient)].map(|numbers| label.max(numbers) + 2.0 * PADDING)
}
