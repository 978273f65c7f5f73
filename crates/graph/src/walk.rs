//! A graph with the steps of the backward pass through it.

use std::collections::BTreeMap;

use popgrad::{BackwardStep, Error, PopulationNode};

use crate::node::{self, Edge, Node};
use crate::{Rule, strings};

/// A node's graph with the steps of its backward pass. Values and gradients are those of the moment at which it was
/// made.
#[derive(Clone, Debug)]
pub struct Walk {
    /// In the order in which they were made.
    pub(crate) nodes: Vec<Node>,
    /// In the order in which they are visited.
    pub(crate) edges: Vec<Edge>,
    /// The place of each node by the engine's id.
    places: BTreeMap<u64, usize>,
    rule: Rule,
}

/// What is known of the edges so far while they are added.
#[derive(Default)]
struct Added {
    /// The last edge to each node.
    last: BTreeMap<usize, usize>,
    /// How many edges there are between two nodes.
    between: BTreeMap<[usize; 2], usize>,
}

impl Walk {
    /// The graph below `root` and its backward pass. Nodes that are not named are called by their operation.
    ///
    /// # Errors
    /// When the engine has no room for the steps.
    pub fn new(root: &PopulationNode, names: &[(&str, &PopulationNode)]) -> Result<Self, Error> {
        Self::by(Rule::Add, root, names)
    }

    /// The same with a backward pass that goes by a rule: to show one that goes wrong.
    /// With [`Rule::Stale`], leaves hold what one pass before it has left.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// use popgrad_graph::{Rule, Walk};
    /// let x = PopulationNode::new(3.0);
    /// let y = &x * &x + &x;
    /// let left = |rule| Walk::by(rule, &y, &[]).map(|walk| walk.at(4).nodes[0].gradient.clone());
    /// assert_eq!(left(Rule::Add)?, Some(vec![7.0]));
    /// assert_eq!(left(Rule::Replace)?, Some(vec![3.0]));
    /// assert_eq!(left(Rule::Stale)?, Some(vec![14.0]));
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the engine has no room for the steps.
    pub fn by(
        rule: Rule,
        root: &PopulationNode,
        names: &[(&str, &PopulationNode)],
    ) -> Result<Self, Error> {
        let steps = rule.steps(root)?;
        let nodes = found(root, &steps);
        let places = nodes.iter().enumerate();
        let places = places.map(|(place, node)| (node.id(), place)).collect();
        let mut walk = Self {
            nodes: named(&nodes, &places, names),
            places,
            edges: Vec::with_capacity(steps.len()),
            rule,
        };
        let mut added = Added::default();
        for step in steps {
            walk.add(step, &mut added)?;
        }
        if rule == Rule::Stale {
            walk.hold_a_pass(&added);
        }
        Ok(walk)
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

    /// What nodes do with parts that arrive.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The place of a node among the nodes.
    #[must_use]
    pub fn place(&self, node: &PopulationNode) -> Option<usize> {
        self.places.get(&node.id()).copied()
    }

    /// The place of the node that the pass begins at.
    pub(crate) fn root(&self) -> usize {
        self.nodes.len() - 1
    }

    pub(crate) fn names_of_parents(&self, node: &Node) -> Vec<&str> {
        let parents = node.parents.iter();
        parents
            .map(|parent| parent.map_or(strings::CONSTANT, |place| &self.nodes[place].name))
            .collect()
    }

    fn add(&mut self, step: BackwardStep, added: &mut Added) -> Result<(), Error> {
        let places = (self.place(&step.sender), self.place(&step.receiver));
        let (Some(sender), Some(receiver)) = places else {
            return Ok(());
        };
        let before = added.between.entry([sender, receiver]).or_default();
        *before += 1;
        let id = edge_id(
            [receiver, sender].map(|place| &self.nodes[place].id),
            *before,
        );
        self.nodes[receiver].parts += 1;
        let gradient = added.last.get(&sender).map_or_else(
            || vec![1.0; self.nodes[sender].value.len()],
            |last| self.edges[*last].gathered.clone(),
        );
        added.last.insert(receiver, self.edges.len());
        self.edges.push(Edge {
            id,
            sender,
            receiver,
            parent: step.parent,
            part: self.nodes[receiver].parts,
            gradient,
            factor: node::factor(&step.sender, step.parent, &step.receiver)?,
            sent: step.sent,
            gathered: step.cotangent,
        });
        Ok(())
    }

    /// Lets leaves hold what one pass leaves: the pass that is shown adds to it.
    fn hold_a_pass(&mut self, added: &Added) {
        for (place, node) in self.nodes.iter_mut().enumerate() {
            if node.is_leaf() {
                let last = added.last.get(&place);
                node.held = last.map(|last| self.edges[*last].gathered.clone());
            }
        }
    }
}

/// The nodes of some steps and their root, in the order in which they were made.
fn found(root: &PopulationNode, steps: &[BackwardStep]) -> Vec<PopulationNode> {
    let mut found = BTreeMap::from([(root.id(), root.clone())]);
    for step in steps {
        let node = || step.receiver.clone();
        found.entry(step.receiver.id()).or_insert_with(node);
    }
    found.into_values().collect()
}

fn named(
    nodes: &[PopulationNode],
    places: &BTreeMap<u64, usize>,
    names: &[(&str, &PopulationNode)],
) -> Vec<Node> {
    let mut known = BTreeMap::new();
    for (name, node) in names {
        known.entry(node.id()).or_insert(*name);
    }
    let place_of = |parent: &PopulationNode| places.get(&parent.id()).copied();
    let made = |(place, node): (usize, &PopulationNode)| Node {
        id: format!("node-{}", place + 1),
        name: known
            .get(&node.id())
            .map_or(node.op(), |name| name)
            .to_owned(),
        operation: node.op(),
        info: node.operation_info(),
        parents: node.parents().iter().map(place_of).collect(),
        value: node.value(),
        parts: 0,
        held: None,
    };
    nodes.iter().enumerate().map(made).collect()
}

/// The id of an edge between two nodes, as the figure counts them.
fn edge_id([receiver, sender]: [&String; 2], number: usize) -> String {
    match number {
        1 => format!("{receiver}-{sender}"),
        number => format!("{receiver}-{sender}-{number}"),
    }
}
