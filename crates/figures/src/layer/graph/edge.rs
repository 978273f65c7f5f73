//! An edge onto the page.

use plotters::prelude::DrawingBackend;

use super::draw::{Places, look};
use super::size::{PADDING, REMARK_SIZE};
use super::{Edge, Graph, Progress, route};
use crate::draw::pen::Stroke;
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Error, Ink, Role};

/// Length and half of the width of an arrow head.
const HEAD: f64 = 8.0;
const HALF_HEAD: f64 = 4.0;

/// The ink of what stands on an edge.
pub(super) fn word(edge: &Edge) -> Ink {
    match edge.progress {
        Progress::Idle | Progress::Computed => Ink::SoftText,
        Progress::Active | Progress::Done => Ink::Word(Role::Gradient),
    }
}

/// Draws an edge: towards its node as long as values flow, towards its parent once the gradient does.
pub(super) fn draw_line<DB: DrawingBackend>(
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
pub(super) fn tag_place(
    graph: &Graph,
    number: usize,
    ways: &[[f64; 2]],
    places: &Places,
) -> [f64; 2] {
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
