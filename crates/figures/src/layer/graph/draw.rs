//! A graph onto the page.

use plotters::prelude::DrawingBackend;

use super::arrangement::Arrangement;
use super::{Edge, Graph, Node, Progress, route};
use crate::draw::pen::{Align, Stroke, Type};
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Area, Error, Ink, Layout, Role};

/// Height of a node, and room above all nodes and below them for remarks, in design pixels.
const NODE: f64 = 42.0;
const REMARK: f64 = 18.0;
/// Between layers in the narrow layout and between neighbours in the wide one.
const BELOW: f64 = 64.0;
const BESIDE: f64 = 46.0;
/// Least room for an edge between layers in the wide layout, and between neighbours in the narrow one.
const LEAST_ACROSS: f64 = 56.0;
const LEAST_BESIDE: f64 = 10.0;
/// Title of the panel.
const TITLE: f64 = 30.0;
/// The highest panels in the narrow and in the wide layout: what needs more is drawn smaller.
const HIGHEST: [f64; 2] = [620.0, 520.0];
/// Drawing smaller by less than this part is not worth it: rounding.
const TOLERANCE: f64 = 1e-3;
/// Space in a node beside its words, and the smallest part to which nodes shrink alone.
const PADDING: f64 = 9.0;
const SMALLEST: f64 = 0.7;
const LABEL: f64 = 13.0;
const VALUE: f64 = 12.0;
const REMARK_SIZE: f64 = 11.0;
/// How far the outlines behind a fold stand apart.
const BEHIND: f64 = 4.0;
/// Width of the hatched rim of a node with a number that is not finite.
const RIM: f64 = 5.0;
/// Space left free at the sides of the panel, for the outline of nodes.
const MARGIN: f64 = 2.0;
/// Length and half of the width of an arrow head.
const HEAD: f64 = 8.0;
const HALF_HEAD: f64 = 4.0;

/// The height of a panel with a graph of so many layers and neighbours.
pub(super) fn height(layout: Layout, [layers, breadth]: [f64; 2]) -> f64 {
    let ([nodes, gap], highest) = match layout {
        Layout::Narrow => ([layers, BELOW], HIGHEST[0]),
        Layout::Wide => ([breadth, BESIDE], HIGHEST[1]),
    };
    (TITLE + stacked(nodes, NODE, gap)).min(highest)
}

/// The height of nodes that stand one below the other, with their remarks.
fn stacked(nodes: f64, node: f64, gap: f64) -> f64 {
    nodes * node + (nodes - 1.0) * gap + 2.0 * REMARK
}

/// The width of a graph's widest node, and of what stands on its edges.
pub(super) fn room_for_words(graph: &Graph) -> [f64; 2] {
    let nodes = graph.nodes.iter().map(width);
    let edges = graph.edges.iter();
    let edges = edges.map(|edge| guessed_width(edge.text(), REMARK_SIZE) + 2.0 * PADDING);
    [nodes.fold(0.0, f64::max), edges.fold(0.0, f64::max)]
}

