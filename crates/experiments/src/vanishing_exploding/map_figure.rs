//! The figure of all gains and depths at once.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, ColorScale, Contours, Curve, Direction, Figure, Grid, HeatMap, Label, Mark, Movable,
    Panel, Points, Role, Rule, Side,
};

use super::parameters::{DEPTH, DEPTHS, GAIN, GAINS};
use super::runs::{self, COLUMNS, Expected, ROWS, gain_of};
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
    let (expected, measured) = (runs::expected(state), runs::measured(state));
    Ok(Figure::new(MAP, strings::MAP_TITLE, strings::MAP_SUBTITLE)
        .with_caption(strings::MAP_CAPTION)
        .with(map_panel(&setting, &expected, &measured))
        .with(factor_panel(&setting, &expected, &measured)?))
}

/// Id of the mark of a named initialisation.
pub(super) fn named_id(place: usize) -> String {
    format!("named-{}", place + 1)
}

fn gain_axis() -> Axis {
    Axis::log10(strings::GAIN_AXIS, GAINS).with_symbol(strings::GAIN_SYMBOL)
}

/// What was measured in a column of the map: its number, and the numbers of its rows.
type Measured<'a> = (usize, &'a [f64]);

fn map_panel(setting: &Setting, expected: &[Expected<'_>], measured: &[Measured<'_>]) -> Panel {
    let edges = [0.5, ROWS as f64 * 5.0 + 0.5];
    let y = Axis::linear(strings::DEPTH_AXIS, edges).with_symbol("L");
    let mut panel = Panel::new("map", strings::MAP_PANEL, gain_axis(), y)
        .with_room(320.0, 380.0, 12)
        .picking(GAIN, DEPTH);
    let grid = |columns: &[&[f64]]| {
        let rows = 0..ROWS;
        let cells = rows.flat_map(|row| columns.iter().map(move |column| column[row]));
        Grid::new(GAINS, edges, [COLUMNS, ROWS], cells.collect())
    };
    if !measured.is_empty() {
        let scale = ColorScale::Signed(REACH);
        panel = panel.with(HeatMap::new(strings::RATIO, grid(&filled(measured)), scale));
    }
    if !expected.is_empty() {
        let columns: Vec<_> = expected.iter().map(|column| column.first).collect();
        let levels = LEVELS.to_vec();
        let (name, grid) = (strings::RATIO_THEORY, grid(&columns));
        panel = panel.with(Contours::new(name, grid, levels, Role::Theory));
    }
    panel.with(Points::new(vec![here(setting)], Role::Gradient))
}

/// All columns: one that has not arrived is filled by its nearest neighbour.
fn filled<'a>(measured: &[Measured<'a>]) -> Vec<&'a [f64]> {
    let nearest = |number: usize| {
        let distance = |column: &&Measured<'a>| column.0.abs_diff(number);
        measured.iter().min_by_key(distance)
    };
    let chosen = (0..COLUMNS).filter_map(nearest);
    chosen.map(|(_, rows)| *rows).collect()
}

/// The net that is drawn above.
fn here(setting: &Setting) -> Mark {
    let at = [setting.gain, setting.depth as f64];
    Mark::new(
        HERE,
        at,
        strings::HERE,
        strings::here(setting.gain, setting.depth),
    )
    .with_movable(Movable::at(GAIN, Direction::X))
    .with_movable(Movable::at(DEPTH, Direction::Y))
}

fn factor_panel(
    setting: &Setting,
    expected: &[Expected<'_>],
    measured: &[Measured<'_>],
) -> Result<Panel, Error> {
    let y = Axis::log10(strings::FACTOR_AXIS, FACTORS).with_symbol("χ");
    let mut panel = Panel::new("factor", strings::FACTOR_PANEL, gain_axis(), y)
        .with_room(230.0, 260.0, 12)
        .with(Rule::new(1.0, Direction::X, Role::Quiet));
    // Where nothing comes through there is no factor to measure.
    let factors = measured
        .iter()
        .map(measured_factor)
        .filter(|[_, factor]| factor.is_finite());
    let theory = expected.iter().enumerate();
    let theory = theory.map(|(number, column)| [gain_of(number), column.factor]);
    for (name, points, role) in [
        (strings::FACTOR_MEASURED, factors.collect(), Role::Gradient),
        (strings::FACTOR_THEORY, theory.collect(), Role::Theory),
    ] {
        panel = panel.with(Curve::new(name, points, role));
    }
    for (text, at, side, role) in strings::FACTOR_LABELS {
        let named = Points::new(Vec::new(), role).with_label(Label::new(text, at, side));
        panel = panel.with(named);
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
fn measured_factor((number, rows): &Measured<'_>) -> [f64; 2] {
    let [from, to] = DEEP.map(|row| (runs::depth_of(row) as f64, rows[row]));
    let a_layer = (to.1 - from.1) / (to.0 - from.0);
    [gain_of(*number), libm::exp10(2.0 * a_layer)]
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
