//! Values printed at the ends of bars: which of them have room, and where they break.

use plotters::prelude::DrawingBackend;

use crate::draw::pen::{Align, Type};
use crate::draw::plot::Plot;
use crate::draw::words::guessed_width;
use crate::{Area, Error, Ink};

/// From the end of a bar to the middle of its printed value, and from line to line.
const GAP: f64 = 9.0;
const LINE: f64 = 14.0;
/// Room that a printed value takes beside the end of its bar.
pub(super) const ROOM: f64 = 18.0;
const SIZE: f64 = 11.5;
/// Least space between two values.
const APART: f64 = 2.0;
/// So many values are a few.
const FEW: usize = 12;

/// A value to print at the end of a bar.
pub(super) struct Printed<'a> {
    pub(super) text: &'a str,
    /// The end of the bar.
    pub(super) at: [f64; 2],
    /// Whether it stands below the end, not above.
    pub(super) down: bool,
    /// The size of the value: the largest is printed before others.
    pub(super) size: f64,
    /// Whether it lies beyond the axis or is not a number, so that only its print tells it.
    pub(super) beyond: bool,
    pub(super) ink: Ink,
}

/// The room that each bar has.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    /// From bar to bar.
    pub(super) slot: f64,
    /// Width of a bar.
    pub(super) width: f64,
    /// Whether bars stand alone at their places.
    pub(super) alone: bool,
}

/// Prints the values that have room: all where a slot holds the widest, otherwise the most important
/// ones that do not touch.
pub(super) fn draw<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    values: &[Printed<'_>],
    room: Slot,
) -> Result<(), Error> {
    let lines: Vec<_> = values
        .iter()
        .map(|value| broken(value.text, room.slot))
        .collect();
    let halves: Vec<_> = lines.iter().map(|lines| half_width(lines)).collect();
    if halves.iter().all(|half| 2.0 * half <= room.slot) {
        for (value, lines) in values.iter().zip(&lines) {
            print(plot, value, value.at, lines)?;
        }
        return Ok(());
    }
    let mut taken: Vec<Area> = Vec::new();
    for index in chosen(values, room.alone) {
        let value = &values[index];
        let at = cleared(plot, values, value, halves[index], room.width);
        let area = block(value, at, halves[index], lines[index].len());
        if !taken.iter().any(|other| overlap(area, *other)) {
            taken.push(area);
            print(plot, value, at, &lines[index])?;
        }
    }
    Ok(())
}

/// The values that may be printed where not all have room, the most important first: the largest, the
/// ends of a row of single bars, those beyond the axis, and of a few bars the others.
fn chosen(values: &[Printed<'_>], alone: bool) -> Vec<usize> {
    let inside = |index: &usize| !values[*index].beyond;
    let largest = (0..values.len())
        .filter(inside)
        .max_by(|&a, &b| values[a].size.total_cmp(&values[b].size).then(b.cmp(&a)));
    let ends = [0, values.len().saturating_sub(1)];
    let ends = ends.into_iter().filter(|_| alone);
    let beyond = (0..values.len()).filter(|index| !inside(index));
    let few = 0..if values.len() <= FEW { values.len() } else { 0 };
    let mut chosen: Vec<usize> = Vec::new();
    for index in largest.into_iter().chain(ends).chain(beyond).chain(few) {
        if index < values.len() && !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    chosen
}

/// Where a value that is wider than its bar stands: inside the panel and clear of the bars beside
/// its own.
fn cleared<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    values: &[Printed<'_>],
    value: &Printed<'_>,
    half: f64,
    bar: f64,
) -> [f64; 2] {
    let (left, right) = (plot.area.left + half, plot.area.right() - half);
    let x = value.at[0].clamp(left.min(right), right.max(left));
    let beside = |other: &&Printed<'_>| {
        other.down == value.down && (other.at[0] - x).abs() < half + bar / 2.0
    };
    let ends = values.iter().filter(beside).map(|other| other.at[1]);
    let y = if value.down {
        ends.fold(value.at[1], f64::max)
    } else {
        ends.fold(value.at[1], f64::min)
    };
    [x, y]
}

/// The room that a value takes.
fn block(value: &Printed<'_>, [x, end]: [f64; 2], half: f64, lines: usize) -> Area {
    let height = LINE * lines as f64;
    Area {
        left: x - half,
        top: if value.down { end } else { end - height },
        width: 2.0 * half,
        height,
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom()
}

fn print<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    value: &Printed<'_>,
    [x, end]: [f64; 2],
    lines: &[&str],
) -> Result<(), Error> {
    let set = Type {
        ink: value.ink,
        size: SIZE,
        bold: false,
        align: Align::Middle,
    };
    let first = if value.down {
        end + GAP
    } else {
        end - GAP - LINE * (lines.len() as f64 - 1.0)
    };
    for (number, text) in lines.iter().enumerate() {
        plot.pen
            .words(text, [x, first + LINE * number as f64], set)?;
    }
    Ok(())
}

/// Half of the width of the widest line, with the space beside it.
fn half_width(lines: &[&str]) -> f64 {
    let widths = lines.iter().map(|line| guessed_width(line, SIZE));
    (widths.fold(0.0, f64::max) + APART) / 2.0
}

/// A printed number in two lines where `slot` is too narrow for one, broken before its power of ten
/// if it has one.
fn broken(text: &str, slot: f64) -> Vec<&str> {
    match text.find('×') {
        Some(power) if guessed_width(text, SIZE) > slot => vec![&text[..power], &text[power..]],
        _ => vec![text],
    }
}
