//! Where the nodes of a graph stand: in layers, with few crossings (Sugiyama, Tagawa and Toda,
//! "Methods for visual understanding of hierarchical system structures", 1981).

use std::collections::BTreeMap;

use super::Graph;

/// Sweeps over all layers, forth and back in turn.
const SWEEPS: usize = 8;

/// Where nodes and the bends of edges stand, in units of layers and of neighbours in a layer.
#[derive(Debug)]
pub(super) struct Arrangement {
    /// Layer and place in it of each node.
    pub(super) nodes: Vec<[f64; 2]>,
    /// For each drawn edge: its number in the graph and the places from its parent to its node.
    pub(super) paths: Vec<(usize, Vec<[f64; 2]>)>,
}

/// Nodes, then a bend for each layer that an edge passes.
struct Sketch {
    layer: Vec<usize>,
    /// For each item its neighbours in the layers before and after it.
    neighbours: [Vec<Vec<usize>>; 2],
    /// The nodes and bends of each layer in order.
    layers: Vec<Vec<usize>>,
    place: Vec<f64>,
}

impl Arrangement {
    pub(super) fn of(graph: &Graph) -> Self {
        let links = graph.links();
        let layer = layers(graph.nodes.len(), &links);
        let (mut sketch, chains) = Sketch::new(layer, &links);
        sketch.reduce_crossings();
        sketch.place();
        let at = |item: usize| [sketch.layer[item] as f64, sketch.place[item]];
        Self {
            nodes: (0..graph.nodes.len()).map(at).collect(),
            paths: chains
                .iter()
                .map(|(number, chain)| (*number, chain.iter().map(|&item| at(item)).collect()))
                .collect(),
        }
    }

    /// How many layers there are, and how many neighbours the widest one spans.
    pub(super) fn size(&self) -> [f64; 2] {
        let [first, last] = self.bounds(0);
        let [least, most] = self.bounds(1);
        [last - first + 1.0, most - least + 1.0]
    }

    /// The smallest and the largest coordinate along an axis: 0 for layers, 1 for places in them.
    pub(super) fn bounds(&self, axis: usize) -> [f64; 2] {
        let bends = self.paths.iter().flat_map(|(_, path)| path);
        let all = self.nodes.iter().chain(bends).map(|place| place[axis]);
        all.fold([0.0, 0.0], |[least, most], at| {
            [at.min(least), at.max(most)]
        })
    }
}

/// The layer of each node: after all of its parents; a leaf right before the first node that uses it.
fn layers(count: usize, links: &[[usize; 3]]) -> Vec<usize> {
    let mut layer = vec![0; count];
    // A path is no longer than there are nodes; a circle, which no graph of values has, ends here.
    for _ in 0..count {
        let before = layer.clone();
        for &[_, from, to] in links {
            layer[to] = layer[to].max(layer[from] + 1).min(count);
        }
        if layer == before {
            break;
        }
    }
    let mut first_use = vec![None; count];
    let mut is_leaf = vec![true; count];
    for &[_, from, to] in links {
        let first = first_use[from].map_or(layer[to], |first: usize| first.min(layer[to]));
        first_use[from] = Some(first);
        is_leaf[to] = false;
    }
    for node in 0..count {
        if let (true, Some(first)) = (is_leaf[node], first_use[node]) {
            layer[node] = first.saturating_sub(1);
        }
    }
    layer
}

