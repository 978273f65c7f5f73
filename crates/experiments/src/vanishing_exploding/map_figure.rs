//! The figure of all gains and depths at once.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, ColorScale, Contours, Curve, Direction, Figure, Grid, HeatMap, Label, Mark, Movable,
    Panel, Points, Role, Rule, Side,
};

use super::parameters::{DEPTH, DEPTHS, GAIN, GAINS};
use super::runs::{self, COLUMNS, Column, ROWS, gain_of};
use super::setting::{Initialisation, Setting};
use super::{strings, theory};
use crate::{Error, State};

/// Id of the figure.
pub(super) const MAP: &str = "vanishing-exploding-map";
/// Ids of its marks: the net above on the map and on the curve.
pub(super) const HERE: &str = "net";
pub(super) const FACTOR: &str = "factor";

/// The colours reach so many powers of ten to both sides.
const REACH: f64 = 8.0;
/// Theory draws lines at these powers of ten.
const LEVELS: [f64; 4] = [-8.0, -1.0, 1.0, 8.0];
/// χ on its axis.
const FACTORS: [f64; 2] = [0.05, 20.0];
/// Rows between which the measured χ is taken: deep in the net.
const DEEP: [usize; 2] = [9, ROWS - 1];

/// The initialisations that are named on the curve.
pub(super) const NAMED: [Initialisation; 3] = [
    Initialisation::LeCun,
    Initialisation::He,
    Initialisation::PyTorch,
];

/// The map, and under it what one layer does at every gain.
pub(super) fn figure(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let columns = runs::map(state);
    Ok(Figure::new(MAP, strings::MAP_TITLE, strings::MAP_SUBTITLE)
        .with_caption(strings::MAP_CAPTION)
        .with(map_panel(&setting, &columns))
        .with(factor_panel(&setting, &columns)?))
}

/// Id of the mark of a named initialisation.
pub(super) fn named_id(place: usize) -> String {
    format!("named-{}", place + 1)
}

fn gain_axis() -> Axis {
    Axis::log10(strings::GAIN_AXIS, GAINS).with_symbol(strings::GAIN_SYMBOL)
}

fn map_panel(setting: &Setting, columns: &[Column<'_>]) -> Panel {
    let rows = [0.5, ROWS as f64 * 5.0 + 0.5];
    let y = Axis::linear(strings::DEPTH_AXIS, rows).with_symbol("L");
    let mut panel =
        Panel::new("map", strings::map_panel(setting), gain_axis(), y).with_room(320.0, 380.0, 12);
    if setting.has_own_gain() {
        panel = panel.picking(GAIN, DEPTH);
    }
    if !columns.is_empty() {
        let grid = |cells: Vec<f64>| Grid::new(GAINS, rows, [COLUMNS, ROWS], cells);
        let measured = grid(cells(columns, |column| column.measured));
        let expected = grid(cells(columns, |column| column.expected));
        let scale = ColorScale::Signed(REACH);
        panel = panel
            .with(HeatMap::new(strings::RATIO, measured, scale))
            .with(Contours::new(
                strings::RATIO_THEORY,
                expected,
                LEVELS.to_vec(),
                Role::Theory,
            ));
    }
    panel.with(Points::new(vec![here(setting)], Role::Gradient))
}

/// The numbers of every cell, row by row. A column that has not arrived is filled by its nearest neighbour.
fn cells<'a>(columns: &[Column<'a>], of: fn(&Column<'a>) -> &'a [f64]) -> Vec<f64> {
    let nearest = |number: usize| {
        let distance = |column: &&Column<'a>| column.number.abs_diff(number);
        columns.iter().min_by_key(distance)
    };
    let chosen: Vec<_> = (0..COLUMNS).filter_map(nearest).collect();
    let rows = 0..ROWS;
    rows.flat_map(|row| chosen.iter().map(move |column| of(column)[row]))
        .collect()
}

/// The net that is drawn above. Where the slider decides the gain, it can be dragged across.
fn here(setting: &Setting) -> Mark {
    let at = [setting.gain, setting.depth as f64];
    let mark = Mark::new(
        HERE,
        at,
        strings::HERE,
        strings::here(setting.gain, setting.depth),
    );
    if setting.has_own_gain() {
        return mark.with_movable(Movable::at(GAIN, Direction::X));
    }
    mark
}

fn factor_panel(setting: &Setting, columns: &[Column<'_>]) -> Result<Panel, Error> {
    let y = Axis::log10(strings::FACTOR_AXIS, FACTORS).with_symbol("χ");
    let mut panel = Panel::new("factor", strings::FACTOR_PANEL, gain_axis(), y)
        .with_room(230.0, 260.0, 12)
        .with(Rule::new(1.0, Direction::X, Role::Quiet));
    if !columns.is_empty() {
        // Where nothing comes through there is no factor to measure.
        let measured = columns
            .iter()
            .map(measured_factor)
            .filter(|[_, factor]| factor.is_finite());
        let expected = columns
            .iter()
            .map(|column| [gain_of(column.number), column.factor]);
        panel = panel
            .with(Curve::new(
                strings::FACTOR_MEASURED,
                measured.collect(),
                Role::Gradient,
            ))
            .with(Curve::new(
                strings::FACTOR_THEORY,
                expected.collect(),
                Role::Theory,
            ));
    }
    let mut named = Points::new(named(setting)?, Role::Theory)
        .in_series(1)
        .small();
    for (place, side) in [Side::Above, Side::Below, Side::Above]
        .into_iter()
        .enumerate()
    {
        let at = named.marks[place].at;
        named = named.with_label(Label::new(strings::NAMED[place], at, side));
    }
    let factor = theory::settled_factor(&setting.with_depth(DEPTHS[1]))?;
    let mark = Mark::new(
        FACTOR,
        [setting.gain, factor],
        strings::FACTOR,
        short(factor),
    );
    Ok(panel
        .with(named)
        .with(Points::new(vec![mark], Role::Theory)))
}

/// The gain of a column, and what a layer deep in its net multiplies the square of the gradient by.
fn measured_factor(column: &Column<'_>) -> [f64; 2] {
    let [from, to] = DEEP.map(|row| (runs::depth_of(row) as f64, column.measured[row]));
    let a_layer = (to.1 - from.1) / (to.0 - from.0);
    [gain_of(column.number), libm::exp10(2.0 * a_layer)]
}

/// The gains that initialisations set, with χ of a net that is otherwise the reader's.
fn named(setting: &Setting) -> Result<Vec<Mark>, Error> {
    let marks = NAMED.iter().enumerate().map(|(place, initialisation)| {
        let gain = initialisation.gain(setting.width).unwrap_or(1.0);
        let there = setting.with_gain(gain).with_depth(DEPTHS[1]);
        let factor = theory::settled_factor(&there)?;
        let name = strings::named(place);
        Ok(Mark::new(
            named_id(place),
            [gain, factor],
            name,
            short(factor),
        ))
    });
    marks.collect()
}
