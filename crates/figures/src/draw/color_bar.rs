//! The bar that says which colour is which number.

use plotters::prelude::DrawingBackend;

use super::axes::soft;
use super::pen::Align;
use super::picture::Cells;
use super::plot::Plot;
use super::words::guessed_width;
use crate::number::short;
use crate::{Area, Color, Error, HeatMap};

const SIZE: f64 = 12.0;
/// Height of a row of words, and width and height of the bar.
const ROW: f64 = 20.0;
const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 10.0;
/// Between words and what stands beside them.
const GAP: f64 = 6.0;
/// Colours that the bar shows.
const STEPS: usize = 48;
/// The sign for cells without a colour.
const LOST: &str = "not finite";

/// The height of a heat map's bar in a panel of some width: in a row of its own where its name is
/// long.
pub(super) fn height(map: &HeatMap, width: f64) -> f64 {
    if has_one_row(map, width) {
        ROW
    } else {
        2.0 * ROW
    }
}

/// Draws the name of a heat map and its bar of colours into `row`.
pub(super) fn draw<DB: DrawingBackend>(
    plot: &Plot<'_, DB>,
    map: &HeatMap,
    row: Area,
) -> Result<(), Error> {
    let middle = row.bottom() - ROW / 2.0;
    let name = [row.left, row.top + ROW / 2.0 - 1.0];
    plot.pen.words(&map.name, name, soft(SIZE, Align::Start))?;
    let [low, high] = ends(map);
    let left = if has_one_row(map, row.width) {
        row.right() - width(map)
    } else {
        row.left
    };
    let start = left + guessed_width(&low, SIZE) + GAP;
    let bar = Area {
        left: start,
        top: middle - HEIGHT / 2.0,
        width: WIDTH,
        height: HEIGHT,
    };
    let beside = bar.left - GAP;
    plot.pen
        .words(&low, [beside, middle], soft(SIZE, Align::End))?;
    colors(plot, map, bar)?;
    let beside = bar.right() + GAP;
    plot.pen
        .words(&high, [beside, middle], soft(SIZE, Align::Start))?;
    if is_lossy(map) {
        let swatch = Area {
            left: beside + guessed_width(&high, SIZE) + GAP,
            width: 2.0 * HEIGHT,
            ..bar
        };
        plot.hatch(swatch)?;
        let at = [swatch.right() + GAP, middle];
        plot.pen.words(LOST, at, soft(SIZE, Align::Start))?;
    }
    Ok(())
}

fn colors<DB: DrawingBackend>(plot: &Plot<'_, DB>, map: &HeatMap, bar: Area) -> Result<(), Error> {
    let [low, high] = map.scale.ends();
    let color = |step: usize, _: usize| {
        let part = step as f64 / (STEPS - 1) as f64;
        let color = map.scale.color(low + part * (high - low));
        color.unwrap_or(Color::hex(0))
    };
    let cells = Cells {
        columns: STEPS,
        rows: 1,
        color: &color,
    };
    plot.pen.picture(&cells, bar, bar)
}

fn ends(map: &HeatMap) -> [String; 2] {
    map.scale.ends().map(short)
}

/// Width of bar and numbers.
fn width(map: &HeatMap) -> f64 {
    let numbers = ends(map)
        .iter()
        .map(|end| guessed_width(end, SIZE) + GAP)
        .sum::<f64>();
    let lost = if is_lossy(map) {
        2.0 * HEIGHT + 2.0 * GAP + guessed_width(LOST, SIZE)
    } else {
        0.0
    };
    numbers + WIDTH + lost
}

fn has_one_row(map: &HeatMap, room: f64) -> bool {
    guessed_width(&map.name, SIZE) + 2.0 * GAP + width(map) <= room
}

fn is_lossy(map: &HeatMap) -> bool {
    map.grid.values.iter().any(|value| !value.is_finite())
}
