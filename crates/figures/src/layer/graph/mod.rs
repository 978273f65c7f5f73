//! A small graph of operations: values on nodes, gradients on edges.

mod arrangement;
mod draw;
mod edge;
mod node;
mod route;
mod size;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::number::short;
use crate::{Layout, Mark, Room};
use arrangement::Arrangement;
pub(super) use draw::draw;
use size::WordWidths;

/// A small directed acyclic graph: leaves first, the output last. From left to right in the wide layout
/// and from top to bottom in the narrow one. Nodes and edges are marks.
///
/// ```
/// use popgrad_figures::{Edge, Graph, Node, Panel, Progress};
/// // x·x + x at 3, after the gradient has reached the sum's two parents.
/// let graph = Graph::new("the graph of x·x + x")
///     .with_node(Node::new("x", "x", 3.0).with_note("1 of 3 arrived"))
///     .with_node(Node::new("p", "p = x·x", 9.0).with_gradient(1.0).in_progress(Progress::Active))
///     .with_node(Node::new("y", "y = p + x", 12.0).with_gradient(1.0).in_progress(Progress::Done))
///     .with_edge(Edge::new("x", "p", "∂p/∂x = x = 3"))
///     .with_edge(Edge::new("x", "p", "∂p/∂x = x = 3"))
///     .with_edge(Edge::new("p", "y", "1").with_flow("1·1 = 1").in_progress(Progress::Done))
///     .with_edge(Edge::new("x", "y", "1").with_flow("1·1 = 1").in_progress(Progress::Done));
/// let panel = Panel::graph("graph", "Where the gradient is", graph);
/// assert_eq!(panel.layers[0].marks().len(), 7);
/// assert_eq!(panel.layers[0].marks()[4].id, "x-p-2");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Graph {
    /// What the graph is called.
    pub name: String,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges, from parents to the nodes computed from them. Two between the same nodes are two
    /// edges.
    pub edges: Vec<Edge>,
    /// A mark for each node, then one for each edge.
    marks: Vec<Mark>,
    /// The least room for words.
    least: WordWidths,
}

/// How far the passes have come at a node or an edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Progress {
    /// Not reached yet.
    #[default]
    Idle,
    /// Computed in this step of the forward pass.
    Computed,
    /// At work in this step of the backward pass.
    Active,
    /// Finished.
    Done,
}

/// A node: an input or the result of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Stable id of its mark, unique in the figure.
    pub id: String,
    /// What it is: `x`, `p = x·x`.
    pub label: String,
    /// Its value.
    pub value: f64,
    /// The value as it is printed: a whole population, where there is one.
    pub value_text: String,
    /// The gradient that has arrived, if any has.
    pub gradient: Option<f64>,
    /// The gradient as it is printed; empty before any has arrived.
    pub gradient_text: String,
    /// A remark under it: `1 of 2 arrived`.
    pub note: Option<String>,
    /// How far the backward pass has come.
    pub progress: Progress,
    /// What is said of a node that has no value to show.
    pub blank: Option<String>,
    /// Whether it stands for many nodes.
    pub is_fold: bool,
}

/// An edge from a parent to a node computed from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Edge {
    /// Id of the parent.
    pub from: String,
    /// Id of the node computed from it.
    pub to: String,
    /// The local derivative: `3`, `∂p/∂x = 3`.
    pub label: String,
    /// What has flown back along it, in place of the label: `3·1 = 3`.
    pub flow: Option<String>,
    /// How far the backward pass has come.
    pub progress: Progress,
}

impl Node {
    /// A node that no gradient has reached.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<String>, value: f64) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            value,
            value_text: short(value),
            gradient: None,
            gradient_text: String::new(),
            note: None,
            progress: Progress::Idle,
            blank: None,
            is_fold: false,
        }
    }

    /// A node without a value, and what is said of it instead: `not computed yet`.
    #[must_use]
    pub fn blank(id: impl Into<String>, label: impl Into<String>, says: impl Into<String>) -> Self {
        Self {
            value_text: String::new(),
            blank: Some(says.into()),
            ..Self::new(id, label, f64::NAN)
        }
    }

    /// A node that stands for many, which are not drawn: `6 more layers`, and how many nodes these are.
    ///
    /// ```
    /// use popgrad_figures::{Graph, Node};
    /// let fold = Node::fold("fold-3-26", "6 more layers", "24 nodes");
    /// let graph = Graph::new("a deep net").with_node(fold);
    /// assert_eq!(graph.marks()[0].text, "24 nodes");
    /// ```
    #[must_use]
    pub fn fold(id: impl Into<String>, label: impl Into<String>, says: impl Into<String>) -> Self {
        Self {
            is_fold: true,
            ..Self::blank(id, label, says)
        }
    }

    /// The same node with the gradient that has arrived.
    #[must_use]
    pub fn with_gradient(mut self, gradient: f64) -> Self {
        self.gradient = Some(gradient);
        self.gradient_text = short(gradient);
        self
    }

    /// The same node with another print of its value: all members of a population, `[1, 2, 3]`.
    #[must_use]
    pub fn printed(mut self, value: impl Into<String>) -> Self {
        self.value_text = value.into();
        self
    }

    /// The same node with another print of the gradient that has arrived.
    #[must_use]
    pub fn gradient_printed(mut self, gradient: impl Into<String>) -> Self {
        self.gradient_text = gradient.into();
        self
    }

    /// The same node with a remark under it.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The same node at another point of the backward pass.
    #[must_use]
    pub fn in_progress(mut self, progress: Progress) -> Self {
        self.progress = progress;
        self
    }

    fn mark(&self, number: usize) -> Mark {
        let mut text = match &self.blank {
            Some(says) => says.clone(),
            None => format!("value {}", self.value_text),
        };
        if self.gradient.is_some() {
            text = [&text, ", gradient ", &self.gradient_text].concat();
        }
        Mark::new(&self.id, [number as f64, self.value], &self.label, text)
    }
}

