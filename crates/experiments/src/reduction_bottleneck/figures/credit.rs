//! The members, and the credit that each gets.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Detail, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Rule, Side,
};

use super::super::compute::{Credit, Setting};
use super::super::parameters::{MEMBERS, REACH};
use super::super::strings;
use super::{group, id};
use crate::Guess;

/// So many members have room for their printed values.
const FEW: usize = 4;

/// The population and its credit, beside that of a population whose members are all 1.
pub(super) fn credit(setting: &Setting, credit: &Credit, ones: &Credit, guess: Guess) -> Figure {
    let shown = (!guess.hides()).then_some(credit);
    Figure::new(
        super::CREDIT,
        strings::credit_title(setting, shown),
        strings::CREDIT_SUBTITLE,
    )
    .with_caption(strings::CREDIT_CAPTION)
    .with(members(setting, credit))
    .with(bars(setting, credit, ones, guess))
}

fn members(setting: &Setting, credit: &Credit) -> Panel {
    let title = strings::members_panel(setting, &short(credit.value));
    let y = Axis::linear(strings::VALUE_AXIS, [-1.1 * REACH, 1.1 * REACH]);
    let panel = Panel::new("members", title, categories(setting), y).with_room(240.0, 310.0, 6);
    let member = |(member, &value): (usize, &f64)| {
        let name = strings::member_name(member, &short(value));
        Mark::new(
            id("member", member),
            [member as f64, value],
            name,
            short(value),
        )
        .with_group(group(member))
        .with_movable(Movable::at(MEMBERS[member], Direction::Y))
    };
    let marks = setting.members.iter().enumerate().map(member).collect();
    let mut points = Points::new(marks, Role::Value);
    if setting.members.len() <= FEW {
        for (member, &value) in setting.members.iter().enumerate() {
            points = points.with_label(Label::new(
                short(value),
                [member as f64, value],
                Side::Right,
            ));
        }
    }
    let panel = panel.with(points);
    if !setting.squashed {
        return panel;
    }
    let squashed = |(member, &value): (usize, &f64)| {
        let name = strings::squashed_name(member, &short(setting.members[member]));
        Mark::new(
            id("tanh", member),
            [member as f64, value],
            name,
            short(value),
        )
        .with_group(group(member))
    };
    let marks = credit
        .reduced_members
        .iter()
        .enumerate()
        .map(squashed)
        .collect();
    panel.with(Points::new(marks, Role::Value).in_series(1).small())
}

/// If every member is 1, all get the same: one line stands for them.
fn bars(setting: &Setting, credit: &Credit, ones: &Credit, guess: Guess) -> Panel {
    let [before, after] = [ones, credit].map(|credit| short(credit.total()));
    let (title, label, shown) = if guess.hides() {
        (
            strings::hidden_panel(&before),
            strings::CREDIT_AXIS.to_owned(),
            None,
        )
    } else {
        (
            strings::credit_panel(&before, &after),
            strings::shared_by(credit),
            Some(credit),
        )
    };
    let gradients = shown.iter().flat_map(|credit| &credit.gradients);
    let reference = ones.gradients[0];
    let [low, high] = gradients.fold([0.0, reference], |[low, high]: [f64; 2], gradient| {
        [low.min(*gradient), high.max(*gradient)]
    });
    let room = 0.2 * (high - low);
    let low = if low < 0.0 { low - room } else { 0.0 };
    let y = Axis::linear(label, [low, high + room]);
    let panel = Panel::new("credit", title, categories(setting), y).with_room(210.0, 310.0, 6);
    let panel = match shown {
        Some(credit) => panel.with(Bars::new(credit_marks(credit), Role::Gradient)),
        None => panel,
    };
    panel.with(Rule::new(reference, Direction::X, Role::Quiet))
}

fn credit_marks(credit: &Credit) -> Vec<Mark> {
    let mark = |(member, &gradient): (usize, &f64)| {
        let name = strings::credit_name(member);
        Mark::new(
            id("credit", member),
            [member as f64, gradient],
            name,
            short(gradient),
        )
        .with_group(group(member))
    };
    credit.gradients.iter().enumerate().map(mark).collect()
}

fn categories(setting: &Setting) -> Axis {
    let names = (0..setting.members.len()).map(strings::symbol);
    Axis::category(strings::MEMBER_AXIS, names.collect()).with_detail(Detail::Ticks)
}