/// Where everything stands, in design pixels.
struct Places {
    /// 0 where layers follow each other across, 1 where they do downwards.
    flow: usize,
    /// How much smaller than usual everything is.
    scale: f64,
    /// Width and height of a node, and how much smaller than usual its words are.
    node: [f64; 2],
    shrunk: f64,
    nodes: Vec<[f64; 2]>,
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
        } = Fitted::new(graph, area, layout, arrangement.size());
        let map = Map::new(&arrangement, area, flow, (node, scale));
        let mut places = Self {
            flow,
            scale,
            node,
            shrunk,
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

/// How large nodes are so that all of them have room beside each other.
struct Fitted {
    scale: f64,
    shrunk: f64,
    node: [f64; 2],
}

impl Fitted {
    fn new(graph: &Graph, area: Area, layout: Layout, [layers, breadth]: [f64; 2]) -> Self {
        let [words, _] = room_for_words(graph);
        let [least_node, least_flow] = graph.least;
        let widest = words.max(least_node);
        let (abreast, apart, stack, gap) = match layout {
            Layout::Narrow => (breadth, LEAST_BESIDE, layers, BELOW),
            Layout::Wide => (layers, LEAST_ACROSS.max(least_flow), breadth, BESIDE),
        };
        let width = area.width - 2.0 * MARGIN;
        let shrunk = (width - (abreast - 1.0) * apart) / abreast / widest;
        let shrunk = shrunk.clamp(SMALLEST, 1.0);
        // What does not fit even so is drawn smaller as a whole.
        let across = abreast * widest * shrunk + (abreast - 1.0) * apart;
        let down = stacked(stack, NODE * shrunk, gap);
        let scale = (width / across).min(area.height / down);
        let scale = if scale > 1.0 - TOLERANCE { 1.0 } else { scale };
        Self {
            scale,
            shrunk: shrunk * scale,
            node: [widest, NODE].map(|length| length * shrunk * scale),
        }
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

/// What stands below a node's name: its value, or what is said instead, and its gradient.
fn values(node: &Node) -> [String; 2] {
    let gradient = node.gradient.map(|_| ["∇ ", &node.gradient_text].concat());
    let value = match &node.blank {
        Some(says) if node.is_fold => says.clone(),
        Some(_) => String::new(),
        None => node.value_text.clone(),
    };
    [value, gradient.unwrap_or_default()]
}

/// The outline of a further node behind one, by so much to the right and up.
fn behind_by(area: Area, length: f64) -> Area {
    Area {
        left: area.left + length,
        top: area.top - length,
        ..area
    }
}

/// The width that a node's words need; the gradient has its room before it arrives.
fn width(node: &Node) -> f64 {
    let [value, gradient] = values(node);
    let least = guessed_width("∇ 1", VALUE);
    let gradient = guessed_width(&gradient, VALUE).max(least);
    let values = guessed_width(&value, VALUE) + gradient + PADDING;
    guessed_width(&node.label, LABEL).max(values) + 2.0 * PADDING
}

fn draw_node<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    node: &Node,
    [x, y]: [f64; 2],
    places: &Places,
) -> Result<(), Error> {
    let [width, height] = places.node;
    let area = Area {
        left: x - width / 2.0,
        top: y - height / 2.0,
        width,
        height,
    };
    let has_value = node.blank.is_some() || node.value.is_finite();
    let known = has_value && node.gradient.is_none_or(f64::is_finite);
    if node.is_fold {
        for behind in [2.0, 1.0] {
            frame(
                plot,
                behind_by(area, behind * BEHIND * places.scale),
                Progress::Idle,
                places,
            )?;
        }
        plot.pen.rectangle(area, Ink::Ground)?;
    }
    if known {
        frame(plot, area, node.progress, places)?;
    } else {
        plot.hatch(area)?;
        plot.pen
            .rectangle(area.shrunk(RIM * places.scale), Ink::Ground)?;
    }
    let set = |ink, size: f64, bold| Type {
        ink,
        size: size * places.shrunk,
        bold,
        align: Align::Middle,
    };
    let [value, gradient] = values(node);
    let (above, below) = (y - 0.2 * height, y + 0.23 * height);
    let role = |role| Ink::Word(if known { role } else { Role::Wrong });
    let label = set(Ink::Text, LABEL, true);
    plot.pen.words(&node.label, [x, above], label)?;
    let aside = if gradient.is_empty() {
        0.0
    } else {
        width / 4.0
    };
    let at = [x - aside, below];
    let ink = if node.blank.is_some() {
        Ink::SoftText
    } else {
        role(Role::Value)
    };
    plot.pen.words(&value, at, set(ink, VALUE, false))?;
    if !gradient.is_empty() {
        let at = [x + aside, below];
        plot.pen
            .words(&gradient, at, set(role(Role::Gradient), VALUE, true))?;
    }
    match &node.note {
        Some(note) => remark(plot, note, area, places),
        None => Ok(()),
    }
}

/// Sets a remark under its node, or beside it where edges leave below and there is room.
fn remark<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    text: &str,
    node: Area,
    places: &Places,
) -> Result<(), Error> {
    let middle = node.top + node.height / 2.0;
    let size = REMARK_SIZE * places.scale;
    let (width, padding) = (guessed_width(text, size), PADDING * places.scale);
    let right = [node.right() + padding, node.right() + padding + width];
    let left = [node.left - padding - width, node.left - padding];
    let free = |[start, end]: [f64; 2]| {
        let half = places.node[0] / 2.0;
        let touches = |[x, y]: &[f64; 2]| {
            (y - middle).abs() < node.height && x + half >= start && x - half <= end
        };
        let inside = start >= plot.area.left && end <= plot.area.right();
        inside && !places.nodes.iter().any(touches)
    };
    let sides = [right, left].into_iter().filter(|_| places.flow == 1);
    let at = match sides.into_iter().find(|side| free(*side)) {
        Some([start, end]) => [(start + end) / 2.0, middle],
        None => [
            node.left + node.width / 2.0,
            node.bottom() + places.scale * REMARK / 2.0,
        ],
    };
    let set = Type {
        ink: Ink::SoftText,
        size,
        bold: false,
        align: Align::Middle,
    };
    plot.pen.words(text, at, set)
}

/// The box of a node: the stronger, the nearer the backward pass.
fn frame<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    area: Area,
    progress: Progress,
    places: &Places,
) -> Result<(), Error> {
    let (ink, width) = look(progress, places);
    if matches!(progress, Progress::Active | Progress::Computed) {
        plot.pen.wash(&area.corners(), ink, 0.16)?;
    }
    let [a, b, c, d] = area.corners();
    plot.pen.line(&[a, b, c, d, a], Stroke { ink, width })
}

