//! The nodes and edges of a walk.

use popgrad::{OperationInfo, PopulationNode};

/// A node of the graph, as data: what happens to the engine's node later does not change it.
#[derive(Clone, Debug)]
pub struct Node {
    /// Stable id, unique in the graph: `node-1` is the node that was made first.
    pub id: String,
    /// What it is called: the name that it was given, or that of its operation.
    pub name: String,
    /// The name of its operation: `leaf` for a value that was given.
    pub operation: &'static str,
    /// What is known of its operation; `None` for a leaf.
    pub(crate) info: Option<&'static OperationInfo>,
    /// The places of the nodes that it was made from; `None` for one that no gradient reaches.
    pub parents: Vec<Option<usize>>,
    /// Its value when the walk was made.
    pub value: Vec<f64>,
    /// Of how many parts its gradient is made: one for each edge on which the backward pass comes to it.
    pub parts: usize,
    /// What it held before the pass, if the pass adds to it: what an earlier one left.
    pub held: Option<Vec<f64>>,
}

impl Node {
    /// Whether it is a leaf: a value that was given.
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        self.formula().is_none()
    }

    /// The rule by which the operation makes the node's value; `None` for a leaf.
    #[must_use]
    pub fn formula(&self) -> Option<&'static str> {
        self.info.map(|info| info.formula)
    }
}

/// An edge of the graph, as the backward pass goes: from a node to one that it was made from.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Stable id, unique in the graph: `node-1-node-2` for the first edge between these two, `node-1-node-2-2` for the
    /// second.
    pub id: String,
    /// The place among the nodes of the one that sends.
    pub sender: usize,
    /// The place among the nodes of the one that receives.
    pub receiver: usize,
    /// Which of the sender's parents receives, counted from 0.
    pub parent: usize,
    /// Which part of the receiver's gradient comes along it, counted from 1.
    pub part: usize,
    /// The sender's gradient, complete.
    pub gradient: Vec<f64>,
    /// What is sent.
    pub sent: Vec<f64>,
    /// What has been sent to the receiver when this has arrived.
    pub gathered: Vec<f64>,
    /// By what each member of the sender's gradient is multiplied on the way, where it is so simple: the local
    /// derivative. `None` where members are mixed.
    pub factor: Option<Vec<f64>>,
}

impl Edge {
    /// The rule by which the sender's operation sends its gradient `g` to this parent.
    #[must_use]
    pub(crate) fn rule(&self, sender: &Node) -> &'static str {
        let vjp = sender.info.map_or("", |info| info.vjp);
        let mut rules = vjp.split("; ");
        let prefix = ["a: ", "b: "].get(self.parent);
        let own = prefix.and_then(|prefix| rules.find_map(|rule| rule.strip_prefix(prefix)));
        own.unwrap_or(vjp)
    }
}

/// By what each member of a gradient is multiplied on its way to a parent: what is sent for ones, if sending a gradient of
/// several sizes multiplies each by the same.
pub(crate) fn factor(
    sender: &PopulationNode,
    parent: usize,
    receiver: &PopulationNode,
) -> Result<Option<Vec<f64>>, popgrad::Error> {
    let ones = sender.try_vjp(parent, &vec![1.0; sender.len()])?;
    if sender.len() == 1 {
        return Ok(Some(ones));
    }
    if sender.len() != receiver.len() {
        return Ok(None);
    }
    // Powers of two: multiplying by them is exact.
    let sizes: Vec<f64> = (0..sender.len())
        .map(|member| f64::from(1_u32 << (member % 16)))
        .collect();
    let sent = sender.try_vjp(parent, &sizes)?;
    let expected = ones.iter().zip(&sizes).map(|(one, size)| one * size);
    let is_simple = sent
        .iter()
        .zip(expected)
        .all(|(sent, expected)| *sent == expected || (sent.is_nan() && expected.is_nan()));
    Ok(is_simple.then_some(ones))
}
