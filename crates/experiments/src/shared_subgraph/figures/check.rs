//! The parts of one member's gradient, and the gradient of every member beside theory and a measured slope.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Curve, Direction, Figure, Label, Mark, Movable, Panel, Points, Role, Segments, Side,
};
use popgrad_graph::Rule;

use super::super::compute::Credit;
use super::super::parameters::{MEMBERS, REACH, Settings};
use super::super::strings;
use super::parts;
use crate::{Error, Guess, PREDICTION, State};

/// Id of the figure.
pub(in super::super) const CHECK: &str = "shared-subgraph-check";

/// The input that the prediction is about.
pub(in super::super) const ASKED: f64 = 3.0;

/// Ends of the axes, left to right and bottom to top, for a pass that is done right.
const ACROSS: [f64; 2] = [-REACH - 0.5, REACH + 0.5];
const UP: [f64; 2] = [-11.5, 14.0];

/// The figure.
pub(in super::super) fn check(state: &State) -> Result<Figure, Error> {
    let settings = &Settings::of(state)?;
    let credit = &Credit::new(&settings.inputs, settings.rule)?;
    let guess = state.guess();
    let subtitle = strings::CHECK_SUBTITLE;
    let caption = if guess.hides() {
        strings::CHECK_CAPTION_OPEN
    } else {
        strings::CHECK_CAPTION
    };
    Ok(Figure::new(CHECK, title(settings.rule, guess), subtitle)
        .with_caption(caption)
        .with(parts::panel(credit, settings, guess.hides()))
        .with(panel(credit, settings, guess)))
}

fn title(rule: Rule, guess: Guess) -> &'static str {
    match rule {
        _ if guess.hides() => strings::CHECK_TITLE_OPEN,
        Rule::Add => strings::CHECK_TITLE,
        Rule::Replace => strings::CHECK_TITLE_REPLACE,
        Rule::Stale => strings::CHECK_TITLE_STALE,
    }
}

fn panel(credit: &Credit, settings: &Settings, guess: Guess) -> Panel {
    // Two passes added up reach twice as far.
    let reach = if settings.rule == Rule::Stale && !guess.hides() {
        2.0
    } else {
        1.0
    };
    let up = UP.map(|end| reach * end);
    let x = Axis::linear(strings::MEMBER_AXIS, ACROSS).with_symbol("x");
    let y = Axis::linear(strings::GRADIENT_AXIS, up);
    let title = strings::check_panel(guess.hides());
    let mut panel = Panel::new("check", title, x, y).with_room(280.0, 320.0, 7);
    if !guess.hides() {
        panel = panel
            .with(theory(up[1]))
            .with(bars(credit))
            .with(slopes(credit, up[1]));
    }
    panel = panel.with(values(credit));
    match guess.value() {
        Some(guess) => panel
            .with(Segments::new(
                strings::GUESS,
                vec![[[ASKED, 0.0], [ASKED, guess]]],
                Role::Prediction,
            ))
            .with(prediction(guess)),
        None => panel,
    }
}

/// 2x + 1, named in the corner that no bar reaches.
fn theory(top: f64) -> Curve {
    let ends = ACROSS.map(|x| [x, 2.0 * x + 1.0]);
    Curve::new(strings::THEORY, ends.to_vec(), Role::Theory).labelled(
        strings::THEORY,
        [ACROSS[0], 0.94 * top],
        Side::Right,
    )
}

fn bars(credit: &Credit) -> Bars {
    let mark = |member: usize| {
        let (input, gradient) = (credit.inputs[member], credit.gradients[member]);
        let name = strings::gradient_name(member, &short(input));
        Mark::new(
            gradient_id(member),
            [input, gradient],
            name,
            short(gradient),
        )
        .with_group(MEMBERS[member])
        .with_movable(Movable::at(MEMBERS[member], Direction::X))
    };
    Bars::new(members().map(mark).collect(), Role::Gradient)
}

fn slopes(credit: &Credit, top: f64) -> Points {
    let mark = |member: usize| {
        let (input, slope) = (credit.inputs[member], credit.differences[member]);
        let name = strings::slope_name(member, &short(input));
        Mark::new(slope_id(member), [input, slope], name, short(slope)).with_group(MEMBERS[member])
    };
    Points::new(members().map(mark).collect(), Role::Plain)
        .in_series(1)
        .small()
        .with_label(Label::new(
            strings::SLOPES,
            [ACROSS[0], 0.72 * top],
            Side::Right,
        ))
}

fn values(credit: &Credit) -> Points {
    let mark = |member: usize| {
        let input = credit.inputs[member];
        let name = strings::value_name(member);
        Mark::new(value_id(member), [input, 0.0], name, short(input))
            .with_value(input)
            .with_group(MEMBERS[member])
            .with_movable(Movable::at(MEMBERS[member], Direction::X))
    };
    Points::new(members().map(mark).collect(), Role::Value)
}

fn prediction(guess: f64) -> Points {
    let mark = Mark::new("prediction", [ASKED, guess], strings::GUESS, short(guess))
        .with_movable(Movable::at(PREDICTION, Direction::Y));
    Points::new(vec![mark], Role::Prediction)
}

fn members() -> std::ops::Range<usize> {
    0..MEMBERS.len()
}

/// Ids of the marks of a member, counted from 0.
pub(in super::super) fn value_id(member: usize) -> String {
    ["value-", MEMBERS[member]].concat()
}

pub(in super::super) fn gradient_id(member: usize) -> String {
    ["gradient-", MEMBERS[member]].concat()
}

pub(in super::super) fn slope_id(member: usize) -> String {
    ["slope-", MEMBERS[member]].concat()
}
