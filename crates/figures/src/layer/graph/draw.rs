//! A graph onto the page.

use plotters::prelude::DrawingBackend;

use super::arrangement::Arrangement;
use super::edge::{draw_line, tag_place, word};
use super::node::draw_node;
use super::size::{BESIDE, Fitted, LABEL, MARGIN, REMARK, REMARK_SIZE};
use super::{Graph, Progress, route};
use crate::draw::plot::Plot;
use crate::{Area, Error, Ink, Layout, Role};

/// Where everything stands, in design pixels.
pub(super) struct Places {
    /// 0 where layers follow each other across, 1 where they do downwards.
    pub(super) flow: usize,
    /// How much smaller than usual everything is.
    pub(super) scale: f64,
    /// Width and height of a node, and how much smaller than usual its words are.
    pub(super) node: [f64; 2],
    pub(super) shrunk: f64,
    /// Whether the numbers of a node stand one below the other.
    pub(super) is_stacked: bool,
    pub(super) nodes: Vec<[f64; 2]>,
    /// For each drawn edge its number and its line from parent to node.
    lines: Vec<(usize, Vec<[f64; 2]>)>,
}

/// Draws edges, then nodes.
pub(in crate::layer) fn draw<DB: DrawingBackend>(
    graph: &Graph,
    plot: &mut Plot<'_, DB>,
) -> Result<(), Error> {
    let places = Places::of(graph, plot.area, plot.layout);
    for (node, at) in graph.nodes.iter().zip(&places.nodes) {
        draw_node(plot, node, *at, &places)?;
    }
    for (number, line) in &places.lines {
        draw_line(plot, &graph.edges[*number], line, &places)?;
    }
    for (number, mark) in graph.marks[..graph.nodes.len()].iter().enumerate() {
        plot.drew(mark, places.nodes[number], places.node);
    }
    for (number, line) in &places.lines {
        let edge = &graph.edges[*number];
        let at = tag_place(graph, *number, line, &places);
        let size = REMARK_SIZE * places.scale;
        let drawn = plot.tag_sized(edge.text(), at, word(edge), size)?;
        plot.drew_area(&graph.marks[graph.nodes.len() + number], drawn);
    }
    Ok(())
}

impl Places {
    fn of(graph: &Graph, area: Area, layout: Layout) -> Self {
        let arrangement = Arrangement::of(graph);
        let flow = usize::from(layout == Layout::Narrow);
        let Fitted {
            scale,
            shrunk,
            node,
            is_stacked,
        } = Fitted::new(graph, [area.width, area.height], layout, arrangement.size());
        let map = Map::new(&arrangement, area, flow, (node, scale));
        let mut places = Self {
            flow,
            scale,
            node,
            shrunk,
            is_stacked,
            nodes: arrangement
                .nodes
                .iter()
                .map(|&place| map.at(place))
                .collect(),
            lines: Vec::new(),
        };
        places.lines = places.route(graph, &arrangement, &map);
        places
    }

    /// The lines of all edges, spread along the sides of their nodes.
    fn route(
        &self,
        graph: &Graph,
        arrangement: &Arrangement,
        map: &Map,
    ) -> Vec<(usize, Vec<[f64; 2]>)> {
        let across = 1 - self.flow;
        let links = graph.links();
        let mut ways: Vec<Vec<[f64; 2]>> = arrangement
            .paths
            .iter()
            .map(|(_, path)| path.iter().map(|&place| map.at(place)).collect())
            .collect();
        let straight = ways.clone();
        for node in 0..graph.nodes.len() {
            for end in [1, 2] {
                let edges: Vec<usize> = (0..links.len())
                    .filter(|&edge| links[edge][end] == node)
                    .collect();
                let next = |&edge: &usize| {
                    let way = &straight[edge];
                    way[if end == 1 { 1 } else { way.len() - 2 }][across]
                };
                let ends: Vec<f64> = edges.iter().map(next).collect();
                let ports = route::ports(&ends, self.node[across], self.scale);
                for (&edge, port) in edges.iter().zip(ports) {
                    let last = ways[edge].len() - 1;
                    let place = &mut ways[edge][if end == 1 { 0 } else { last }];
                    place[across] += port;
                    place[self.flow] += self.node[self.flow] * if end == 1 { 0.5 } else { -0.5 };
                }
            }
        }
        let numbers = arrangement.paths.iter().map(|(number, _)| *number);
        numbers.zip(ways).collect()
    }
}

/// From layers and places in them to design pixels.
struct Map {
    flow: usize,
    start: [f64; 2],
    pitch: [f64; 2],
    first: [f64; 2],
}

impl Map {
    fn new(
        arrangement: &Arrangement,
        area: Area,
        flow: usize,
        (node, scale): ([f64; 2], f64),
    ) -> Self {
        let [layers, breadth] = arrangement.size();
        let across = 1 - flow;
        let [margin, remark] = [MARGIN, REMARK].map(|length| length * scale);
        let start = [area.left + margin, area.top + remark];
        let length = [area.width - 2.0 * margin, area.height - 2.0 * remark];
        let along = (length[flow] - node[flow]) / (layers - 1.0).max(1.0);
        let most = node[across] + scale * if flow == 1 { 2.0 * LABEL } else { BESIDE };
        let beside = ((length[across] - node[across]) / (breadth - 1.0).max(1.0)).min(most);
        // The layers fill the length; the widest one stands in the middle.
        let taken = beside * (breadth - 1.0);
        let mut begin = [0.0; 2];
        begin[flow] = start[flow] + node[flow] / 2.0;
        begin[across] = start[across] + (length[across] - taken) / 2.0;
        Self {
            flow,
            start: begin,
            pitch: [along, beside],
            first: [arrangement.bounds(0)[0], arrangement.bounds(1)[0]],
        }
    }

    fn at(&self, [layer, place]: [f64; 2]) -> [f64; 2] {
        let mut at = self.start;
        at[self.flow] += (layer - self.first[0]) * self.pitch[0];
        at[1 - self.flow] += (place - self.first[1]) * self.pitch[1];
        at
    }
}

/// The ink and the width of lines: the stronger, the nearer the passes.
pub(super) fn look(progress: Progress, places: &Places) -> (Ink, f64) {
    let (role, width) = match progress {
        Progress::Idle => (Role::Quiet, 1.25),
        Progress::Computed => (Role::Value, 3.0),
        Progress::Active => (Role::Gradient, 3.0),
        Progress::Done => (Role::Gradient, 1.75),
    };
    (Ink::Mark(role), width * places.scale)
}