impl Edge {
    /// An edge with its local derivative in words or numbers.
    #[must_use]
    pub fn new(
        from: impl Into<String>,
        to: impl Into<String>,
        derivative: impl Into<String>,
    ) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            label: derivative.into(),
            flow: None,
            progress: Progress::Idle,
        }
    }

    /// The same edge with what has flown back along it.
    #[must_use]
    pub fn with_flow(mut self, flow: impl Into<String>) -> Self {
        self.flow = Some(flow.into());
        self
    }

    /// The same edge at another point of the backward pass.
    #[must_use]
    pub fn in_progress(mut self, progress: Progress) -> Self {
        self.progress = progress;
        self
    }

    /// What stands on the edge.
    fn text(&self) -> &str {
        self.flow.as_deref().unwrap_or(&self.label)
    }
}

impl Graph {
    /// A graph without nodes.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            nodes: Vec::new(),
            edges: Vec::new(),
            marks: Vec::new(),
            least: WordWidths::default(),
        }
    }

    /// The same graph with room for the words of another one: so that its steps move nothing, the first one has
    /// the room of the last.
    #[must_use]
    pub fn with_room_of(mut self, other: &Self) -> Self {
        self.least = WordWidths::of(other);
        self
    }

    /// The same graph with one more node.
    #[must_use]
    pub fn with_node(mut self, node: Node) -> Self {
        let number = self.nodes.len();
        self.marks.insert(number, node.mark(number));
        self.nodes.push(node);
        self
    }

    /// The same graph with one more edge. Its mark has the id `from-to`, a second edge between the
    /// same nodes `from-to-2`. An edge from or to an unknown node is not drawn.
    #[must_use]
    pub fn with_edge(mut self, edge: Edge) -> Self {
        let same = |other: &&Edge| (&other.from, &other.to) == (&edge.from, &edge.to);
        let before = self.edges.iter().filter(same).count();
        let mut id = format!("{}-{}", edge.from, edge.to);
        if before > 0 {
            id = format!("{id}-{}", before + 1);
        }
        let ends = [&edge.from, &edge.to].map(|id| self.short_name(id));
        let name = ["from ", ends[0], " to ", ends[1]].concat();
        let at = [self.edges.len() as f64, f64::NAN];
        self.marks.push(Mark::new(id, at, name, edge.text()));
        self.edges.push(edge);
        self
    }

    /// What a node is called, without what it is made of: `p` for `p = x·x`.
    fn short_name<'a>(&'a self, id: &'a str) -> &'a str {
        let node = self.nodes.iter().find(|node| node.id == id);
        let label = node.map_or(id, |node| &node.label);
        label.split_once(" = ").map_or(label, |(name, _)| name)
    }

    /// The marks: one for each node, then one for each edge.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The room that the graph needs, over the whole width; a large one is drawn smaller than others.
    #[must_use]
    pub fn room(&self) -> Room {
        let shape = Arrangement::of(self).size();
        Room {
            narrow_height: size::height(self, Layout::Narrow, shape),
            wide_height: size::height(self, Layout::Wide, shape),
            columns: 12,
        }
    }

    /// The size in design pixels at which nothing of it is drawn smaller than usual, however large it is.
    pub(crate) fn natural_size(&self, layout: Layout) -> [f64; 2] {
        size::natural(self, layout, Arrangement::of(self).size())
    }

    /// The edges between known nodes: number of the edge, of its parent and of its node.
    fn links(&self) -> Vec<[usize; 3]> {
        let mut places = BTreeMap::new();
        for (place, node) in self.nodes.iter().enumerate() {
            places.entry(node.id.as_str()).or_insert(place);
        }
        let find = |id: &str| places.get(id).copied();
        let edges = self.edges.iter().enumerate();
        edges
            .filter_map(|(number, edge)| Some([number, find(&edge.from)?, find(&edge.to)?]))
            .collect()
    }
}
