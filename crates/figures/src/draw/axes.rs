//! The frame of a panel: title, axis labels, ticks, grid and zero line.

use plotters::prelude::DrawingBackend;

use super::color_bar;
use super::pen::{Align, Pen, Stroke, Type};
use super::plot::Plot;
use super::ticks::{Tick, minor, ticks};
use super::words::guessed_width;
use crate::{Area, Axis, AxisMap, Detail, Error, Ink, Layer, Panel, Scale};

const TITLE: f64 = 14.0;
const LABEL: f64 = 12.0;
const TICK: f64 = 12.0;
/// Height of the title and of the vertical axis' label, which stands below it.
const TITLE_ROW: f64 = 22.0;
const LABEL_ROW: f64 = 20.0;
/// Height of the tick labels and of the horizontal axis' label below the panel.
const TICK_ROW: f64 = 20.0;
/// Room at the right for half of the last tick label.
const RIGHT: f64 = 10.0;
/// Least distance between ticks, across and upwards.
const ACROSS: f64 = 44.0;
const UPWARDS: f64 = 36.0;

/// Least distance between the labels of ticks.
const APART: f64 = 6.0;
/// Lengths of ticks and of the smaller ones without a label.
const MAJOR: f64 = 4.0;
const MINOR: f64 = 3.0;

/// The ticks of both axes.
pub(crate) struct Ticks {
    x: Vec<Tick>,
    y: Vec<Tick>,
    minor: [Vec<f64>; 2],
}

/// The area inside the axes of a panel whose outer box is `outer`, and the ticks that fit.
pub(crate) fn inner(panel: &Panel, outer: Area) -> (Area, Ticks) {
    let headings = rows(&panel.title, TITLE_ROW) + rows(&label(&panel.y), LABEL_ROW);
    let bars = panel.layers.iter().filter_map(Layer::bar);
    let bars: f64 = bars.map(|map| color_bar::height(map, outer.width)).sum();
    let top = headings + bars + 6.0;
    let ticks_below = if panel.x.has_ticks() { TICK_ROW } else { 0.0 };
    let bottom = ticks_below + rows(&label(&panel.x), LABEL_ROW);
    let height = (outer.height - top - bottom).max(1.0);
    let y = drawn_ticks(&panel.y, height / UPWARDS);
    let widest = y.iter().map(|tick| guessed_width(&tick.label, TICK) + 8.0);
    let left = widest.fold(beside(&panel.x), f64::max);
    let width = (outer.width - left - RIGHT).max(1.0);
    let [width, height] = if panel.equal_axes {
        equal(panel, [width, height])
    } else {
        [width, height]
    };
    let x = readable(drawn_ticks(&panel.x, width / ACROSS), &panel.x, width);
    let area = Area {
        left: outer.left + left,
        top: outer.top + top,
        width,
        height,
    };
    let minor = [&panel.x, &panel.y].map(|axis| {
        if axis.has_ticks() {
            minor(axis)
        } else {
            Vec::new()
        }
    });
    (area, Ticks { x, y, minor })
}

/// Room at the left for half of the first tick label across.
fn beside(axis: &Axis) -> f64 {
    let numbers = !matches!(axis.scale, Scale::Category(_));
    if numbers && axis.has_ticks() {
        RIGHT
    } else {
        0.0
    }
}

/// The largest size with units as long across as upwards.
fn equal(panel: &Panel, [width, height]: [f64; 2]) -> [f64; 2] {
    let [across, upwards] = [&panel.x, &panel.y].map(|axis| {
        let [low, high] = axis.domain;
        (high - low).abs()
    });
    let unit = (width / across).min(height / upwards);
    [unit * across, unit * upwards]
}

/// The ticks across whose labels do not touch: all of them, or every second, fifth and so on.
fn readable(ticks: Vec<Tick>, axis: &Axis, width: f64) -> Vec<Tick> {
    let map = AxisMap::new(axis, [0.0, width]);
    let touch = |pair: [&Tick; 2]| {
        let widths = pair.map(|tick| guessed_width(&tick.label, TICK));
        let distance = map.to_pixel(pair[1].at) - map.to_pixel(pair[0].at);
        distance.abs() < (widths[0] + widths[1]) / 2.0 + APART
    };
    let zero = ticks.iter().position(|tick| tick.at == 0.0).unwrap_or(0);
    for every in [1, 2, 5, 10, 20, 50, 100] {
        let kept: Vec<_> = ticks.iter().skip(zero % every).step_by(every).collect();
        if !kept.windows(2).any(|pair| touch([pair[0], pair[1]])) {
            return kept.into_iter().cloned().collect();
        }
    }
    ticks.into_iter().take(1).collect()
}