fn look(progress: Progress, places: &Places) -> (Ink, f64) {
    let (role, width) = match progress {
        Progress::Idle => (Role::Quiet, 1.25),
        Progress::Computed => (Role::Value, 3.0),
        Progress::Active => (Role::Gradient, 3.0),
        Progress::Done => (Role::Gradient, 1.75),
    };
    (Ink::Mark(role), width * places.scale)
}

fn word(edge: &Edge) -> Ink {
    match edge.progress {
        Progress::Idle | Progress::Computed => Ink::SoftText,
        Progress::Active | Progress::Done => Ink::Word(Role::Gradient),
    }
}

/// Draws an edge: towards its node as long as values flow, towards its parent once the gradient does.
fn draw_line<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    edge: &Edge,
    ways: &[[f64; 2]],
    places: &Places,
) -> Result<(), Error> {
    let flow = places.flow;
    let (ink, width) = look(edge.progress, places);
    let mut ways = ways.to_vec();
    if matches!(edge.progress, Progress::Active | Progress::Done) {
        ways.reverse();
    }
    let last = ways.len() - 1;
    let tip = ways[last];
    let forth = if ways[0][flow] < tip[flow] { 1.0 } else { -1.0 };
    ways[last][flow] -= forth * HEAD * places.scale;
    let neck = ways[last];
    let line = route::smooth(&ways, flow);
    plot.pen.line(&line, Stroke { ink, width })?;
    let mut sides = [neck, neck];
    let half = HALF_HEAD * places.scale + width / 2.0;
    sides[0][1 - flow] += half;
    sides[1][1 - flow] -= half;
    plot.pen.polygon(&[tip, sides[0], sides[1]], ink)
}

/// Where an edge carries its words: in its middle; of edges between the same nodes, the outer ones on their outer sides.
fn tag_place(graph: &Graph, number: usize, ways: &[[f64; 2]], places: &Places) -> [f64; 2] {
    let flow = places.flow;
    let line = route::smooth(ways, flow);
    let edge = &graph.edges[number];
    let is_twin = |other: &&Edge| (&other.from, &other.to) == (&edge.from, &edge.to);
    let twins = graph.edges.iter().filter(is_twin).count();
    let before = graph.edges[..number].iter().filter(is_twin).count();
    let outwards = if twins == 1 {
        0.0
    } else if before == 0 {
        -1.0
    } else if before + 1 == twins {
        1.0
    } else {
        0.0
    };
    // Away from the side to which the edge leans.
    let lean = |axis: usize| line[line.len() - 1][axis] - line[0][axis];
    let further = if flow == 1 || lean(0) * lean(1) == 0.0 {
        0.0
    } else {
        -0.12 * outwards * (lean(0) * lean(1)).signum()
    };
    let mut at = route::along(&line, 0.5 + further);
    at[1 - flow] += outwards
        * match flow {
            0 => 1.2 * REMARK_SIZE,
            _ => guessed_width(edge.text(), REMARK_SIZE) / 2.0 + PADDING,
        }
        * places.scale;
    at
}