impl Sketch {
    /// The nodes and bends, and the chain of them along each edge.
    fn new(layer: Vec<usize>, links: &[[usize; 3]]) -> (Self, Vec<(usize, Vec<usize>)>) {
        let nodes = layer.len();
        let mut sketch = Self {
            layer,
            neighbours: [Vec::new(), Vec::new()],
            layers: Vec::new(),
            place: Vec::new(),
        };
        sketch.neighbours = [vec![Vec::new(); nodes], vec![Vec::new(); nodes]];
        let mut chains: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut twins = BTreeMap::new();
        for &[number, from, to] in links {
            // Edges between the same nodes share their bends.
            let chain = twins.entry([from, to]);
            let chain = chain.or_insert_with(|| sketch.chain(from, to));
            chains.push((number, chain.clone()));
        }
        let last = sketch.layer.iter().copied().max().unwrap_or(0);
        sketch.layers = vec![Vec::new(); last + 1];
        // Bends begin behind the nodes: a long edge runs around what lies between, not through it.
        for item in (0..nodes).chain(nodes..sketch.layer.len()) {
            sketch.layers[sketch.layer[item]].push(item);
        }
        sketch.place = vec![0.0; sketch.layer.len()];
        (sketch, chains)
    }

    fn chain(&mut self, from: usize, to: usize) -> Vec<usize> {
        let mut chain = vec![from];
        for layer in self.layer[from] + 1..self.layer[to] {
            chain.push(self.layer.len());
            self.layer.push(layer);
            self.neighbours
                .iter_mut()
                .for_each(|all| all.push(Vec::new()));
        }
        chain.push(to);
        for pair in chain.windows(2) {
            self.neighbours[0][pair[1]].push(pair[0]);
            self.neighbours[1][pair[0]].push(pair[1]);
        }
        chain
    }

    /// Sorts each layer by the mean place of its neighbours in the one before (forth) or after
    /// (back), and keeps the order with the fewest crossings.
    fn reduce_crossings(&mut self) {
        let mut best = (self.crossings(), self.layers.clone());
        for sweep in 0..SWEEPS {
            let forth = sweep % 2 == 0;
            let mut order: Vec<usize> = (0..self.layers.len()).collect();
            if !forth {
                order.reverse();
            }
            for layer in order {
                let index = self.indices();
                let center = |item: usize| self.mean(item, forth, &index).unwrap_or(index[item]);
                let mut keyed: Vec<_> = self.layers[layer]
                    .iter()
                    .map(|&item| (center(item), item))
                    .collect();
                keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
                self.layers[layer] = keyed.into_iter().map(|(_, item)| item).collect();
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
            }
        }
        self.layers = best.1;
    }

    /// The number of each item in its layer, from the middle.
    fn indices(&self) -> Vec<f64> {
        let mut index = vec![0.0; self.layer.len()];
        for layer in &self.layers {
            for (number, &item) in layer.iter().enumerate() {
                index[item] = number as f64 - (layer.len() - 1) as f64 / 2.0;
            }
        }
        index
    }

    /// The mean place of the neighbours before or after an item.
    fn mean(&self, item: usize, before: bool, place: &[f64]) -> Option<f64> {
        let neighbours = &self.neighbours[usize::from(!before)][item];
        let sum: f64 = neighbours.iter().map(|other| place[*other]).sum();
        (!neighbours.is_empty()).then(|| sum / neighbours.len() as f64)
    }

    fn crossings(&self) -> usize {
        let index = self.indices();
        self.layers
            .iter()
            .map(|layer| self.crossings_after(layer, &index))
            .sum()
    }

    /// Crossings of the lines from a layer to the next one.
    fn crossings_after(&self, layer: &[usize], index: &[f64]) -> usize {
        let lines = |&item: &usize| {
            let after = self.neighbours[1][item].iter();
            after.map(move |other| [index[item], index[*other]])
        };
        let lines: Vec<[f64; 2]> = layer.iter().flat_map(lines).collect();
        let crosses = |a: &[f64; 2], b: &[f64; 2]| (a[0] - b[0]) * (a[1] - b[1]) < 0.0;
        let pairs = lines.iter().enumerate();
        pairs
            .map(|(number, a)| lines[..number].iter().filter(|b| crosses(a, b)).count())
            .sum()
    }

