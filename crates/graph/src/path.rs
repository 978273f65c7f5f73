//! The paths of a backward pass.

use std::collections::BTreeMap;

use popgrad::{Error, PopulationNode};

use crate::Walk;

/// One way from the root of a walk to a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The places of its edges, from the root on.
    pub edges: Vec<usize>,
    /// The part of the gradient that comes along it: the ones of the root, sent from edge to edge.
    pub part: Vec<f64>,
}

impl Walk {
    /// The paths from the root of the walk, which is handed in, to a node, in the order of the backward pass, at most
    /// `most` of them.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// use popgrad_graph::Walk;
    /// let x = PopulationNode::new(3.0);
    /// let y = &x * &x + &x;
    /// let paths = Walk::new(&y, &[])?.paths([&y, &x], 10)?;
    /// let parts: Vec<f64> = paths.iter().map(|path| path.part[0]).collect();
    /// assert_eq!(parts, [3.0, 3.0, 1.0]);
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the engine has no room for the parts.
    pub fn paths(&self, [root, to]: [&PopulationNode; 2], most: usize) -> Result<Vec<Path>, Error> {
        let nodes = self.below(root);
        let Some(to) = self.place(to) else {
            return Ok(Vec::new());
        };
        let ones = vec![1.0; self.nodes[self.root()].value.len()];
        let start = Path {
            edges: Vec::new(),
            part: ones,
        };
        let mut open = vec![(self.root(), start)];
        let mut paths = Vec::new();
        while let Some((place, path)) = open.pop() {
            if paths.len() == most {
                break;
            }
            if place == to {
                paths.push(path);
                continue;
            }
            // The last one put there is the first one taken.
            for (index, edge) in self.edges.iter().enumerate().rev() {
                if edge.sender == place {
                    let part = nodes[&place].try_vjp(edge.parent, &path.part)?;
                    let edges = [path.edges.as_slice(), &[index]].concat();
                    open.push((edge.receiver, Path { edges, part }));
                }
            }
        }
        Ok(paths)
    }

    /// The engine's nodes by their places.
    fn below(&self, root: &PopulationNode) -> BTreeMap<usize, PopulationNode> {
        let mut found = BTreeMap::new();
        let mut open = vec![root.clone()];
        while let Some(node) = open.pop() {
            if let Some(place) = self.place(&node)
                && !found.contains_key(&place)
            {
                open.extend(node.parents());
                found.insert(place, node);
            }
        }
        found
    }

    /// How many paths there are from the root to a node.
    #[must_use]
    pub fn path_count(&self, to: &PopulationNode) -> f64 {
        let mut counts = vec![0.0; self.nodes.len()];
        counts[self.root()] = 1.0;
        for edge in &self.edges {
            counts[edge.receiver] += counts[edge.sender];
        }
        self.place(to).map_or(0.0, |place| counts[place])
    }

    /// The names along a path, from the node where it ends to the root: `x → x * x → y`.
    #[must_use]
    pub fn path_name(&self, path: &Path) -> String {
        let root = self.root();
        let places = path
            .edges
            .iter()
            .rev()
            .map(|edge| self.edges[*edge].receiver);
        let mut name = String::new();
        for place in places {
            name.push_str(&self.nodes[place].name);
            name.push_str(" → ");
        }
        name + &self.nodes[root].name
    }
}