/// Draws what lies behind the layers: title, axis labels, grid and zero line.
pub(crate) fn behind<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    panel: &Panel,
    outer: Area,
    ticks: &Ticks,
) -> Result<(), Error> {
    headings(plot.pen, panel, outer, plot.area)?;
    let mut below = rows(&panel.title, TITLE_ROW) + rows(&label(&panel.y), LABEL_ROW);
    for map in panel.layers.iter().filter_map(Layer::bar) {
        let height = color_bar::height(map, outer.width);
        let row = Area {
            top: outer.top + below,
            height,
            ..outer
        };
        color_bar::draw(plot, map, row)?;
        below += height;
    }
    for tick in &ticks.y {
        across(plot, tick.at, Ink::Grid)?;
    }
    let [low, high] = panel.y.domain;
    let linear = panel.y.scale == Scale::Linear && panel.y.is_shown();
    if linear && low.min(high) <= 0.0 && low.max(high) >= 0.0 {
        across(plot, 0.0, Ink::Axis)?;
    }
    tick_marks(plot, panel, ticks)
}

/// Draws the ticks themselves: short lines at the lower and at the left edge.
fn tick_marks<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    panel: &Panel,
    ticks: &Ticks,
) -> Result<(), Error> {
    let (left, bottom) = (plot.area.left, plot.area.bottom());
    let down = |at: f64, length: f64| {
        let x = plot.x.to_pixel(at);
        [[x, bottom], [x, bottom + length]]
    };
    let aside = |at: &f64| {
        let y = plot.y.to_pixel(*at);
        [[left, y], [left + MINOR, y]]
    };
    let named = matches!(panel.x.scale, Scale::Category(_));
    let major = ticks.x.iter().filter(|_| !named);
    let major = major.map(|tick| down(tick.at, MAJOR));
    let minor = ticks.minor[0].iter().map(|at| down(*at, MINOR));
    for ends in major.chain(minor).chain(ticks.minor[1].iter().map(aside)) {
        let ink = Ink::Axis;
        plot.pen.line(&ends, Stroke { ink, width: 1.0 })?;
    }
    Ok(())
}

/// A thin line across the panel.
fn across<DB: DrawingBackend>(plot: &Plot<'_, DB>, at: f64, ink: Ink) -> Result<(), Error> {
    let y = plot.y.to_pixel(at);
    let ends = [[plot.area.left, y], [plot.area.right(), y]];
    plot.pen.line(&ends, Stroke { ink, width: 1.0 })
}

/// Draws the tick labels.
pub(crate) fn tick_labels<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    ticks: &Ticks,
) -> Result<(), Error> {
    for tick in &ticks.x {
        let at = [plot.x.to_pixel(tick.at), plot.area.bottom() + 12.0];
        plot.pen.words(&tick.label, at, soft(TICK, Align::Middle))?;
    }
    for tick in &ticks.y {
        let at = [plot.area.left - 8.0, plot.y.to_pixel(tick.at)];
        plot.pen.words(&tick.label, at, soft(TICK, Align::End))?;
    }
    Ok(())
}

fn headings<DB: DrawingBackend>(
    pen: &Pen<DB>,
    panel: &Panel,
    outer: Area,
    area: Area,
) -> Result<(), Error> {
    let title_row = rows(&panel.title, TITLE_ROW);
    if title_row > 0.0 {
        let set = Type {
            ink: Ink::Text,
            size: TITLE,
            bold: true,
            align: Align::Start,
        };
        pen.words(&panel.title, [outer.left, outer.top + 10.0], set)?;
    }
    let y_label = label(&panel.y);
    if !y_label.is_empty() {
        let at = [outer.left, outer.top + title_row + 9.0];
        pen.words(&y_label, at, soft(LABEL, Align::Start))?;
    }
    let x_label = label(&panel.x);
    if !x_label.is_empty() {
        let at = [
            area.left + area.width / 2.0,
            area.bottom() + TICK_ROW + 10.0,
        ];
        pen.words(&x_label, at, soft(LABEL, Align::Middle))?;
    }
    Ok(())
}

pub(super) fn soft(size: f64, align: Align) -> Type {
    Type {
        ink: Ink::SoftText,
        size,
        bold: false,
        align,
    }
}

/// The label as far as it is drawn.
fn label(axis: &Axis) -> String {
    match axis.detail {
        Detail::Full => axis.full_label(),
        Detail::Ticks | Detail::Bare | Detail::Hidden => String::new(),
    }
}

/// The ticks of an axis that has room for `room` distances between them.
fn drawn_ticks(axis: &Axis, room: f64) -> Vec<Tick> {
    if axis.has_ticks() {
        ticks(axis, room as usize + 1)
    } else {
        Vec::new()
    }
}

fn rows(text: &str, height: f64) -> f64 {
    if text.is_empty() { 0.0 } else { height }
}