    /// Moves items towards their neighbours, at least one unit apart and in order.
    fn place(&mut self) {
        self.place = self.indices();
        for sweep in 0..SWEEPS {
            let before = sweep % 2 == 0;
            for layer in self.layers.clone() {
                let wanted: Vec<f64> = layer
                    .iter()
                    .map(|&item| {
                        self.mean(item, before, &self.place)
                            .unwrap_or(self.place[item])
                    })
                    .collect();
                let places = apart(&wanted);
                for (&item, at) in layer.iter().zip(places) {
                    self.place[item] = at;
                }
            }
        }
    }
}

/// Places in order and at least 1 apart, as near to the wanted ones as their common mean.
fn apart(wanted: &[f64]) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::with_capacity(wanted.len());
    for &want in wanted {
        let least = places.last().map_or(want, |last| last + 1.0);
        places.push(want.max(least));
    }
    let count = wanted.len().max(1) as f64;
    let shift = (wanted.iter().sum::<f64>() - places.iter().sum::<f64>()) / count;
    places.iter().map(|place| place + shift).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Edge, Node};
    use super::*;

    fn graph(count: usize, links: &[(usize, usize)]) -> Graph {
        let nodes = (0..count).map(|id| Node::new(id.to_string(), "", 0.0));
        let graph = nodes.fold(Graph::new("g"), Graph::with_node);
        let edges = links
            .iter()
            .map(|(from, to)| Edge::new(from.to_string(), to.to_string(), ""));
        edges.fold(graph, Graph::with_edge)
    }

    #[test]
    fn a_long_edge_runs_around_what_lies_between() {
        let arrangement = Arrangement::of(&graph(3, &[(0, 1), (0, 1), (1, 2), (0, 2)]));
        let layers: Vec<_> = arrangement.nodes.iter().map(|place| place[0]).collect();
        assert_eq!(layers, [0.0, 1.0, 2.0]);
        let (_, long) = &arrangement.paths[3];
        assert_eq!(long.len(), 3);
        assert!((long[1][1] - arrangement.nodes[1][1]).abs() >= 1.0);
        assert_eq!(arrangement.size()[0], 3.0);
    }

    #[test]
    fn a_leaf_stands_right_before_its_first_use() {
        let arrangement = Arrangement::of(&graph(5, &[(0, 1), (1, 2), (2, 4), (3, 4)]));
        assert_eq!(arrangement.nodes[3][0], 2.0);
    }

    #[test]
    fn crossings_that_can_be_avoided_are() {
        // 0 and 1 below, 2 and 3 above, joined crosswise.
        let crossed = graph(5, &[(0, 3), (1, 2), (2, 4), (3, 4)]);
        let places = Arrangement::of(&crossed).nodes;
        assert_eq!(places[0][1] < places[1][1], places[3][1] < places[2][1]);
    }

    #[test]
    fn a_circle_or_nothing_at_all_does_not_hang() {
        assert_eq!(Arrangement::of(&graph(2, &[(0, 1), (1, 0)])).nodes.len(), 2);
        assert_eq!(Arrangement::of(&graph(0, &[])).size(), [1.0, 1.0]);
    }

    proptest! {
        #[test]
        fn nodes_stand_apart_and_after_their_parents(
            count in 1_usize..14,
            pairs in prop::collection::vec((0_usize..14, 0_usize..14), 0..30),
        ) {
            let links: Vec<_> = pairs
                .iter()
                .map(|&(a, b)| (a.min(b) % count, a.max(b) % count))
                .filter(|(from, to)| from < to)
                .collect();
            let arrangement = Arrangement::of(&graph(count, &links));
            for (from, to) in links {
                prop_assert!(arrangement.nodes[from][0] < arrangement.nodes[to][0]);
            }
            for (index, a) in arrangement.nodes.iter().enumerate() {
                for b in &arrangement.nodes[..index] {
                    prop_assert!(a[0] != b[0] || (a[1] - b[1]).abs() > 1.0 - 1e-9, "{a:?} {b:?}");
                }
            }
        }
    }
}
