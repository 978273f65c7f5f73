//! A graph with the steps of the backward pass through it.

use popgrad::{BackwardStep, Error, PopulationNode};

use crate::node::{self, Edge, Node};

/// A node's graph with the steps of its backward pass.
#[derive(Clone, Debug)]
pub struct Walk {
    /// In the order in which they were made.
    pub(crate) nodes: Vec<Node>,
    /// In the order in which they are visited.
    pub(crate) edges: Vec<Edge>,
}

impl Walk {
    /// The graph below `root` and its backward pass. Nodes that are not named are called by their operation.
    ///
    /// # Errors
    /// When the engine has no room for the steps.
    pub fn new(root: &PopulationNode, names: &[(&str, &PopulationNode)]) -> Result<Self, Error> {
        Self::with_steps(root, names, root.try_backward_steps()?)
    }

    /// The same with other steps than those of the engine: to show a backward pass that goes wrong.
    ///
    /// # Errors
    /// When the engine has no room for the local derivatives.
    pub fn with_steps(
        root: &PopulationNode,
        names: &[(&str, &PopulationNode)],
        steps: Vec<BackwardStep>,
    ) -> Result<Self, Error> {
        let mut found = vec![root.clone()];
        for step in &steps {
            if !found.iter().any(|node| node.is_same(&step.receiver)) {
                found.push(step.receiver.clone());
            }
        }
        found.sort_by_key(PopulationNode::id);
        let nodes = found.iter().enumerate();
        let mut walk = Self {
            nodes: nodes
                .map(|(place, node)| named(place, node, names))
                .collect(),
            edges: Vec::new(),
        };
        for step in steps {
            walk.add(step)?;
        }
        Ok(walk)
    }

    /// The same walk where leaves add to the gradients that they hold now, as they do when a pass follows another
    /// without `zero_grad()` between them.
    #[must_use]
    pub fn on_top_of_gradients(mut self) -> Self {
        for node in &mut self.nodes {
            if node.node.parents().is_empty() {
                node.held = Some(node.node.grad());
            }
        }
        self
    }

    /// The nodes, each after those that it was made from.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The edges, in the order of the backward pass. An edge that no gradient takes (behind `detach`) is not among them.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// How many steps the backward pass takes: one for each edge.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.edges.len()
    }

    /// The place of a node among the nodes.
    #[must_use]
    pub fn place(&self, node: &PopulationNode) -> Option<usize> {
        self.nodes.iter().position(|known| known.node.is_same(node))
    }

    /// The place of the node that the pass begins at.
    pub(crate) fn root(&self) -> usize {
        self.nodes.len() - 1
    }

    fn add(&mut self, step: BackwardStep) -> Result<(), Error> {
        let places = (self.place(&step.sender), self.place(&step.receiver));
        let (Some(sender), Some(receiver)) = places else {
            return Ok(());
        };
        self.nodes[receiver].parts += 1;
        self.edges.push(Edge {
            id: self.edge_id(sender, receiver),
            sender,
            receiver,
            parent: step.parent,
            part: self.nodes[receiver].parts,
            gradient: self.gathered(sender),
            factor: node::factor(&step.sender, step.parent, &step.receiver)?,
            sent: step.sent,
            gathered: step.cotangent,
        });
        Ok(())
    }

    /// The id of the next edge between two nodes, as the figure counts them.
    fn edge_id(&self, sender: usize, receiver: usize) -> String {
        let between = |edge: &&Edge| (edge.sender, edge.receiver) == (sender, receiver);
        let before = self.edges.iter().filter(between).count();
        let [sender, receiver] = [sender, receiver].map(|place| &self.nodes[place].id);
        match before {
            0 => format!("{receiver}-{sender}"),
            before => format!("{receiver}-{sender}-{}", before + 1),
        }
    }

    /// What has been sent to a node by the edges so far: the ones that the root begins with, before any.
    fn gathered(&self, place: usize) -> Vec<f64> {
        let arrived = self.edges.iter().rev().find(|edge| edge.receiver == place);
        arrived.map_or_else(
            || vec![1.0; self.nodes[place].node.len()],
            |edge| edge.gathered.clone(),
        )
    }
}

fn named(place: usize, node: &PopulationNode, names: &[(&str, &PopulationNode)]) -> Node {
    let name = names.iter().find(|(_, named)| named.is_same(node));
    Node {
        id: format!("node-{}", place + 1),
        name: name.map_or(node.op(), |(name, _)| name).to_owned(),
        node: node.clone(),
        parts: 0,
        held: None,
    }
}
