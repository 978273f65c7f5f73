//! Two populations that the reduction cannot tell apart.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Band, Contours, Detail, Direction, Figure, Grid, Label, Mark, Movable, Panel, Points,
    Role, Side,
};

use super::super::compute::{COLUMNS, Credit, Setting, area};
use super::super::parameters::{MEMBERS, REACH, TWIN};
use super::super::strings;
use super::{apart, group, id};

/// Quiet level lines.
const LINES: usize = 7;

/// The level line through a population, with another population on it, and the two side by side.
pub(super) fn level(setting: &Setting, credit: &Credit, grid: Vec<f64>, twin: &[f64]) -> Figure {
    let caption = strings::level_caption(setting, area(setting).is_some(), twin);
    Figure::new(super::LEVEL, strings::LEVEL_TITLE, strings::LEVEL_SUBTITLE)
        .with_caption(caption)
        .with(plane(setting, credit, grid, twin))
        .with(pair(setting, credit, twin))
}

fn plane(setting: &Setting, credit: &Credit, grid: Vec<f64>, twin: &[f64]) -> Panel {
    let ends = [-REACH, REACH];
    let x = Axis::linear(strings::MEMBER_LABELS[0], ends).with_symbol(strings::symbol(0));
    let y = Axis::linear(strings::MEMBER_LABELS[1], ends).with_symbol(strings::symbol(1));
    let [low, high] = grid
        .iter()
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| {
            [low.min(*value), high.max(*value)]
        });
    let level = |line: usize| low + (high - low) * (line as f64 + 0.5) / LINES as f64;
    let levels = (0..LINES).map(level).collect();
    let grid = Grid::new(ends, ends, [COLUMNS; 2], grid);
    let name = strings::reduced(setting);
    let quiet = Contours::new(&name, grid.clone(), levels, Role::Quiet).without_labels();
    let edge = area(setting);
    let title = strings::plane_panel(edge.is_some(), &short(credit.value));
    let panel = Panel::new("plane", title, x, y).with_room(300.0, 340.0, 6);
    let panel = if let Some(edge) = edge {
        let edges = [-REACH, edge].map(|x| [x, -REACH, edge]);
        panel
            .with(quiet)
            .with(Band::new(&name, edges.to_vec(), Role::Value))
    } else {
        let strong = Contours::new(&name, grid, vec![credit.value], Role::Value);
        panel
            .with(quiet)
            .with(strong.without_labels().with_width(2.5))
    };
    let mark = |id: &str, name: &str, members: &[f64]| {
        Mark::new(
            id,
            [members[0], members[1]],
            name,
            strings::list(&members[..2]),
        )
    };
    let here = mark("here", strings::HERE, &setting.members)
        .with_movable(Movable::at(MEMBERS[0], Direction::X))
        .with_movable(Movable::at(MEMBERS[1], Direction::Y));
    let there = mark("twin", strings::THERE, twin).with_movable(Movable::at(TWIN, Direction::X));
    let height = apart(setting.members[1], twin[1], 0.7);
    let beside = |text: &str, at: [f64; 2]| {
        let side = if at[0] > REACH / 2.0 {
            Side::Left
        } else {
            Side::Right
        };
        Label::new(text, at, side)
    };
    let first = beside("A", [setting.members[0], setting.members[1]]);
    let second = beside("B", [twin[0], height]);
    panel
        .with(
            Points::new(vec![there], Role::Value)
                .in_series(1)
                .with_label(second),
        )
        .with(Points::new(vec![here], Role::Value).with_label(first))
}

fn pair(setting: &Setting, credit: &Credit, twin: &[f64]) -> Panel {
    let names = (0..twin.len()).map(strings::symbol);
    let x = Axis::category(strings::MEMBER_AXIS, names.collect()).with_detail(Detail::Ticks);
    let y = Axis::linear(strings::VALUE_AXIS, [-1.1 * REACH, 1.1 * REACH]);
    let title = strings::pair_panel(setting, &short(credit.value));
    let points = |kind: &str, members: &[f64], series: u8| {
        let mark = |(member, &value): (usize, &f64)| {
            let name = strings::of_population(series, member);
            Mark::new(id(kind, member), [member as f64, value], name, short(value))
                .with_group(group(member))
        };
        let marks = members.iter().enumerate().map(mark).collect();
        Points::new(marks, Role::Value).in_series(series)
    };
    let height = apart(setting.members[0], twin[0], 1.3);
    let label = |text: &str, height: f64| Label::new(text, [0.0, height], Side::Right);
    Panel::new("pair", title, x, y)
        .with_room(220.0, 340.0, 6)
        .with(points("b", twin, 1).with_label(label("B", height)))
        .with(points("a", &setting.members, 0).with_label(label("A", setting.members[0])))
}
