//! A node onto the page.

use plotters::prelude::DrawingBackend;

use super::draw::{Places, look};
use super::size::{LABEL, PADDING, REMARK, REMARK_SIZE, VALUE, values};
use super::{Node, Progress};
use crate::draw::pen::{Align, Stroke, Type};
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Area, Error, Ink, Role};

/// Width of the hatched rim of a node with a number that is not finite.
const RIM: f64 = 5.0;
/// How far the outlines behind a fold stand apart.
const BEHIND: f64 = 4.0;

/// Draws a node around its middle.
pub(super) fn draw_node<DB: DrawingBackend>(
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
    words(plot, node, [x, y], known, places)?;
    match &node.note {
        Some(note) => remark(plot, note, area, places),
        None => Ok(()),
    }
}

/// Sets what it is above, and below it its value and its gradient, side by side or one below the other.
fn words<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    node: &Node,
    [x, y]: [f64; 2],
    known: bool,
    places: &Places,
) -> Result<(), Error> {
    let [width, height] = places.node;
    let set = |ink, size: f64, bold| Type {
        ink,
        size: size * places.shrunk,
        bold,
        align: Align::Middle,
    };
    let [value, gradient] = values(node);
    let role = |role| Ink::Word(if known { role } else { Role::Wrong });
    let ink = if node.blank.is_some() {
        Ink::SoftText
    } else {
        role(Role::Value)
    };
    let rows = if places.is_stacked {
        [-0.3, 0.02, 0.32]
    } else {
        [-0.2, 0.23, 0.23]
    };
    let [above, middle, below] = rows.map(|part| y + part * height);
    let aside = if gradient.is_empty() || places.is_stacked {
        0.0
    } else {
        width / 4.0
    };
    plot.pen
        .words(&node.label, [x, above], set(Ink::Text, LABEL, true))?;
    plot.pen
        .words(&value, [x - aside, middle], set(ink, VALUE, false))?;
    if gradient.is_empty() {
        return Ok(());
    }
    let set = set(role(Role::Gradient), VALUE, true);
    plot.pen.words(&gradient, [x + aside, below], set)
}

/// The outline of a further node behind one, by so much to the right and up.
fn behind_by(area: Area, length: f64) -> Area {
    Area {
        left: area.left + length,
        top: area.top - length,
        ..area
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
